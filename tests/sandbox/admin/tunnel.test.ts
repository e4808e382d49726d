import type { RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createTunnel } from '#sandbox/admin/tunnel.ts';
import { createClock } from '#sandbox/clock.ts';
import { rewriteStream } from '#sandbox/admin/rewrite-stream.ts';
import { openWorlds } from '#sandbox/world/index.ts';
import { serveLocally } from '../../harness/serve-locally.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const clock = createClock();

async function open(app: RequestListener | null) {
  let local = 'http://127.0.0.1:1';
  if (app) {
    const server = await serveLocally(app);
    closing.push(() => server.close());
    local = server.base;
  }
  const worlds = openWorlds({ dataDir: null, clock });
  worlds.createShop({ domain: 'quill.myshopify.com', name: 'Quill', email: 'o@quill.test', currency: 'EUR', ianaTimezone: 'UTC', locales: ['en'], taxesIncluded: true });
  const urls = { base: 'http://localhost:4000', storefront: () => 'http://localhost:4001', appPublic: 'http://localhost:4002', appLocal: local };
  const tunnel = createTunnel({ urls, worlds });
  const port = await tunnel.start(0);
  closing.push(() => tunnel.close());
  return `http://127.0.0.1:${port}`;
}

test('documents get the sandbox\'s App Bridge, admin and storefront addresses; shops it does not have stay', async () => {
  const base = await open((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(
      `<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="k"></script>
       <script>window.open("https://admin.shopify.com/store/quill/apps/k", "_top")</script>
       <a href="https://quill.myshopify.com/apps/aftercare/track">日本</a><a href="https://quill.myshopify.com/admin/orders/1">o</a><a href="https://other.myshopify.com/x">x</a>`,
    );
  });
  const html = await (await fetch(base)).text();
  expect(html).toContain('src="http://localhost:4000/cdn/app-bridge.js"');
  expect(html).toContain('window.open("http://localhost:4000/store/quill/apps/k"');
  expect(html).toContain('href="http://localhost:4001/apps/aftercare/track">日本');
  expect(html).toContain('href="http://localhost:4000/store/quill/orders/1"');
  expect(html).toContain('href="https://other.myshopify.com/x"');
});

test('frame-ancestors, Location and Link headers are translated', async () => {
  const base = await open((_request, response) => {
    response.writeHead(302, {
      location: 'https://admin.shopify.com/store/quill/apps/k',
      link: '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"',
      'content-security-policy': "default-src 'self'; frame-ancestors https://quill.myshopify.com https://admin.shopify.com;",
    });
    response.end();
  });
  const { headers } = await fetch(base, { redirect: 'manual' });
  expect(headers.get('location')).toBe('http://localhost:4000/store/quill/apps/k');
  expect(headers.get('link')).toBe('<http://localhost:4000/cdn/app-bridge.js>; rel="preload"');
  expect(headers.get('content-security-policy')).toBe("default-src 'self'; frame-ancestors http://localhost:4000 http://localhost:4000;");
});

test('the app gets method, body and the public address in forwarded headers, and other answers pass untouched', async () => {
  const base = await open((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify({ method: request.method, path: request.url, body, headers: request.headers, see: 'https://quill.myshopify.com' })));
  });
  const answer = await (await fetch(`${base}/webhooks?x=1`, { method: 'PUT', body: 'héllo' })).json();
  expect(answer).toMatchObject({ method: 'PUT', path: '/webhooks?x=1', body: 'héllo', see: 'https://quill.myshopify.com' });
  expect(answer.headers).toMatchObject({ 'x-forwarded-proto': 'http', 'x-forwarded-host': new URL(base).host });
});

test('streams pass as they come', async () => {
  let goOn = () => {};
  const base = await open((_request, response) => {
    response.setHeader('content-type', 'text/event-stream').write('data: one\n\n');
    goOn = () => void response.end('data: two\n\n');
  });
  const reader = (await fetch(base)).body?.getReader();
  const read = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await read()).toBe('data: one\n\n');
  goOn();
  expect(await read()).toBe('data: two\n\n');
  await reader?.cancel();
});

test('while the app is down a page says so and looks again', async () => {
  const base = await open(null);
  const response = await fetch(base);
  expect(response.status).toBe(502);
  expect(await response.text()).toMatch(/The app is not answering[\s\S]*http-equiv="refresh"|http-equiv="refresh"[\s\S]*The app is not answering/);
});

test('an address cut in two by chunks is still translated, wherever the cut falls', async () => {
  const text = '<a href="https://admin.shopify.com/store/q">日</a>';
  const bytes = Buffer.from(text);
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const stream = rewriteStream((part) => part.replace('https://admin.shopify.com/store', 'S'));
    stream.write(bytes.subarray(0, cut));
    stream.end(bytes.subarray(cut));
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(Buffer.from(part));
    expect(Buffer.concat(parts).toString()).toBe('<a href="S/q">日</a>');
  }
});
