import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createClock } from '#sandbox/clock.ts';
import { readRegisteredApp } from '#sandbox/registered-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftercare-toml-'));
afterAll(() => rmSync(folder, { recursive: true }));

function toml(text: string): string {
  const path = join(folder, 'shopify.app.toml');
  writeFileSync(path, text);
  return path;
}

const FILE = `
client_id = "id-1"
name = "Parcels"
handle = "parcels"
application_url = "https://parcels.example.com/"
[access_scopes]
scopes = "read_orders, write_orders"
optional_scopes = ["read_all_orders"]
[webhooks]
api_version = "2026-10"
  [[webhooks.subscriptions]]
  topics = ["orders/create"]
  uri = "https://parcels.example.com/hooks"
  include_fields = ["id", "updated_at"]
  [[webhooks.subscriptions]]
  compliance_topics = ["shop/redact"]
  uri = "/compliance"
[app_proxy]
url = "https://parcels.example.com/proxy"
prefix = "apps"
subpath = "parcels"
[customer_authentication]
redirect_uris = ["https://parcels.example.com/back"]
javascript_origins = ["https://parcels.example.com"]
`;

test('the app answers at its own address', () => {
  expect(readRegisteredApp(toml(FILE), { clientSecret: 's' })).toEqual({
    clientId: 'id-1',
    clientSecret: 's',
    oldClientSecret: null,
    name: 'Parcels',
    handle: 'parcels',
    url: 'https://parcels.example.com',
    scopes: ['read_orders', 'write_orders'],
    optionalScopes: ['read_all_orders'],
    webhookApiVersion: '2026-10',
    webhooks: [
      { topics: ['orders/create'], complianceTopics: [], uri: 'https://parcels.example.com/hooks', includeFields: ['id', 'updated_at'], filter: null },
      { topics: [], complianceTopics: ['shop/redact'], uri: '/compliance', includeFields: null, filter: null },
    ],
    appProxy: { url: 'https://parcels.example.com/proxy', prefix: 'apps', subpath: 'parcels' },
    customerAuthentication: { redirectUris: ['https://parcels.example.com/back'], javascriptOrigins: ['https://parcels.example.com'], logoutUris: [] },
  });
});

test('a given address takes the place of the file’s everywhere', () => {
  const app = readRegisteredApp(toml(FILE), { clientSecret: 's', clientId: 'other', url: 'http://localhost:4002/' });
  expect(app).toMatchObject({ clientId: 'other', url: 'http://localhost:4002', appProxy: { url: 'http://localhost:4002/proxy' }, customerAuthentication: { redirectUris: ['http://localhost:4002/back'] } });
  expect(app.webhooks[0]?.uri).toBe('http://localhost:4002/hooks');
});

test('an app without a proxy and without sign-in has neither', () => {
  expect(readRegisteredApp(toml(FILE.split('[app_proxy]')[0] ?? ''), { clientSecret: 's' })).toMatchObject({ appProxy: null, customerAuthentication: null });
});

test.each([
  ['a missing name', FILE.replace('name = "Parcels"', ''), /name/],
  ['a proxy prefix that Shopify has not', FILE.replace('"apps"', '"shop"'), /prefix/],
  ['an address that is none', FILE.replace('"https://parcels.example.com/"', '"parcels"'), /application_url/],
])('%s is refused by name', (_name, text, reason) => {
  expect(() => readRegisteredApp(toml(text), { clientSecret: 's' })).toThrow(reason);
});

test('the clock travels, ticks on and comes back', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') });
  const clock = createClock();
  clock.travelTo(new Date('2026-01-01T00:00:00Z'));
  vi.setSystemTime(new Date('2026-11-22T12:00:20Z'));
  expect(clock.now()).toEqual(new Date('2026-01-01T00:00:20Z'));
  clock.returnToPresent();
  expect(clock.now()).toEqual(new Date('2026-11-22T12:00:20Z'));
  vi.useRealTimers();
});
