import { describe, expect, it } from 'vitest';
import { noticesStillTrue, switchNotice } from '#app/modules/notices/index.server.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { initialRules, rulesSchema, type KindRules } from '../../app/modules/notices/kind-rules.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { checkpoint, fulfillment, line, refund } from '../orders/snapshots.ts';
import { berlinOrder, hours, openNoticesStage, parcel } from './stage.ts';

const stage = await openNoticesStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;
const days = (count: number) => count * 24;
const scan = (id: string, status: string, at: number, of = '1') => checkpoint(id, '1', of, status, hours(at));
const url = 'https://reviews.example.com/write?order={order}';

async function askingShop(more: Partial<KindRules> = { reviewUrl: url }): Promise<Shop> {
  const shop = await stage.newShop();
  await changeSetting(shop.at(0), noticesSetting, { value: { kinds: { review: { on: true, since: hours(0) }, delivered: { on: false, since: hours(0) } }, rules: { review: { ...initialRules('review'), ...more } } }, version: 0, by: null });
  return shop;
}

const sent = (at: number, more: Parameters<typeof berlinOrder>[0] = {}) => ({ ...berlinOrder(more, hours(at)), lines: [{ facts: line('11', { unfulfilled_quantity: 0 }), imageUrl: undefined }] });
/** All that was bought is there, 20 hours after the story began. */
async function deliveredShop(more?: Partial<KindRules>): Promise<Shop> {
  const shop = await askingShop(more);
  await shop.hear(1, sent(1), parcel());
  await shop.hear(20, scan('1', 'delivered', 20));
  return shop;
}
const asked = async (shop: Shop) => (await shop.messages()).filter(({ kind }) => kind === 'notices.review');
const heldFor = async (shop: Shop) => (await shop.notices()).find(({ kind }) => kind === 'review')?.held_for;
const report = (shop: Shop, state: 'open' | 'closed', closedAt: number | null = null) =>
  shop.ctx.tx((tx) => tx.problem_reports.create({ data: { id: `r-${state}`, order_id: '1', kind: 'damaged', locale: 'en', state, created_at: new Date(hours(30)), closed_at: closedAt === null ? null : new Date(hours(closedAt)) } }));

describe('a request for a review', () => {
  it('is made a week after everything was delivered, once, with the way to where it is written and the way to us', async () => {
    const shop = await deliveredShop();
    await shop.decide(days(7));
    expect(await asked(shop)).toEqual([]);
    await shop.decide(days(7) + 20);
    await shop.decide(days(8));
    await shop.hear(days(9), scan('2', 'delivered', days(9)));
    await shop.decide(days(20));
    const [request, ...more] = await asked(shop);
    expect(more).toEqual([]);
    expect(request).toMatchObject({ category: 'review', subject: 'Nordlicht: how do you like your order #1?' });
    for (const part of ['https://reviews.example.com/write?order=1', 'https://shop.example.com/apps/aftercare/track?key=1']) expect(request?.text_body).toContain(part);
  });

  it('waits for the last parcel', async () => {
    const shop = await deliveredShop();
    await shop.hear(days(2), fulfillment({ id: '2', orderId: '1', numbers: ['00340434161094022122'], updatedAt: hours(days(2)) }));
    await shop.hear(days(5), scan('3', 'delivered', days(5), '2'));
    await shop.decide(days(11));
    expect(await asked(shop)).toEqual([]);
    await shop.decide(days(12));
    expect(await asked(shop)).toHaveLength(1);
  });

  it.each([
    ['a problem report', (shop: Shop) => report(shop, 'open')],
    ['a return', (shop: Shop) => shop.ctx.tx((tx) => tx.orders.updateMany({ data: { return_status: 'in_progress' } }))],
    ['a trouble', (shop: Shop) => shop.ctx.tx((tx) => tx.troubles.create({ data: { order_id: '1', kind: 'denied', evidence: {}, opened_at: new Date(hours(30)), changed_at: new Date(hours(30)) } }))],
  ])('waits while %s is open, and is given up after a month', async (_, open) => {
    const shop = await deliveredShop();
    await open(shop);
    await shop.decide(days(8));
    await shop.decide(days(30));
    expect([await asked(shop), await heldFor(shop)]).toEqual([[], null]);
    await shop.decide(days(39));
    expect([await asked(shop), await heldFor(shop)]).toEqual([[], 'something_open']);
  });

  it('counts its days anew once a report is closed or money was paid back', async () => {
    const shop = await deliveredShop();
    await report(shop, 'closed', days(6));
    await shop.hear(days(6), refund('1', '1', 100, hours(days(8))));
    for (const day of [8, 12, 14]) await shop.decide(days(day));
    expect(await asked(shop)).toEqual([]);
    await shop.decide(days(15));
    expect(await asked(shop)).toHaveLength(1);
  });

  it('is not made of an order that was paid back, or that came back', async () => {
    const [paid, back] = [await deliveredShop(), await deliveredShop()];
    await paid.ctx.tx((tx) => tx.orders.updateMany({ data: { refunded: 2_000 } }));
    await back.hear(30, scan('2', 'failure', 30));
    await back.ctx.tx((tx) => tx.checkpoints.updateMany({ where: { id: 'shopify:1' }, data: { removed_at: new Date(hours(30)) } }));
    for (const shop of [paid, back]) {
      await shop.decide(days(9));
      expect([await asked(shop), await heldFor(shop)]).toEqual([[], 'no_longer_true']);
    }
  });

  it('that waits in the outbox waits on while something is open', async () => {
    const shop = await deliveredShop();
    await shop.decide(days(8));
    const [message] = await asked(shop);
    if (!message) throw new Error('Nobody was asked.');
    const ask = () => shop.ctx.tx(async (tx) => (await noticesStillTrue(shop.ctx).stillTrue(tx, [message], new Date(hours(days(8)))))(message));
    expect(await ask()).toBe(true);
    await report(shop, 'open');
    expect(await ask()).toMatchObject({ wait: new Date(hours(days(8) + 12)) });
  });

  it('is not made where nobody said where to write it, nor can it be switched on', async () => {
    const shop = await deliveredShop({ reviewUrl: null });
    await shop.decide(days(8));
    expect(await heldFor(shop)).toBe('no_review_page');
    const other = await stage.newShop();
    expect(await switchNotice(other.ctx, { kind: 'review', on: true, by: null })).toEqual({ needs: 'link' });
    expect((await other.ctx.tx((tx) => readSetting(tx, noticesSetting))).value.kinds).toEqual({});
  });
});

it.each(['http://reviews.example.com', 'javascript:alert(1)', 'https://{order}.example.com/', '//example.com', 'example.com'])('a review is not written at %s', (address) => {
  expect(rulesSchema.safeParse({ reviewUrl: address }).success).toBe(false);
});
