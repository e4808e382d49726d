import { join, resolve } from 'node:path';
import { startSandbox, type RunningSandbox, type SandboxOptions } from '../../sandbox/start.ts';
import type { NewShop } from '../../sandbox/world/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** A shop in Berlin that trades in euros. */
export const quill: NewShop = { domain: 'quill.myshopify.com', name: 'Quill', email: 'owner@quill.example', currency: 'EUR', ianaTimezone: 'Europe/Berlin', locales: ['en'], taxesIncluded: true };

/** A sandbox that knows this app, on free ports and with nothing kept; one shop unless others are named. */
export function startInMemory(changes: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  return startSandbox({
    port: 0,
    storefrontPort: 0,
    appPublicPort: 0,
    smtpPort: 0,
    dataDir: null,
    tomlPath: join(root, 'shopify.app.toml'),
    extensionsDir: join(root, 'extensions'),
    appLocal: 'http://localhost:1',
    clientSecret: 'secret',
    merchantToken: 'merchant',
    shops: [quill],
    ...changes,
  });
}
