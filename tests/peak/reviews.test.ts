import { describe, expect, it } from 'vitest';
import { noticesStillTrue } from '#app/modules/notices/index.server.ts';
import { deliverMessage, type Transports } from '#app/modules/outbox/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import { initialRules } from '../../app/modules/notices/kind-rules.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from '../notices/stage.ts';
import { checkpoint, line } from '../orders/snapshots.ts';
import { profile } from './profiles.ts';
import { ask, plan } from './stage.ts';

const stage = await openNoticesStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;
const days = (count: number) => count * 24;
const day = (count: number) => hours(days(count)).slice(0, 10);
const season = (from: number, to: number, reviewsOff = true) => profile({ from: day(from), to: day(to), arriveBy: '', lastOrders: [], reviewsOff });
const asked = async (shop: Shop) => (await shop.messages()).filter(({ kind }) => kind === 'notices.review');

/** A shop that asks a week after delivery, and an order that was delivered on its first day. */
async function deliveredShop(): Promise<Shop> {
  const shop = await stage.newShop();
  const rules = { review: { ...initialRules('review'), reviewUrl: 'https://reviews.example.com/write' } };
  await changeSetting(shop.at(0), noticesSetting, { value: { kinds: { review: { on: true, since: hours(0) } }, rules }, version: 0, by: null });
  await shop.hear(1, { ...berlinOrder({}, hours(1)), lines: [{ facts: line('11', { unfulfilled_quantity: 0 }), imageUrl: undefined }] }, parcel());
  await shop.hear(20, checkpoint('1', '1', '1', 'delivered', hours(20)));
  return shop;
}

describe('a request for a review that falls due in a busy time', () => {
  it('waits until it is over', async () => {
    const shop = await deliveredShop();
    await plan(shop.ctx, [season(5, 12)]);
    await shop.decide(days(9));
    expect(await asked(shop)).toEqual([]);
    await shop.decide(days(14));
    expect(await asked(shop)).toHaveLength(1);
  });

  it('is made as soon as it is looked at after an early end', async () => {
    const shop = await deliveredShop();
    await plan(shop.ctx, [season(5, 25)]);
    await shop.decide(days(9));
    await ask(shop.at(days(10)), { intent: 'end', id: 'christmas' });
    await shop.decide(days(10) + 12);
    expect(await asked(shop)).toHaveLength(1);
  });

  it('is made as ever where the merchant leaves reviews on', async () => {
    const shop = await deliveredShop();
    await plan(shop.ctx, [season(5, 12, false)]);
    await shop.decide(days(9));
    expect(await asked(shop)).toHaveLength(1);
  });

  it('waits in the outbox too, where it was written just before', async () => {
    const shop = await deliveredShop();
    await plan(shop.ctx, [season(9, 12)]);
    await shop.decide(days(8));
    const [request] = await asked(shop);
    if (!request) throw new Error('Nobody was asked.');
    const judged = (at: number) => shop.ctx.tx(async (tx) => (await noticesStillTrue(shop.ctx).stillTrue(tx, [request], new Date(hours(at))))(request));
    expect(await judged(days(8))).toBe(true);
    expect(await judged(days(10))).toMatchObject({ wait: expect.any(Date) });
    expect(await judged(days(14))).toBe(true);
  });

  it('waits for two months as well, planned or in the outbox, and is then not too late', async () => {
    const shop = await deliveredShop();
    await plan(shop.ctx, [season(5, 60)]);
    for (let on = 8; on < 60; on += 5) await shop.decide(days(on));
    expect(await asked(shop)).toEqual([]);
    await shop.decide(days(62));
    expect(await asked(shop)).toHaveLength(1);

    const writer = await deliveredShop();
    await plan(writer.ctx, [season(9, 60)]);
    await writer.decide(days(8));
    const [request] = await asked(writer);
    if (!request) throw new Error('Nobody was asked.');
    await writer.ctx.tx((tx) => tx.outbox.updateMany({ where: { id: request.id }, data: { send_after: new Date(hours(days(8))) } }));
    const mailer: Transports['mailer'] = { send: () => Promise.resolve({ providerId: 'mail' }), close: () => undefined };
    const deliver = (at: number) => deliverMessage(writer.at(at), { mailer, sms: null, metrics: createMetrics() }, { id: String(request.id) }, [noticesStillTrue(writer.ctx)]);
    await deliver(days(10));
    expect(await asked(writer)).toMatchObject([{ state: 'queued', held_by: 'not_yet' }]);
    await deliver(days(62) + 4);
    expect(await asked(writer)).toMatchObject([{ state: 'sent' }]);
  });

  it('is held back as ever where it was too late before the busy time', async () => {
    const shop = await deliveredShop();
    await plan(shop.ctx, [season(45, 60)]);
    await shop.decide(days(40));
    await shop.decide(days(62));
    expect([await asked(shop), (await shop.notices()).find(({ kind }) => kind === 'review')?.held_for]).toEqual([[], 'too_late']);
  });
});
