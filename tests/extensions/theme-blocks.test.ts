import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderAppBlock } from '#sandbox/storefront/render-app-block.ts';
import { loadAppBlocks } from '#sandbox/storefront/theme-extensions.ts';

const blocks = loadAppBlocks(resolve('extensions'));

interface Where {
  locale?: string;
  root?: string;
  path?: string;
}

function show(name: string, settings: Record<string, string | boolean> = {}, { locale = 'en', root = '/', path = '/' }: Where = {}): Promise<string> {
  const block = blocks.get(`aftercare-theme/${name}`);
  if (!block) throw new Error(`There is no block ${name}.`);
  const visit = { locale, localePrefix: root.replace(/\/$/, ''), path, currency: 'EUR' };
  return renderAppBlock(block, settings, visit, { routes: { root_url: root }, request: { locale: { iso_code: locale }, path } });
}

describe('the block "Order tracking"', () => {
  it('posts to the page of the app, also below the address of a language, which Shopify gives without a slash', async () => {
    expect(await show('track-order')).toContain('method="post" action="/apps/aftercare/track"');
    expect(await show('track-order', {}, { root: '/fr' })).toContain('method="post" action="/fr/apps/aftercare/track"');
    expect(await show('track-order', {}, { root: '/fr/' })).toContain('method="post" action="/fr/apps/aftercare/track"');
  });

  it('offers the look-up by number unless the merchant leaves it out', async () => {
    expect(await show('track-order')).toMatch(/<details[^]*method="get" action="\/apps\/aftercare\/track"[^]*name="number"/);
    expect(await show('track-order', { show_number: false })).not.toContain('name="number"');
  });

  it('leads to returns where the merchant wishes it, and not before', async () => {
    expect(await show('track-order')).not.toContain('/apps/aftercare/returns');
    const html = await show('track-order', { show_returns: true }, { locale: 'de', root: '/de' });
    expect(html).toContain('href="/de/apps/aftercare/returns?locale=de">Etwas zurückgeben oder umtauschen</a>');
  });

  it("has the merchant's words, with what they may contain made harmless, and the visitor's language otherwise", async () => {
    const own = await show('track-order', { heading: 'Where is <it>?', text: 'a & b', button_label: '"Go"' });
    for (const text of ['Where is &lt;it&gt;?', 'a &amp; b', '&#34;Go&#34;']) expect(own).toContain(text);
    expect(await show('track-order', {}, { locale: 'ja' })).toContain('追跡番号だけがわかる場合');
  });

  it("takes the merchant's accent, and leaves the theme's look alone without one", async () => {
    expect(await show('track-order', { accent: '#b3261e' })).toMatch(/aftercare-track--accented"\s*style="--aftercare-accent: #b3261e"/);
    expect(await show('track-order')).not.toContain('accent');
  });

  it('names every field for those who do not see it', async () => {
    const html = await show('track-order');
    const labelled = [...html.matchAll(/<label for="([^"]+)"/g)].map((match) => match[1]);
    const fields = [...html.matchAll(/<input id="([^"]+)"/g)].map((match) => match[1]);
    expect(fields).toHaveLength(3);
    expect(labelled).toEqual(fields);
  });
});

describe('the link on every page', () => {
  it('is an app embed, placed and labelled by the merchant', async () => {
    expect(blocks.get('aftercare-theme/track-everywhere')?.target).toBe('body');
    const html = await show('track-everywhere', { placement: 'start', label: 'My <parcel>' }, { locale: 'de' });
    expect(html).toContain('aftercare-everywhere--start');
    expect(html).toContain('href="/apps/aftercare/track?locale=de"');
    expect(html).toContain('My &lt;parcel&gt;');
  });

  it('says it in the language of the visitor where the merchant wrote nothing', async () => {
    expect(await show('track-everywhere', {}, { locale: 'zh-CN' })).toContain('查询订单');
  });

  it('is not on the page that it leads to', async () => {
    expect(await show('track-everywhere', {}, { path: '/fr/apps/aftercare/track' })).not.toContain('<a');
  });
});

describe('the link as a block', () => {
  it('leads to the page below the address of the language', async () => {
    expect(await show('track-link', { style: 'button' }, { root: '/fr', locale: 'fr' })).toContain('href="/fr/apps/aftercare/track?locale=fr"');
  });
});
