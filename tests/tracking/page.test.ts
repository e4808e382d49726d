import { Liquid } from 'liquidjs';
import { afterAll, describe, expect, it } from 'vitest';
import { orderLink } from '../../app/modules/access/index.server.ts';
import { openDatabase } from '../../app/platform/db/database.server.ts';
import { createLimits, limitPolicies } from '../../app/platform/limits/limits.server.ts';
import { renderTrackingPage } from '../../app/modules/tracking/ui/tracking-page.tsx';
import { proven, tracked, visit as visitIn } from './fixtures.ts';
import { openStorefront, placeOrder, secret } from './storefront.ts';

const { database, url, ctx, log, visit, openDoor } = await openStorefront();
const other = openDatabase({ url, pool: 3, name: 'another process' });
afterAll(() => Promise.all([database.close(), other.close()]));

/** Milliseconds between the moments at which misses are answered. */
const beat = 700;
const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const linkTo = (shop: Parameters<typeof orderLink>[0], orderId: string, signedWith: string, expiresAt = new Date('2026-12-21T12:00:00Z')) =>
  orderLink(shop, orderId, { purpose: 'order', expiresAt }, signedWith);
const keyOf = (link: string) => new URL(link).searchParams.get('key') ?? '';

describe('the form', () => {
  it('is rendered inside the theme, is not cached or indexed, and posts to the visitor\'s own address', async () => {
    const { status, headers, html } = await visit({ pathPrefix: '/fr/apps/aftercare' });
    expect([status, headers.get('content-type'), headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([200, 'application/liquid', 'no-store', 'noindex']);
    expect(html).toContain('<form class="ac-form" method="post" action="/fr/apps/aftercare/track"');
    expect(html).not.toContain('<script');
  });

  it('names each field and ties its error to it, in the visitor\'s language, keeping what was typed', async () => {
    const { status, html } = await visit({ form: { order: ' ', contact: 'ada' }, language: 'de-AT,de;q=0.9' });
    expect(status).toBe(200);
    expect(html).toMatch(/<label for="ac-order">Bestellnummer<\/label>/);
    expect(html).toMatch(/id="ac-order"[^>]*aria-invalid="true" aria-describedby="ac-order-error ac-order-hint"/);
    expect(html).toMatch(/id="ac-contact-error">Geben Sie eine E-Mail-Adresse ein oder/);
    expect(html).toMatch(/id="ac-contact"[^>]*value="ada"/);
  });

  it('follows the storefront\'s language before the browser\'s, and the shop\'s where we speak neither', async () => {
    expect((await visit({ pathPrefix: '/ja/apps/aftercare', language: 'de' })).html).toContain('lang="ja"');
    expect((await visit({ language: 'pt-BR' })).html).toContain('lang="pt-PT"');
    expect((await visit({ language: 'ko,sv' })).html).toContain('lang="en"');
  });

});

describe('a look-up', () => {
  it('shows the order, its parcel, what is in it and where it is, to who knows number and email', async () => {
    await placeOrder(ctx, { id: '1001', email: 'ada@example.com', carrierUrl: 'https://dhl.example/TRACK-1001', message: 'At the hub' });
    const { status, html } = await visit({ form: { order: '1001', contact: ' Ada@Example.com ' } });
    expect(status).toBe(200);
    for (const shown of ['Order #1001', 'Your parcel is on its way', 'Wool socks', 'TRACK-1001', 'Leipzig, Germany', 'Order placed']) expect(text(html)).toContain(shown);
    expect(html).toContain('href="https://dhl.example/TRACK-1001"');
  });

  it('answers an order that is not there and an email that is not its own with the same bytes, on the same beat', async () => {
    const ask = async () => {
      const startedAt = performance.now();
      const { status, html, headers } = await visit({ form: { order: '#1002', contact: 'eve@example.com' } });
      return { answer: { status, html, headers: [...headers] }, took: performance.now() - startedAt };
    };
    const unknown = await ask();
    await placeOrder(ctx, { id: '1002', email: 'ada@example.com' });
    const mismatched = await ask();
    expect(mismatched.answer).toEqual(unknown.answer);
    expect(unknown.answer.html).toContain('role="alert"');
    const times = [unknown, mismatched, await ask(), await ask()].map(({ took }) => took);
    for (const took of times) expect(took).toBeGreaterThan(beat - 10);
    // A busy machine may be late once.
    const [, , third] = times.map((took) => (took + 10) % beat).toSorted((one, other) => one - other);
    expect(third).toBeLessThan(beat / 2);
  });

  it('leads on to the shop in the visitor\'s language, without giving away the owner\'s own address', async () => {
    const { html } = await visit({ pathPrefix: '/fr/apps/aftercare' });
    expect(html).toContain('href="/fr/apps/aftercare/contact"');
    expect(html).not.toContain('hello@nordlicht.example');
  });

  it('leads from an order to our contact form with its key, which no address bears, or to the page the merchant names', async () => {
    const ways = (contactUrl: string) => renderTrackingPage(visitIn('en', { contactUrl }), { kind: 'order', tracked: tracked(), proven });
    for (const own of ['', '/apps/aftercare/contact']) {
      expect(ways(own)).toContain(`<form method="post" action="/apps/aftercare/contact"><input type="hidden" name="key" value="${proven.key}"/>`);
    }
    expect(ways('/pages/help')).toContain('href="/pages/help"');
    expect(ways('/pages/help')).not.toContain('/apps/aftercare/contact');
  });

  it('takes number and contact from the form only, never from the address', async () => {
    await placeOrder(ctx, { id: '1003', email: 'ada@example.com' });
    const { html } = await visit({ query: { order: '1003', contact: 'ada@example.com' } });
    expect(text(html)).not.toContain('Order #1003');
  });
});

describe('a tracking number alone', () => {
  it('shows the parcel\'s state and nothing about the order, its goods, its place or its people', async () => {
    await placeOrder(ctx, { id: '1004', email: 'ada@example.com', title: 'Secret present', city: 'Ada-Town', message: 'Signed by Ada' });
    const { status, html } = await visit({ query: { number: 'TRACK-1004' } });
    expect(status).toBe(200);
    expect(text(html)).toContain('Your parcel is on its way');
    for (const hidden of ['#1004', 'Secret present', 'Ada']) expect(text(html)).not.toContain(hidden);
  });

  it('that nobody knows, or is missing, is answered beside its field', async () => {
    expect((await visit({ query: { number: 'NOPE-12345' } })).html).toMatch(/<details class="ac-more" open="">.*We do not know a parcel/s);
    expect((await visit({ query: { number: '' } })).html).toContain('Enter a tracking number.');
  });
});

describe('a signed link', () => {
  it('shows its order without typing', async () => {
    await placeOrder(ctx, { id: '1005', email: 'ada@example.com' });
    const { html } = await visit({ query: { key: keyOf(linkTo(ctx.shop, '1005', secret)) } });
    expect(text(html)).toContain('Order #1005');
  });

  it('of another order, another shop, another secret or a time that is over shows nothing', async () => {
    const key = keyOf(linkTo(ctx.shop, '1005', secret));
    const forged = [
      key.replace('1005', '1004'),
      keyOf(linkTo({ ...ctx.shop, id: ctx.shop.id + 1 }, '1005', secret)),
      keyOf(linkTo(ctx.shop, '1005', 'another secret')),
      '1005.',
      '1005',
      keyOf(linkTo(ctx.shop, '777', secret)),
      keyOf(linkTo(ctx.shop, '1005', secret, new Date('2026-11-21T11:59:59Z'))),
    ];
    for (const query of forged) {
      const { html } = await visit({ query: { key: query } });
      expect(text(html)).toContain('no longer valid');
      expect(text(html)).not.toContain('Order #');
    }
  });
});

describe('what people typed', () => {
  const attack = '{{ shop.name }}{%- assign x = 1 -%}{{{ 7 | times: 7 }}}{% include "secrets" %}';

  it('reaches the theme as text: no Liquid in it runs, wherever it stands', async () => {
    await placeOrder(ctx, { id: '1006', email: 'ada@example.com', title: attack, city: attack, message: attack, carrierUrl: `https://dhl.example/{{shop.name}}` });
    const liquid = new Liquid({ strictFilters: true, strictVariables: true });
    const pages = [
      await visit({ form: { order: '1006', contact: 'ada@example.com' } }),
      await visit({ form: { order: attack, contact: attack } }),
      await visit({ query: { number: attack } }),
      await visit({ pathPrefix: `/${attack}` }),
    ];
    for (const { html } of pages) {
      expect(html).not.toMatch(/\{[{%]/);
      expect(await liquid.parseAndRender(html, { shop: { name: 'LEAKED' } })).toBe(html);
    }
    expect(pages[0]?.html).toContain('&#123;{ shop.name }}');
  });

  it('reaches the page as text: no markup in it runs', async () => {
    const markup = '"><img src=x onerror=alert(1)><script>alert(1)</script>';
    await placeOrder(ctx, { id: '1007', email: 'ada@example.com', title: markup, city: markup, message: markup, carrierUrl: 'javascript:alert(1)' });
    const pages = [
      await visit({ form: { order: '1007', contact: 'ada@example.com' } }),
      await visit({ form: { order: markup, contact: markup } }),
      await visit({ query: { number: markup } }),
    ];
    for (const { html } of pages) {
      // Ours stands on the order's page, and is the only one.
      expect(html.match(/<script/g)?.length ?? 0).toBe(html.includes('data-ac-state') ? 1 : 0);
      expect(html).not.toMatch(/<script>alert|<img src=x|javascript:/);
      expect(html).toContain('&lt;script&gt;');
    }
  });
});

describe('the limits', () => {
  it('hold across processes, say when to try again, and count no other visitor', async () => {
    const processes = [createLimits(database, log), createLimits(other, log)];
    const { points } = limitPolicies['lookup-visitor'];
    const tries = await Promise.all(
      Array.from({ length: points + 2 }, (_, at) => visit({ form: { order: '9999', contact: 'eve@example.com' }, visitor: '198.51.100.7', limits: processes[at % 2] })),
    );
    const refused = tries.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(text(refused[0]?.html ?? '')).toMatch(/try again in 10 minutes/);
    expect((await visit({ form: { order: '9999', contact: 'eve@example.com' }, visitor: '198.51.100.8' })).status).toBe(200);
  });

  it('that cannot be counted let nobody look anything up', async () => {
    const broken = openDatabase({ url: 'postgresql://nobody:x@127.0.0.1:1/none', pool: 1, name: 'broken' });
    const { status, html } = await visit({ form: { order: '1001', contact: 'ada@example.com' }, limits: createLimits(broken, log) });
    await broken.close();
    expect([status, text(html).includes('Not available right now'), text(html).includes('#1001')]).toEqual([503, true, false]);
  });
});

describe('recommended products', () => {
  const withGoods = (recommendedCollection: string) => renderTrackingPage(visitIn('en', { recommendedCollection }), { kind: 'order', tracked: tracked(), proven });
  const liquid = new Liquid();
  liquid.registerFilter('image_url', (url: string) => `${url}?width=360`);
  liquid.registerFilter('money', (cents: number) => `$${cents / 100}`);
  const products = Array.from({ length: 6 }, (_, at) => ({ title: `Good <${at}>`, url: `/products/${at}`, price: 1_900, featured_image: '/a.png' }));

  it('are four of the collection the merchant chose, rendered by the theme', async () => {
    const html = await liquid.parseAndRender(withGoods('frontpage'), { collections: { frontpage: { products } } });
    expect(html.match(/href="\/products\//g)).toHaveLength(4);
    expect(html).toContain('Good &lt;0&gt;</span></a><span>$19</span>');
  });

  it('are none where the collection is not there, or none was chosen', async () => {
    expect(await liquid.parseAndRender(withGoods('gone'), { collections: {} })).not.toContain('ac-goods"');
    expect(withGoods('')).not.toMatch(/\{[{%]/);
    expect(withGoods("x'] %}{{ shop.name")).not.toMatch(/\{[{%]/);
  });
});

it('answers nobody whose request Shopify did not sign', async () => {
  const door = openDoor();
  expect((await door(new Request('https://app.example/proxy/track?shop=nordlicht.myshopify.com&timestamp=1&signature=00'))).status).toBe(401);
});
