import '@shopify/shopify-api/adapters/node';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiVersion, shopifyApi } from '@shopify/shopify-api';
import { expect, test } from 'vitest';
import { createClock } from '#sandbox/clock.ts';
import { createOAuth } from '#sandbox/oauth/index.ts';
import { openWorlds } from '#sandbox/world/index.ts';
import { signQuery } from '#sandbox/oauth/launch-parameters.ts';
import { testApp } from './test-app.ts';

const clock = createClock();
const app = testApp({ scopes: ['read_orders'] });
const worlds = openWorlds({ dataDir: null, clock });
const sdk = shopifyApi({ apiKey: 'client', apiSecretKey: 'secret', apiVersion: ApiVersion.October26, hostName: 'localhost', isEmbeddedApp: true });

test("the query signature is that of Shopify's documented example", () => {
  const query = new URLSearchParams('code=0907a61c0c8d55e99db179b68161bc00&shop=some-shop.myshopify.com&state=0.6784241404160823&timestamp=1337178173');
  expect(signQuery(query, 'hush')).toBe('700e2dadb827fcc8609e9d5ce208b2e9cdaab9df07390d2cbca10d7c328fc4bf');
});

test("Shopify's SDK accepts the launch parameters and the id token in them, and refuses them once changed", async () => {
  const oauth = createOAuth({ app, clock, worlds, dataDir: null, emit: () => undefined });
  oauth.install('quill.myshopify.com');
  const parameters = await oauth.launchParameters('quill.myshopify.com', 'zh-CN');
  const query = Object.fromEntries(parameters);
  expect(await sdk.utils.validateHmac(query)).toBe(true);
  expect(await sdk.utils.validateHmac({ ...query, locale: 'en' })).toBe(false);
  expect(sdk.utils.sanitizeHost(query.host ?? '')).toBe(query.host);
  expect(Buffer.from(query.host ?? '', 'base64').toString()).toBe('admin.shopify.com/store/quill');
  const claims = await sdk.session.decodeSessionToken(query.id_token ?? '');
  expect(claims).toMatchObject({ aud: 'client', dest: 'https://quill.myshopify.com', iss: 'https://quill.myshopify.com/admin', sid: query.session });
  expect(claims.exp - claims.nbf).toBe(60);
  oauth.close();
});

test('installations and tokens outlive the process', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'oauth-'));
  const before = createOAuth({ app, clock, worlds, dataDir, emit: () => undefined });
  before.install('quill.myshopify.com');
  before.close();
  const after = createOAuth({ app, clock, worlds, dataDir, emit: () => undefined });
  expect(after.installation('quill.myshopify.com')).toMatchObject({ scopes: new Set(['read_orders']), uninstalledAt: null });
  after.close();
  rmSync(dataDir, { recursive: true });
});
