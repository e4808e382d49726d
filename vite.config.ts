import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixOptions from './remix.config.js';

/** The server bundle starts at main.ts, which carries the Remix build inside: one file for web and worker. */
const startAtMain: Plugin = {
  name: 'start-at-main',
  enforce: 'post',
  config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'app/main/main.ts' } } } : {}),
};

/** Mail that came in is read in a thread of its own, which needs a file of its own beside the server. */
const mailReadingThread: Plugin = {
  name: 'mail-reading-thread',
  apply: (_, { isSsrBuild }) => isSsrBuild === true,
  buildStart() {
    this.emitFile({ type: 'chunk', id: 'app/modules/inbox/intake/reading-thread.ts', fileName: 'mail-reading-thread.js' });
  },
};

const underTest = process.env.VITEST === 'true';

export default defineConfig({
  plugins: underTest ? [] : [remix(remixOptions), startAtMain, mailReadingThread],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1' },
  ssr: { noExternal: underTest ? [] : ['@shopify/polaris', '@shopify/polaris-icons', '@shopify/shopify-app-remix', '@shopify/app-bridge-react', /^@react-email\//] },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    globalSetup: ['tests/harness/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Shopify's tester loads an extension's own source, which only Vite can read.
    server: { deps: { inline: [/@shopify\/ui-extensions/] } },
  },
} as Parameters<typeof defineConfig>[0]);
