import { describe, expect, it } from 'vitest';
import { PeakPage } from '../../app/modules/peak/ui/peak-page.tsx';
import { noticeKinds } from '../../app/modules/notices/index.server.ts';
import { peakPlan } from '../../app/modules/peak/index.server.ts';
import { applyOrders } from '../../app/modules/orders/index.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { order } from '../orders/snapshots.ts';
import { profile } from './profiles.ts';
import { ask, openPeakStage, plan, stages } from './stage.ts';

const stage = await openPeakStage();
const at = (ctx: ShopContext, time: string): ShopContext => ({ ...ctx, clock: { now: () => new Date(time) } });
const page = { countries: ['DE', 'FR'], carriers: [{ key: 'dhl', name: 'DHL' }], kinds: noticeKinds, today: '2026-12-01' };

describe('the page of busy times', () => {
  it.each(['en', 'zh-CN'] as const)('shows in %s what is planned, in force and over, and what each does', async (locale) => {
    const ctx = at(await stage.newShop(), '2026-12-01T12:00:00Z');
    await plan(ctx, [profile(), profile({ id: 'sale', name: 'Sale', from: '2027-01-02', to: '2027-01-10' }), profile({ id: 'friday', name: 'Black Friday', from: '2026-11-20', to: '2026-11-26' })]);
    const shown = textOf(render({ locale, children: <PeakPage {...await peakPlan(ctx)} {...page} /> }));
    for (const word of locale === 'en' ? ['Christmas', 'In force', 'Planned', 'Over', 'Last days to order for 3 countries', '3 days longer', 'A sentence in 2 notices', 'End now'] : ['Christmas', '生效中', '已安排', '已结束', '延长 3 天']) expect(shown).toContain(word);
  });

  it('refuses what overlaps and keeps what was there', async () => {
    const ctx = await stage.newShop();
    await plan(ctx, [profile()]);
    expect(await plan(ctx, [profile(), profile({ id: 'other', from: '2026-12-20' })])).toMatchObject({ errors: { fields: { '1.from': 'overlap' } } });
    expect(Object.keys(await stages(ctx))).toEqual(['christmas']);
  });
});

describe('ending by hand', () => {
  it('ends what is in force at once and for good, and nothing else', async () => {
    const shop = await stage.newShop();
    await plan(shop, [profile()]);
    await expect(ask(at(shop, '2026-11-25T12:00:00Z'), { intent: 'end', id: 'christmas' })).rejects.toMatchObject({ code: 'not_running' });
    const during = at(shop, '2026-12-01T12:00:00Z');
    expect(await stages(during)).toEqual({ christmas: 'running' });
    expect(await ask(during, { intent: 'end', id: 'christmas' })).toEqual({ ended: 'christmas' });
    expect(await stages(during)).toEqual({ christmas: 'over' });
    await expect(ask(during, { intent: 'end', id: 'christmas' })).rejects.toMatchObject({ status: 409 });
    await expect(ask(during, { intent: 'end', id: 'nobody' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('the last days to order', () => {
  const asked = (countries: string[]) => JSON.stringify({ id: 'new', from: '2026-11-27', to: '2026-12-24', endedAt: null, extraDays: 0, arriveBy: '2026-12-24', countries });

  it('are worked out for the shop’s main destinations, and come earlier the longer the profile promises', async () => {
    const ctx = await stage.newShop();
    const to = (id: string, countryCode: string) => order({ id, facts: { shipping_address: { name: 'Ada', address1: 'Weg 1', address2: null, city: 'X', province: null, provinceCode: null, zip: '1', countryCode, phone: null } } });
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [to('1', 'FR'), to('2', 'DE'), to('3', 'DE')], ctx.clock.now()));
    const plain = await ask(ctx, { intent: 'suggest', value: asked([]) });
    expect(plain).toMatchObject({ lastOrders: [{ country: 'DE' }, { country: 'FR' }], tooLate: [] });
    const longer = await ask(ctx, { intent: 'suggest', value: asked([]).replace('"extraDays":0', '"extraDays":3') });
    const days = (answer: typeof plain) => ('lastOrders' in answer ? answer.lastOrders.map(({ day }) => day) : []);
    expect(days(plain)).toHaveLength(2);
    expect(days(longer).every((day, index) => day < (days(plain)[index] ?? ''))).toBe(true);
  });

  it('say of a country that is too far already that it is', async () => {
    const ctx = at(await stage.newShop(), '2026-12-23T12:00:00Z');
    expect(await ask(ctx, { intent: 'suggest', value: asked(['JP']) })).toEqual({ lastOrders: [], tooLate: ['JP'] });
  });
});

describe('a preview', () => {
  it('shows the banner of what is being written on its first day, in the language asked for', async () => {
    const ctx = await stage.newShop();
    const answer = await ask(ctx, { intent: 'preview', locale: 'fr', value: JSON.stringify(profile({ name: '', banner: { on: true, text: { fr: 'Beaucoup de <colis>.' } } })) });
    expect('banner' in answer && answer.banner).toContain('Beaucoup de &lt;colis&gt;.');
    expect('banner' in answer && answer.banner).toContain('mer. 16 décembre');
    await expect(ask(ctx, { intent: 'preview', locale: 'fr', value: '{}' })).rejects.toMatchObject({ status: 400 });
  });

  it('shows a notice with the sentence it will have, and one of no chosen kind without', async () => {
    const ctx = await stage.newShop();
    const shown = async (kind: string) => {
      const answer = await ask(ctx, { intent: 'preview-notice', kind, locale: 'de', value: JSON.stringify(profile()) });
      return 'notice' in answer ? answer.notice.html : '';
    };
    expect(await shown('delay')).toContain('Es dauert gerade überall länger.');
    expect(await shown('shipped')).toContain('Bei uns ist gerade Hochsaison');
    expect(await shown('delivered')).not.toContain('Hochsaison');
  });
});
