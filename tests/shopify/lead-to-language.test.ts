import { Liquid } from 'liquidjs';
import { expect, test } from 'vitest';
import { spokenLink } from '#app/kernel/spoken-link.ts';
import { leadToLanguage } from '#app/platform/shopify/lead-to-language.ts';

const published = ['en', 'zh-CN', 'pt-BR'];
const roots: Record<string, string> = { en: '/', 'zh-CN': '/zh', 'pt-BR': '/pt' };

/** What the storefront makes of it on a page in a language, and where that leads from an address; null where nobody is led anywhere. */
async function led({ asked, spoken = 'en', at = '/apps/aftercare/track?key=a.b&locale=zh-CN#top', available = published, storefront = published }: { asked: string | null; spoken?: string; at?: string; available?: string[]; storefront?: string[] }): Promise<string | null> {
  const here = { request: { locale: { iso_code: spoken } }, routes: { root_url: roots[spoken] ?? '/' }, localization: { available_languages: available.map((iso_code) => ({ iso_code, root_url: roots[iso_code] })) } };
  const html = await new Liquid({ strictFilters: true, strictVariables: true }).parseAndRender(leadToLanguage(asked, storefront), here);
  const [, script] = /^<script>(.*)<\/script>$/s.exec(html) ?? [];
  if (script === undefined) return html === '' ? null : html;
  const { pathname, search, hash } = new URL(at, 'https://shop.example');
  const gone: string[] = [];
  new Function('location', 'document', script)({ pathname, search, hash, replace: (to: string) => gone.push(to) }, { documentElement: { dataset: {} } });
  return gone.join();
}

test('a link in a language leads to the storefront’s own path of it, once, with everything else it says', async () => {
  expect(await led({ asked: 'zh-CN' })).toBe('/zh/apps/aftercare/track?key=a.b#top');
  expect(await led({ asked: 'en', spoken: 'zh-CN', at: '/zh/apps/aftercare/rating?locale=en' })).toBe('/apps/aftercare/rating');
  // One that the shop speaks in another place's way.
  expect(await led({ asked: 'pt-PT' })).toBe('/pt/apps/aftercare/track?key=a.b#top');
});

test.each([
  ['is spoken already', { asked: 'zh-CN', spoken: 'zh-CN' }],
  ['is not asked for', { asked: null }],
  ['the shop has not published', { asked: 'ja' }],
  ['the storefront does not have here', { asked: 'zh-CN', available: ['en'] }],
  ['is none', { asked: "zh-CN' or true" }],
  ['nothing is known of', { asked: 'zh-CN', storefront: [] }],
])('nobody is led to a language that %s', async (_, where) => {
  expect(await led(where)).toBeNull();
});

test('a link says its language behind whatever else it says', () => {
  expect([spokenLink('https://shop.example/a', 'ja'), spokenLink('https://shop.example/a?key=1', 'zh-CN')]).toEqual(['https://shop.example/a?locale=ja', 'https://shop.example/a?key=1&locale=zh-CN']);
});
