import { describe, expect, it } from 'vitest';
import { answerPreferences } from '../../app/modules/outbox/index.server.ts';
import { readPeakBanner } from '../../app/modules/peak/index.server.ts';
import { openStorefront, placeOrder } from '../tracking/storefront.ts';
import { profile } from './profiles.ts';
import { plan } from './stage.ts';

const { ctx, visit } = await openStorefront();
const found = { form: { order: '#1', contact: 'ada@example.com' } };
await placeOrder(ctx, { id: '1', email: 'ada@example.com' });
const clock = (time: string) => void (ctx.clock.now = () => new Date(time));
const preferences = async () => {
  const proxy = { ctx, locales: ['en'], pathPrefix: '/apps/aftercare', liquid: (html: string, init?: ResponseInit) => new Response(html, init) } as Parameters<typeof answerPreferences>[1];
  return (await answerPreferences(new Request('https://app.example/proxy/preferences'), proxy, { secrets: ['x'], bannerIn: (locale) => ctx.tx((tx) => readPeakBanner(tx, ctx, locale)) })).text();
};

describe('the storefront in a busy time', () => {
  it('shows the banner on the form, the order and the page of preferences, and before and after on none', async () => {
    await plan(ctx, [profile()]);
    const banners = async () => [await visit(), await visit(found), { html: await preferences() }].map(({ html }) => html.includes('class="ac-peak"'));
    clock('2026-11-26T12:00:00Z');
    expect(await banners()).toEqual([false, false, false]);
    clock('2026-12-01T12:00:00Z');
    expect(await banners()).toEqual([true, true, true]);
    clock('2026-12-25T12:00:00Z');
    expect(await banners()).toEqual([false, false, false]);
  });

  it('says what a merchant wrote as words, never as markup or Liquid', async () => {
    clock('2026-12-01T12:00:00Z');
    await plan(ctx, [profile({ banner: { on: true, text: { en: '<b>{{ shop.email }}</b> {% raw %}' } } })]);
    const { html } = await visit();
    expect(html).toContain('&lt;b&gt;&#123;{ shop.email }}&lt;/b&gt; &#123;% raw %}');
  });
});
