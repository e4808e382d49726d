import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { loadAppBlocks } from '#sandbox/storefront/theme-extensions.ts';
import { fakeShop } from './fake-shop.ts';
import { openStorefront, type OpenStorefront } from './open-storefront.ts';

let front: OpenStorefront | undefined;
afterEach(() => front?.close());

const open = async (options: Omit<Parameters<typeof openStorefront>[0], 'runAdmin'> = {}) => (front = await openStorefront({ runAdmin: fakeShop().runAdmin, ...options })).base;

const pages = ['/', '/collections/all', '/products/enamel-mug', '/cart', '/pages/about', '/pages/contact', '/pages/track-your-order', '/policies/refund-policy', '/nothing-here'];

describe('the theme', () => {
  it.each(['', '/zh', '/de', '/fr', '/es', '/ja', '/pt'])('has every word of every page in the language of %s', async (prefix) => {
    const base = await open();
    for (const page of pages) expect(await (await fetch(`${base}${prefix}${page}`)).text(), page).not.toContain('Translation missing');
  });

  it('answers 404 for what is not there and 405 for the wrong method', async () => {
    const base = await open();
    expect((await fetch(`${base}/products/unknown`)).status).toBe(404);
    expect((await fetch(`${base}/policies/privacy-policy`)).status).toBe(404);
    const wrong = await fetch(`${base}/cart/add`);
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('links every language to the page shown and shows prices in the chosen currency', async () => {
    const base = await open();
    const page = await (await fetch(`${base}/fr/products/enamel-mug`, { headers: { cookie: 'currency=JPY' } })).text();
    expect(page).toMatch(/hreflang="zh-CN" href="[^"]+\/zh\/products\/enamel-mug"/);
    expect(page).toContain('3\u202f624\u00a0¥');
  });

  it('never sends a visitor to another host from the language menu', async () => {
    const base = await open();
    for (const target of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const answer = await fetch(`${base}/localization`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ locale_code: 'de', return_to: target }) });
      expect(answer.headers.get('location')).toBe('/de/');
    }
  });

  it('serves no file outside its asset folders', async () => {
    const base = await open();
    expect((await fetch(`${base}/cdn/extensions/aftercare-theme/assets/..%2Fshopify.extension.toml`)).status).toBe(404);
    expect((await fetch(`${base}/cdn/assets/..%2Flayout%2Ftheme.liquid`)).status).toBe(404);
  });
});

describe('the way to the tracking page', () => {
  const links = async (base: string, path = '/de/') => [...(await (await fetch(base + path)).text()).matchAll(/<a href="([^"]+)"[^>]*>Bestellung verfolgen/g)].map((match) => match[1]);

  it('is the app’s own page until the merchant puts its form on a page of theirs', async () => {
    expect(new Set(await links(await open()))).toEqual(new Set(['/de/apps/aftercare/track']));
    await front?.close();
    const placed = await open({ placements: [{ template: 'page', block: 'aftercare-theme/track-order', settings: {} }] });
    expect(new Set(await links(placed))).toEqual(new Set(['/de/pages/track-your-order']));
  });

  it('is not offered while no app is installed', async () => {
    expect(await links(await open({ installed: false }))).toEqual([]);
  });
});

describe('theme app blocks', () => {
  it('appear where the merchant put them, in the visitor’s language, with their stylesheet', async () => {
    const base = await open({ placements: [{ template: 'page', block: 'aftercare-theme/track-order', settings: {} }] });
    const page = await (await fetch(`${base}/de/pages/about`)).text();
    expect(page).toContain('action="/de/apps/aftercare/track"');
    expect(page).toContain('name="locale" value="de"');
    expect(page).toContain('Bestellnummer');
    expect(page).toContain('href="/cdn/extensions/aftercare-theme/assets/aftercare.css"');
    expect((await fetch(`${base}/cdn/extensions/aftercare-theme/assets/aftercare.css`)).headers.get('content-type')).toContain('text/css');
    const home = await (await fetch(`${base}/`)).text();
    expect(home).not.toContain('aftercare-track__form');
    expect(home).not.toContain('aftercare.css');
  });

  it('take the merchant’s settings over the schema’s defaults, escaped', async () => {
    const base = await open({ placements: [{ template: 'index', block: 'aftercare-theme/track-order', settings: { heading: 'Where is <it>?', alignment: 'center' } }] });
    const page = await (await fetch(`${base}/`)).text();
    expect(page).toContain('Where is &lt;it&gt;?');
    expect(page).toContain('aftercare-track--center');
    expect(page).toContain('Enter your order number');
  });

  it('with target body are on every page of the shop', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'extensions-'));
    for (const folder of ['blocks', 'locales', 'snippets', 'assets']) mkdirSync(join(dir, 'chat', folder), { recursive: true });
    writeFileSync(join(dir, 'chat', 'shopify.extension.toml'), 'name = "Chat"\ntype = "theme"\n');
    writeFileSync(join(dir, 'chat', 'locales', 'en.default.json'), '{"hello":"Hello {{ name }}"}');
    const schema = { name: 'Chat', target: 'body', settings: [{ type: 'text', id: 'who', label: 'Who', default: 'you' }] };
    writeFileSync(join(dir, 'chat', 'blocks', 'bubble.liquid'), `<p>{{ 'hello' | t: name: block.settings.who }}</p>{% schema %}${JSON.stringify(schema)}{% endschema %}`);
    const base = await open({ extensionsDir: dir, placements: [{ template: 'index', block: 'chat/bubble', settings: {} }] });
    for (const path of ['/', '/cart', '/policies/refund-policy']) expect(await (await fetch(base + path)).text()).toContain('<p>Hello you</p>');
  });

  it('without a valid schema stop the storefront with their name', () => {
    const dir = mkdtempSync(join(tmpdir(), 'extensions-'));
    for (const folder of ['blocks', 'locales']) mkdirSync(join(dir, 'bad', folder), { recursive: true });
    writeFileSync(join(dir, 'bad', 'shopify.extension.toml'), 'type = "theme"\n');
    writeFileSync(join(dir, 'bad', 'blocks', 'x.liquid'), '{% schema %}{"name":"X","target":"cellar"}{% endschema %}');
    expect(() => loadAppBlocks(dir)).toThrow('bad/x');
  });
});
