import { describe, expect, it } from 'vitest';
import { customerLocales } from '../../app/kernel/locales.ts';
import { decideNotices, noticeKinds, previewNotice } from '../../app/modules/notices/index.server.ts';
import { refreshChangedParcels } from '../../app/modules/parcels/index.server.ts';
import { loadKnowledge, promiseFor, promiseRulesSetting } from '../../app/modules/promises/index.server.ts';
import { changeSetting } from '../../app/modules/settings/index.server.ts';
import { journey } from '../promises/journeys.ts';
import { openStorefront, placeOrder } from '../tracking/storefront.ts';
import { profile } from './profiles.ts';
import { ask, plan } from './stage.ts';

const { ctx, visit } = await openStorefront();
const clock = (time: string) => void (ctx.clock.now = () => new Date(time));
const linkTo = (id: string) => `https://shop.example.com/${id}`;

/** Everything a shop has set but its plan, byte for byte. */
const settings = async () => JSON.stringify(await ctx.tx((tx) => tx.$queryRaw`select name, value::text, version, updated_at::text, updated_by from settings where name <> 'peak' order by name`));

/** Everything customers are shown, but for keys, which are other ones at each look, at the moment the clock says: pages, notices of every kind, and what a new order is promised, in every language. */
async function shown(): Promise<string[]> {
  const pages = await Promise.all(customerLocales.flatMap((language) => [visit({ language }), visit({ language, form: { order: '#1', contact: 'ada@example.com' } }), visit({ language, query: { number: 'TRACK-1' } })]));
  const notices: string[] = [];
  for (const kind of noticeKinds) for (const locale of customerLocales) notices.push(JSON.stringify(await previewNotice(ctx, { linkTo }, { kind, locale, order: '#1' })));
  const now = ctx.clock.now();
  const knowledge = await ctx.tx((tx) => loadKnowledge(tx, now, ctx.shop.ianaTimezone));
  const promised = promiseFor(journey({ placedAt: now, shippedAt: null, status: null }), knowledge, now);
  return [...pages.map(({ status, html }) => `${status} ${html.replace(/name="key" value="[^"]+"|data-ac-state="[^"]+"/g, '')}`), ...notices, JSON.stringify(promised)];
}

describe('a busy time', () => {
  it.each([
    ['ends by its date', '2027-01-05T12:00:00Z', null],
    ['is ended by hand', '2026-12-10T12:00:00Z', '2026-12-08T09:30:00Z'],
  ])('that %s leaves every setting and everything shown as they were, byte for byte', async (_, later, endedAt) => {
    clock('2026-11-20T12:00:00Z');
    await plan(ctx, []);
    await placeOrder(ctx, { id: '1', email: 'ada@example.com' });
    const set = await settings();
    clock(later);
    await refreshChangedParcels(ctx);
    const before = await shown();

    clock('2026-11-21T12:00:00Z');
    await plan(ctx, [profile({ notes: Object.fromEntries(noticeKinds.map((kind) => [kind, {}])), carriers: [{ carrier: 'dhl_parcel_de', extraDays: 9 }] })]);
    clock('2026-12-01T12:00:00Z');
    await refreshChangedParcels(ctx);
    await decideNotices(ctx, { linkTo, hasHouseSms: false }, { orderId: '1' });
    const during = await shown();
    if (endedAt !== null) {
      clock(endedAt);
      await ask(ctx, { intent: 'end', id: 'christmas' });
    }

    clock(later);
    await refreshChangedParcels(ctx);
    expect(await shown()).toEqual(before);
    expect(await settings()).toBe(set);
    expect(during.filter((one) => /busiest|Hochsaison|chargée|mayor actividad|混み合う|movimentada|最繁忙/.test(one)).length).toBe(during.length - 1);
    expect(during.at(-1)).toContain('"peak":"Christmas","extraDays":9');
  }, 120_000);

  it('lets settings be changed while it is in force, and keeps what was changed', async () => {
    clock('2026-12-01T12:00:00Z');
    await plan(ctx, [profile()]);
    await changeSetting(ctx, promiseRulesSetting, { value: { ...promiseRulesSetting.initial, cutOff: '09:00' }, version: 0, by: null });
    const set = await settings();
    await ask(ctx, { intent: 'end', id: 'christmas' });
    expect(await settings()).toBe(set);
    expect(set).toContain('09:00');
  });
});
