import '@shopify/shopify-api/adapters/node';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { abstractFetch } from '@shopify/shopify-api/runtime';
import { GraphQLClient } from 'graphql-request';
import { afterAll, expect, test } from 'vitest';
import { redirectShopifyTraffic, sandboxAddress } from '#sandbox/network-redirect.ts';
import { serveLocally } from '../../harness/serve-locally.ts';

const seen: { method: string | undefined; url: string | undefined; token: string | string[] | undefined; body: string }[] = [];
const { base, close } = await serveLocally((request, response) => {
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    seen.push({ method: request.method, url: request.url, token: request.headers['x-shopify-access-token'], body });
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data: { shop: { name: 'Quill' } } }));
  });
});
afterAll(close);

const path = '/shop/quill.myshopify.com/admin/api/2026-10/graphql.json';
const shop = 'https://quill.myshopify.com/admin/api/2026-10/graphql.json';

test.each([
  ['https://Quill.myshopify.com/a?b=1', 'http://s/shop/quill.myshopify.com/a?b=1'],
  ['https://quill.myshopify.com', 'http://s/shop/quill.myshopify.com/'],
  ['https://quill.myshopify.com.evil.example/a', null],
  ['https://example.com/?u=https://quill.myshopify.com/', null],
  ['http://localhost:3000/', null],
])('%s goes to %s', (address, target) => {
  expect(sandboxAddress(address, 'http://s')).toBe(target);
});

test('global fetch, the SDK and graphql-request all reach the sandbox, and it can be undone', async () => {
  seen.length = 0;
  const undo = redirectShopifyTraffic(base);
  await fetch(new Request(shop, { method: 'POST', body: 'one', headers: { 'X-Shopify-Access-Token': 't' } }));
  await abstractFetch(shop, { method: 'POST', body: 'two' });
  await new GraphQLClient(shop, { headers: { 'X-Shopify-Access-Token': 'g' } }).request('{ shop { name } }');
  expect(seen).toMatchObject([
    { method: 'POST', url: path, token: 't', body: 'one' },
    { method: 'POST', url: path, body: 'two' },
    { method: 'POST', url: path, token: 'g' },
  ]);
  const before = globalThis.fetch;
  undo();
  expect(globalThis.fetch).not.toBe(before);
});

test('preloaded into a process with SANDBOX_URL, it redirects without any code of that process', async () => {
  seen.length = 0;
  await promisify(execFile)(
    process.execPath,
    ['--import', new URL('../../../sandbox/network-redirect.ts', import.meta.url).pathname, '--input-type=module', '-e', `await fetch('${shop}')`],
    { env: { ...process.env, SANDBOX_URL: base } },
  );
  expect(seen).toMatchObject([{ method: 'GET', url: path }]);
});
