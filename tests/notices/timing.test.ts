import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursSetting } from '#app/modules/hours/index.server.ts';
import { actOnRules, noticesStillTrue } from '#app/modules/notices/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { initialRules, type KindRules } from '../../app/modules/notices/kind-rules.ts';
import { noticeKinds, type NoticeKind } from '../../app/modules/notices/kinds.ts';
import { momentsOf } from '../../app/modules/notices/moments.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { checkpoint, fulfillment, line } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;
const scan = (id: string, status: string, at: number) => checkpoint(id, '1', '1', status, hours(at));

/** A shop in Berlin that is open from nine to five, Monday to Friday; the story begins on a Sunday at nine. */
async function shopWith(rules: Partial<Record<NoticeKind, Partial<KindRules>>>): Promise<Shop> {
  const shop = await stage.newShop();
  const chosen = Object.fromEntries(Object.entries(rules).map(([kind, rule]) => [kind, { ...initialRules('shipped'), ...rule }]));
  await changeSetting(shop.at(0), noticesSetting, { value: { kinds: {}, rules: chosen }, version: 0, by: null });
  return shop;
}

const due = async (shop: Shop) => (await shop.notices()).map(({ due_at }) => due_at.toISOString());

describe('a notice that waits for hours', () => {
  it('is told when they are over, if it is still true', async () => {
    const shop = await shopWith({ shipped: { waitHours: 4 } });
    await shop.hear(1, berlinOrder(), parcel());
    await shop.decide(3);
    expect(await shop.kinds()).toEqual([]);
    await shop.decide(5);
    expect(await shop.kinds()).toEqual(['shipped']);
  });

  it('is held back when it is true no more', async () => {
    const shop = await shopWith({ shipped: { waitHours: 4 } });
    await shop.hear(1, berlinOrder(), parcel());
    await shop.hear(3, scan('1', 'out_for_delivery', 3));
    await shop.decide(5);
    expect((await shop.notices()).map(({ kind, held_for }) => [kind, held_for])).toEqual([['shipped', 'no_longer_true'], ['out_for_delivery', null]]);
  });

  it('has as long to leave after its wait as another without one', async () => {
    const shop = await shopWith({ shipped: { waitHours: 72 } });
    await shop.hear(1, berlinOrder(), parcel());
    await shop.decide(74);
    expect(await shop.kinds()).toEqual(['shipped']);
  });
});

describe('rules that change', () => {
  const rules = (waitHours: number, version: number) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'save-rules', version: String(version), value: JSON.stringify({ ...initialRules('shipped'), waitHours }) })) form.append(name, value);
    return form;
  };

  it('hold for what waits too, at once', async () => {
    const shop = await shopWith({ shipped: { waitHours: 24 } });
    await shop.hear(1, berlinOrder(), parcel());
    await actOnRules(shop.at(5), 'shipped', rules(48, 1), null);
    await shop.decide(26);
    expect([await shop.kinds(), await due(shop)]).toEqual([[], [new Date(Date.parse(hours(48)) + 60_000).toISOString()]]);
    await stage.database.pool.query('delete from graphile_worker._private_jobs');
    await actOnRules(shop.at(27), 'shipped', rules(0, 2), null);
    expect(await shop.woken()).toEqual(['1']);
    await shop.decide(27);
    expect(await shop.kinds()).toEqual(['shipped']);
  });
});

describe('a notice that leaves in business hours only', () => {
  const weekend = { shipped: { inBusinessHours: true } };

  it('waits for Monday morning', async () => {
    const shop = await shopWith(weekend);
    await shop.hear(1, berlinOrder(), parcel());
    expect(await due(shop)).toEqual([hours(24)]);
    await shop.decide(23);
    expect(await shop.kinds()).toEqual([]);
    await shop.decide(24);
    expect(await shop.kinds()).toEqual(['shipped']);
  });

  it('whose moment a dead worker missed waits for the next morning, not for ever', async () => {
    const shop = await shopWith(weekend);
    await shop.hear(1, berlinOrder(), parcel());
    await shop.decide(24 + 12);
    expect([await shop.kinds(), await due(shop)]).toEqual([[], [hours(48)]]);
    await shop.decide(24 + 24 * 6);
    expect(await shop.notices()).toMatchObject([{ state: 'held', held_for: 'too_late' }]);
  });

  it('leaves at once where the shop’s hours never come', async () => {
    const shop = await shopWith(weekend);
    const everyDay = Array.from({ length: 400 }, (_, at) => new Date(Date.parse(hours(0)) + at * 86_400_000).toISOString().slice(0, 10));
    await changeSetting(shop.at(0), hoursSetting, { value: { ...hoursSetting.initial, closedDays: everyDay }, version: 0, by: null });
    await shop.hear(1, berlinOrder(), parcel());
    expect(await shop.kinds()).toEqual(['shipped']);
  });

  it('waits in the outbox too, should the shop close meanwhile', async () => {
    const shop = await shopWith(weekend);
    await shop.hear(24 + 7, berlinOrder({}, hours(24)), parcel({ updatedAt: hours(24) }));
    const [message] = await shop.messages();
    if (!message) throw new Error('Nothing was told.');
    const asked = (at: number) => shop.ctx.tx(async (tx) => (await noticesStillTrue(shop.ctx).stillTrue(tx, [message], new Date(hours(at))))(message));
    expect(await asked(24 + 7.9)).toBe(true);
    expect(await asked(24 + 8)).toMatchObject({ wait: new Date(hours(48)) });
  });
});

describe('the parcels of one order', () => {
  const lines = (left: number) => [line('11', { unfulfilled_quantity: 0 }), line('12', { position: 1, unfulfilled_quantity: left })];
  const split = (left: number, at: number) => ({ ...berlinOrder({ fulfillment_status: left > 0 ? 'partial' : 'fulfilled' }, hours(at)), lines: lines(left).map((facts) => ({ facts, imageUrl: undefined })) });
  const second = (at: number) => fulfillment({ id: '2', orderId: '1', numbers: ['00340434161094022122'], updatedAt: hours(at) });

  it('are told each as it leaves, unless the merchant gathers them', async () => {
    const shop = await shopWith({});
    await shop.hear(1, split(2, 1), parcel());
    await shop.decide(2);
    await shop.hear(10, split(0, 10), second(10));
    expect((await shop.messages()).map(({ subject, text_body }) => [subject, text_body.includes('2 parcels')])).toEqual([['Nordlicht: your order #1 is on its way', false], ['Nordlicht: your order #1 is on its way', false]]);
  });

  it('are gathered into one notice once everything left', async () => {
    const shop = await shopWith({ shipped: { gatherHours: 48 } });
    await shop.hear(1, split(2, 1), parcel());
    await shop.decide(9);
    expect(await shop.kinds()).toEqual([]);
    await shop.hear(10, split(0, 10), second(10));
    const messages = await shop.messages();
    expect(messages).toHaveLength(1);
    for (const part of ['in 2 parcels', '00340434161094022115', '00340434161094022122']) expect(messages[0]?.text_body).toContain(part);
  });

  it('that have left are told of at the latest after the time that was set, all of them', async () => {
    const shop = await shopWith({ shipped: { gatherHours: 24 } });
    await shop.hear(1, split(2, 1), parcel());
    await shop.hear(20, split(1, 20), second(20));
    await shop.decide(26);
    expect(await shop.kinds()).toEqual(['shipped']);
    expect((await shop.notices()).map(({ state }) => state)).toEqual(['queued', 'queued']);
  });

  it.each([
    ['first', '00340434161094022122', parcel({ status: 'cancelled', updatedAt: hours(11) })],
    ['second', '00340434161094022115', { ...second(11), facts: { ...second(11).facts, status: 'cancelled' } }],
  ])('are not named together once the %s was withdrawn: the other is told anew, once', async (_, number, withdrawn) => {
    const shop = await shopWith({ shipped: { gatherHours: 48 } });
    await shop.hear(1, split(2, 1), parcel());
    await shop.hear(10, split(0, 10), second(10));
    const judged = async (at: number) => {
      const waiting = (await shop.messages()).filter(({ state }) => state === 'queued');
      return shop.ctx.tx(async (tx) => waiting.map(await noticesStillTrue(shop.ctx).stillTrue(tx, waiting, new Date(hours(at)))));
    };
    expect(await judged(10)).toEqual([true]);
    await shop.hear(11, withdrawn);
    await stage.database.pool.query(`delete from graphile_worker._private_jobs where (payload ->> 'shopId')::int = $1`, [shop.ctx.shop.id]);
    expect(await judged(11)).toMatchObject([{ untrue: expect.stringContaining('of the others it is told anew') }]);
    await shop.ctx.tx((tx) => tx.outbox.updateMany({ data: { state: 'dropped' } }));
    expect(await shop.woken()).toEqual(['1']);
    await shop.decide(11);
    await shop.decide(12);
    expect(await judged(12)).toEqual([true]);
    const told = (await shop.messages()).filter(({ state }) => state === 'queued').map(({ text_body }) => ['00340434161094022115', '00340434161094022122'].filter((one) => text_body.includes(one)));
    expect(told).toEqual([[number]]);
  });
});

it('whatever a merchant chose, nothing is due before it happened, nor after it is old news', () => {
  const rules = fc.record({ waitHours: fc.integer({ min: 0, max: 72 }), inBusinessHours: fc.boolean(), gatherHours: fc.option(fc.integer({ min: 1, max: 168 })) });
  fc.assert(fc.property(fc.constantFrom(...noticeKinds), rules, fc.boolean(), fc.integer({ min: 0, max: 8_760 }), (kind, chosen, incomplete, at) => {
    const happened = new Date(hours(at));
    const { due: moment, expires } = momentsOf(kind, happened, { rules: { ...initialRules(kind), ...chosen }, hours: { ...hoursSetting.initial, zone: 'Europe/Berlin' }, incomplete });
    expect(moment >= happened).toBe(true);
    expect(expires > moment).toBe(true);
  }));
});
