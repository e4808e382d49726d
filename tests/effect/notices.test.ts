import { describe, expect, it } from 'vitest';
import { actOnHoldOut, effectReport } from '#app/modules/effect/index.server.ts';
import { releaseHeldOut } from '#app/modules/notices/index.server.ts';
import { armOf, personMark } from '../../app/modules/effect/arm.ts';
import { startHoldOut } from '../../app/modules/effect/start-hold-out.server.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from '../notices/stage.ts';
import { checkpoint } from '../orders/snapshots.ts';

const stage = await openNoticesStage();
const slip = (id: string, at: number, day: string) => {
  const scan = checkpoint(id, '1', '1', 'in_transit', hours(at));
  return { ...scan, facts: { ...scan.facts, estimated_delivery_at: day } };
};

/** A shop in which a hold-out of half runs, and an address on a side of it. */
async function shopWith(arm: 'told' | 'held_out') {
  const shop = await stage.newShop();
  await startHoldOut(shop.at(0), { share: 50, by: null });
  const email = Array.from({ length: 100 }, (_, at) => `person-${at}@example.com`).find((address) => armOf(personMark(shop.ctx.shop.id, { customerId: null, email: address }) ?? '', 50) === arm);
  if (!email) throw new Error('Nobody stands on that side.');
  await shop.hear(6, berlinOrder({ email }), parcel(), slip('1', 5, '2026-11-05T18:00:00Z'));
  return shop;
}

describe('a hold-out', () => {
  it('keeps a delay and its further slips from a customer who is held out, tells them everything else, and says so', async () => {
    const shop = await shopWith('held_out');
    await shop.hear(60, slip('2', 58, '2026-11-07T18:00:00Z'));
    await shop.hear(100, slip('3', 98, '2026-11-10T18:00:00Z'));
    await shop.sent();
    await shop.hear(170, checkpoint('4', '1', '1', 'failure', hours(169)));
    expect(await shop.kinds()).toEqual(['shipped', 'exception']);
    expect((await shop.notices()).filter(({ kind }) => kind === 'delay').map(({ state, held_for }) => [state, held_for])).toEqual([['held', 'held_out'], ['held', 'held_out']]);
    expect((await effectReport(shop.at(171))).latest).toMatchObject({ heldOut: { enrolled: 1 }, told: { enrolled: 0 } });
  });

  it('tells everybody else as ever, and counts them beside', async () => {
    const shop = await shopWith('told');
    await shop.hear(60, slip('2', 58, '2026-11-07T18:00:00Z'));
    expect(await shop.kinds()).toEqual(['shipped', 'delay']);
    expect((await effectReport(shop.at(61))).latest).toMatchObject({ heldOut: { enrolled: 0 }, told: { enrolled: 1 } });
  });

  it('has those who were held out told of what still is true and news once it ends, and of nothing else', async () => {
    const shop = await shopWith('held_out');
    await shop.hear(60, slip('2', 58, '2026-11-07T18:00:00Z'));
    await shop.hear(100, slip('3', 98, '2026-11-10T18:00:00Z'));
    const form = new FormData();
    form.append('intent', 'end');
    form.append('id', (await effectReport(shop.at(101))).latest?.holdOut.id ?? '');
    expect(await actOnHoldOut(shop.at(101), form, { by: null, release: releaseHeldOut })).toEqual({ done: 'ended' });
    await shop.decide(101);
    const delays = (await shop.messages()).filter(({ kind }) => kind === 'notices.delay');
    expect(delays.map(({ subject, order_id }) => [subject, order_id])).toEqual([['Nordlicht: your parcel from order #1 is late', '1']]);
    expect(delays[0]?.text_body).toContain('Tuesday, November 10');
    expect(await shop.woken()).toContain('1');
  });

  it('counts nobody whose delay is held back for another reason', async () => {
    const shop = await shopWith('held_out');
    await shop.ctx.tx((tx) => tx.outbox.create({ data: { channel: 'email', kind: 'parcels.told', reason: 'r', order_id: '1', recipient: 'ada@example.com', locale: 'en', text_body: '', dedupe_key: 'told', person: 'ada@example.com', created_at: new Date(hours(57)) } }));
    await shop.hear(60, slip('2', 58, '2026-11-07T18:00:00Z'));
    expect((await shop.notices()).filter(({ kind }) => kind === 'delay')).toMatchObject([{ state: 'held', held_for: 'told_by_staff' }]);
    expect((await effectReport(shop.at(61))).latest).toMatchObject({ heldOut: { enrolled: 0 }, told: { enrolled: 0 } });
  });
});
