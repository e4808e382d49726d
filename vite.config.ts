import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixOptions from './remix.config.js';

/** The server bundle starts at main.ts, which carries the Remix build inside: one file for web and worker. */
const startAtMain: Plugin = {
  name: 'start-at-main',
  enforce: 'post',
  config: (_, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'app/main/main.ts' } } } : {}),
};

const underTest = process.env.VITEST === 'true';

export default defineConfig({
  plugins: underTest ? [] : [remix(remixOptions), startAtMain],
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
