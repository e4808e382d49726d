import { join } from 'node:path';
import { z } from 'zod';
import { demoShop } from './demo/places.ts';
import { seedShop } from './seed/index.ts';
import { startSandbox } from './start.ts';

const root = join(import.meta.dirname, '..');

const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_000).default(4000),
    /** Folder for what survives a restart; nothing survives without it. */
    SANDBOX_DATA: z.string().optional(),
    /** How many orders a new shop starts with. */
    SANDBOX_SEED: z.coerce.number().int().min(0).default(60),
    SHOPIFY_API_SECRET: z.string().min(1),
    SANDBOX_MERCHANT_TOKEN: z.string().min(1),
  })
  .safeParse(process.env);
if (!environment.success) {
  console.error(`The sandbox cannot start:\n${z.prettifyError(environment.error)}`);
  process.exit(2);
}
const { PORT, SANDBOX_DATA, SANDBOX_SEED, SHOPIFY_API_SECRET, SANDBOX_MERCHANT_TOKEN } = environment.data;
const portAfter = (offset: number) => (PORT === 0 ? 0 : PORT + offset);

const sandbox = await startSandbox({
  port: PORT,
  storefrontPort: portAfter(1),
  appPublicPort: portAfter(2),
  appLocal: `http://localhost:${portAfter(3)}`,
  smtpPort: portAfter(4),
  ...(PORT === 0 ? {} : { mailExchange: { domain: `${demoShop.handle}.example`, port: portAfter(6) } }),
  dataDir: SANDBOX_DATA ?? null,
  tomlPath: join(root, 'shopify.app.toml'),
  extensionsDir: join(root, 'extensions'),
  clientSecret: SHOPIFY_API_SECRET,
  merchantToken: SANDBOX_MERCHANT_TOKEN,
  shops: [
    {
      domain: demoShop.domain,
      name: demoShop.name,
      email: `hello@${demoShop.handle}.example`,
      currency: 'USD',
      presentmentCurrencies: ['USD', 'CAD', 'CNY', 'EUR', 'GBP', 'JPY'],
      ianaTimezone: 'America/Los_Angeles',
      locales: ['en'],
      taxesIncluded: false,
      address: { address1: '2105 NW Thurman Street', city: 'Portland', provinceCode: 'OR', zip: '97210', countryCode: 'US' },
    },
  ],
  async fill({ worlds, runAdmin, clock, urls }) {
    const { domain } = demoShop;
    const pictureBase = urls.storefront(domain);
    const seed = () => seedShop({ runAdmin, domain, orders: SANDBOX_SEED, clock, pictureBase, onProgress: report });
    const { orders } = (await worlds.find(domain)?.bulk(seed)) ?? { orders: 0 };
    if (orders > 0) console.log(`${demoShop.name} opened with ${orders} orders.`);
  },
});
console.log(`Admin, APIs and mailbox at ${sandbox.urls.base}, storefront at ${sandbox.urls.storefront(demoShop.domain)}, app at ${sandbox.urls.appPublic}`);

let stopping: Promise<void> | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= sandbox.stop().then(() => process.exit(0));
  });
}

function report(done: number, total: number): void {
  if (done % 1000 === 0) console.log(`${done} of ${total} steps`);
}
