import { afterEach, describe, expect, it } from 'vitest';
import { proxySignature } from '#sandbox/storefront/proxy-signature.ts';
import { fakeShop } from './fake-shop.ts';
import { appSecret, openStorefront, type OpenStorefront, type SeenByApp } from './open-storefront.ts';

let shop: OpenStorefront | undefined;
afterEach(() => shop?.close());

const open = async (options: Omit<Parameters<typeof openStorefront>[0], 'runAdmin'>) => (shop = await openStorefront({ runAdmin: fakeShop().runAdmin, ...options }));

describe('the app proxy', () => {
  it('forwards a form with signed parameters, the visitor’s query, language and address, and no cookie', async () => {
    let seen: SeenByApp | undefined;
    const { base } = await open({
      app: (request, response) => {
        seen = request;
        response.setHeader('set-cookie', 'spy=1').end('ok');
      },
    });
    const answer = await fetch(`${base}/de/apps/aftercare/track?tag=a&tag=b&shop=evil`, {
      method: 'POST',
      headers: { cookie: 'cart=abc', 'accept-language': 'de-AT,de', 'x-forwarded-for': '6.6.6.6' },
      body: new URLSearchParams({ order: '#1001', contact: 'lena@example.com' }),
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(seen?.method).toBe('POST');
    expect(seen?.url.pathname).toBe('/proxy/track');
    expect(seen?.body).toBe('order=%231001&contact=lena%40example.com');
    expect(seen?.headers['content-type']).toContain('application/x-www-form-urlencoded');
    expect(seen?.headers.cookie).toBeUndefined();
    expect(seen?.headers['accept-language']).toBe('de-AT,de');
    expect(seen?.headers['x-forwarded-for']).toBe('127.0.0.1');
    const query = seen?.url.searchParams ?? new URLSearchParams();
    expect(query.get('shop')).toBe('juniper-and-pine.myshopify.com');
    expect(query.get('path_prefix')).toBe('/de/apps/aftercare');
    expect(query.getAll('tag')).toEqual(['a', 'b']);
    expect(query.get('signature')).toBe(proxySignature(query, appSecret));
    expect(Math.abs(Number(query.get('timestamp')) * 1000 - Date.now())).toBeLessThan(5000);
  });

  it('signs who is signed in, whatever a visitor claims to be', async () => {
    const seen: (string | null)[] = [];
    const app: Parameters<typeof open>[0]['app'] = ({ url }, response) => {
      seen.push(url.searchParams.get('logged_in_customer_id'));
      response.end('ok');
    };
    const { base } = await open({ app, signedInCustomer: (cookies) => (cookies.get('who') === 'mira' ? '77' : null) });
    await fetch(`${base}/apps/aftercare/account?logged_in_customer_id=88`, { headers: { cookie: 'who=mira' } });
    await fetch(`${base}/apps/aftercare/account?logged_in_customer_id=88`);
    expect(seen).toEqual(['77', '']);
  });

  it('renders application/liquid inside the theme, in the visitor’s language, with the app’s status', async () => {
    const { base } = await open({
      app: (_, response) => response.writeHead(422, { 'content-type': 'application/liquid' }).end('<p class="from-app">{{ shop.name | escape }} {{ request.locale.iso_code }} {{ 1200 | money }}</p>'),
    });
    const answer = await fetch(`${base}/de/apps/aftercare/track`);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(page).toContain('<p class="from-app">Juniper &amp; Pine de 12,00\u00a0$</p>');
    expect(page).toContain('<html lang="de" dir="ltr">');
    expect(page).toContain('site-footer');
  });

  it('gives the app’s Liquid the shop’s collections: all of its goods, and nil for a handle that is not there', async () => {
    const liquid = `{% layout none %}{% for product in collections['all'].products limit: 2 %}{{ product.title }} {{ product.price | money }};{% endfor %}{{ collections['gone'].products.size }}|{{ collections.all.products_count }}`;
    const { base } = await open({ app: (_, response) => response.setHeader('content-type', 'application/liquid').end(liquid) });
    expect(await (await fetch(`${base}/apps/aftercare`)).text()).toMatch(/^(?:[^;]+ \$\d+\.\d\d;){2}\|\d+$/);
  });

  it('leaves the theme away where the app says layout none', async () => {
    const { base } = await open({ app: (_, response) => response.setHeader('content-type', 'application/liquid').end('{% layout none %}bare') });
    expect(await (await fetch(`${base}/apps/aftercare`)).text()).toBe('bare');
  });

  it('passes other answers and redirects through as they are', async () => {
    const { base } = await open({
      app: ({ url }, response) => {
        if (url.pathname.endsWith('/go')) response.writeHead(303, { location: '/apps/aftercare/track/t1' }).end();
        else response.setHeader('content-type', 'application/json').end('{"a":1}');
      },
    });
    const redirect = await fetch(`${base}/apps/aftercare/go`, { redirect: 'manual' });
    expect([redirect.status, redirect.headers.get('location')]).toEqual([303, '/apps/aftercare/track/t1']);
    const json = await fetch(`${base}/apps/aftercare/data`);
    expect(json.headers.get('content-type')).toBe('application/json');
    expect(await json.json()).toEqual({ a: 1 });
  });

  it('shows an error page in the theme when the app is down or too slow', async () => {
    const down = await open({});
    const answer = await fetch(`${down.base}/apps/aftercare/track`);
    expect(answer.status).toBe(502);
    expect(await answer.text()).toContain('This part of the shop does not answer');
    await down.close();
    const slow = await open({ app: () => undefined, proxyTimeoutMs: 100 });
    expect((await fetch(`${slow.base}/apps/aftercare/track`)).status).toBe(502);
  });

  it('does not answer for a path that only begins alike', async () => {
    const { base } = await open({ app: (_, response) => response.end('app') });
    expect((await fetch(`${base}/apps/aftercarefully`)).status).toBe(404);
  });
});
