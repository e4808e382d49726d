import { describe, expect, it } from 'vitest';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { ticketDiscountChain } from '#app/modules/inbox/deeds/discount-chain.server.ts';
import { giveCredit } from '#app/modules/inbox/deeds/give-credit.server.ts';
import { discountOf } from '#app/modules/inbox/deeds/discount-wish.server.ts';
import { giveDiscount } from '#app/modules/inbox/deeds/give-discount.server.ts';
import { previewDiscount } from '#app/modules/inbox/deeds/preview-discount.server.ts';
import { refundOrder } from '#app/modules/inbox/deeds/refund-order.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { seededStaff } from '../inbox-stage.ts';
import { losing } from '../returns/processing/stage.ts';
import { actsOf, clickOf, ledgerOf, openScene, setRights, type Scene } from './deed-stage.ts';

const stage = await openLedgerStage();
const scene = async ({ goodwill = '5', through, granted = ['write_discounts'] }: { goodwill?: string; through?: (client: AdminClient) => AdminClient; granted?: readonly string[] } = {}) => {
  const opened = await openScene(await stage.open(through, granted));
  await setRights(opened, { goodwill });
  return opened;
};
const amountOf = (at: Scene, value: number) => ({ ...clickOf(at), as: 'amount' as const, value, days: 30 });
const percentOf = (at: Scene, value: number) => ({ ...clickOf(at), as: 'percent' as const, value, days: 30 });
const codes = ({ shop }: Scene) => [...shop.world.discountCodes.all()];

describe('a discount code beside a ticket', () => {
  it('is made as it was shown: for this customer alone, once, until a day; the ticket, the story and the ledger tell of it', async () => {
    const at = await scene();
    const { ctx } = at.shop;
    const clicked = amountOf(at, 300);
    const shown = await previewDiscount(ctx, clicked);
    expect(shown).toMatchObject({ hasCustomer: true, isAllowed: true, ways: ['percent', 'amount'], counted: 300, rights: { giftLeft: 500 } });
    expect(codes(at)).toEqual([]);
    const answer = await giveDiscount(ctx, { ...clicked, key: shown.key });
    expect(answer).toEqual({ is: 'done', sentence: shown.sentence });
    const [code] = codes(at);
    expect(code).toMatchObject({ customerIds: [`gid://shopify/Customer/${at.shop.customerId}`], usageLimit: 1, appliesOncePerCustomer: true, worth: { amount: '3.00' } });
    expect(shown.sentence).toContain(code?.code);
    expect(Date.parse(code?.endsAt ?? '') - Date.parse(code?.startsAt ?? '')).toBeGreaterThanOrEqual(30 * 86_400_000);
    expect([await ledgerOf(at), await actsOf(at)]).toEqual([['goodwill given 300'], [{ act: 'discount', orderId: at.orderId, amount: { minor: 300, currency: 'EUR' }, ref: code?.code, actor: seededStaff.mia }]]);
    const story = await ctx.tx((tx) => tx.journal.findMany({ where: { order_id: at.orderId, type: 'staff.acted' } }));
    expect(story.map(({ data, actor }) => [data, actor])).toEqual([[{ ticketId: at.ticketId, act: 'discount' }, seededStaff.mia]]);
  });

  it('is good for all the days that were chosen, also where the clocks change between', async () => {
    const { ctx } = (await scene()).shop;
    const inBerlin = { ...ctx, shop: { ...ctx.shop, ianaTimezone: 'Europe/Berlin' } };
    const endOf = (clickedAt: string) => discountOf(inBerlin, { key: 'k', wish: { as: 'percent', value: 5, days: 7 }, customerId: '1', now: new Date(clickedAt) }).endsAt;
    expect(endOf('2026-10-18T22:30:00Z')).toBe('2026-10-26T23:00:00.000Z');
    expect(endOf('2026-03-26T22:30:00Z')).toBe('2026-04-02T22:00:00.000Z');
    expect(endOf('2026-11-21T22:30:00Z')).toBe('2026-11-28T23:00:00.000Z');
  });

  it('of a percentage counts by this order, within the limit', async () => {
    const at = await scene();
    expect(await giveDiscount(at.shop.ctx, percentOf(at, 17))).toEqual({ is: 'over_limit' });
    expect(await giveDiscount(at.shop.ctx, percentOf(at, 10))).toMatchObject({ is: 'done', sentence: expect.stringContaining('10%') });
    expect([await ledgerOf(at), codes(at).map(({ worth }) => worth)]).toEqual([['goodwill given 300'], [{ percentage: 0.1 }]]);
  });

  it('and store credit are within one limit, however it is cut up, and beyond it for who may', async () => {
    const at = await scene();
    const { ctx } = at.shop;
    expect(await giveCredit(ctx, { ...clickOf(at), amount: 300, notify: false })).toMatchObject({ is: 'done' });
    expect(await giveDiscount(ctx, amountOf(at, 201))).toEqual({ is: 'over_limit' });
    expect(await giveDiscount(ctx, amountOf(at, 200))).toMatchObject({ is: 'done' });
    expect(await giveCredit(ctx, { ...clickOf(at), amount: 1, notify: false })).toEqual({ is: 'over_limit' });
    expect(await giveDiscount(ctx, { ...amountOf(at, 100), by: seededStaff.owner })).toMatchObject({ is: 'done' });
    expect(codes(at)).toHaveLength(2);
  });

  it('is made once a click, and within the limit where many click at once', async () => {
    const at = await scene();
    const clicked = amountOf(at, 300);
    const answers = await Promise.all(at.shop.processes.flatMap((ctx) => [giveDiscount(ctx, clicked), giveDiscount(ctx, amountOf(at, 300))]));
    expect(answers.some(({ is }) => is === 'done' || is === 'running')).toBe(true);
    expect([codes(at).length, await ledgerOf(at)]).toEqual([1, ['goodwill given 300']]);
    const again = await scene();
    const twice = amountOf(again, 100);
    expect(await giveDiscount(again.shop.ctx, twice)).toEqual(await giveDiscount(again.shop.ctx, twice));
    expect(codes(again)).toHaveLength(1);
    await expect(refundOrder(again.shop.ctx, { ...twice, units: [], shipping: false, amount: 100, to: 'original', notify: false, shown: 100 })).rejects.toMatchObject({ code: 'used' });
  });

  it('needs a scope of its own, and without it nothing is written down', async () => {
    const at = await scene({ granted: [] });
    expect(await previewDiscount(at.shop.ctx, amountOf(at, 300))).toMatchObject({ isAllowed: false, scope: 'write_discounts' });
    expect(await giveDiscount(at.shop.ctx, amountOf(at, 300))).toEqual({ is: 'not_allowed' });
    expect(await ledgerOf(at)).toEqual([]);
  });

  it('lets go of what was set aside where the shop has taken the scope back', async () => {
    const at = await scene({ granted: [] });
    const ctx = { ...at.shop.ctx, shop: { ...at.shop.ctx.shop, scopes: ['write_discounts'] } };
    expect(await giveDiscount(ctx, amountOf(at, 300))).toMatchObject({ is: 'refused' });
    expect([await ledgerOf(at), await actsOf(at), codes(at)]).toEqual([['goodwill released 300'], [], []]);
  });

  it('is found again where Shopify made it and nobody heard', async () => {
    const at = await scene({ through: losing('after') });
    expect(await giveDiscount(at.shop.ctx, amountOf(at, 300))).toEqual({ is: 'running' });
    expect(await actsOf(at)).toEqual([]);
    at.shop.pass(5);
    const chain = await at.shop.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: at.orderId } }));
    expect(await advanceChain(at.shop.ctx, [ticketDiscountChain], chain.id)).toBe('done');
    expect([codes(at).length, await ledgerOf(at), (await actsOf(at)).length]).toEqual([1, ['goodwill given 300'], 1]);
  });

  it('is not for who may not give, nor of what is none', async () => {
    const at = await scene();
    await at.shop.ctx.tx((tx) => tx.settings.deleteMany({ where: { name: 'staff-rights' } }));
    await setRights(at, { goodwill: '5', everybody: 'no_refunds' });
    expect(await giveDiscount(at.shop.ctx, amountOf(at, 300))).toEqual({ is: 'forbidden' });
    for (const wrong of [amountOf(at, 0), amountOf(at, 1.5), percentOf(at, 101), { ...amountOf(at, 1), days: 0 }, { ...amountOf(at, 1), days: 366 }]) {
      expect(await giveDiscount(at.shop.ctx, wrong)).toEqual({ is: 'invalid', fields: ['value'] });
    }
    expect(await ledgerOf(at)).toEqual([]);
  });

  it('is of no amount where the order was paid in another currency, nor of a share of nothing', async () => {
    const at = await scene();
    await at.shop.ctx.tx((tx) => tx.orders.updateMany({ where: { id: at.orderId }, data: { currency: 'USD' } }));
    expect(await giveDiscount(at.shop.ctx, amountOf(at, 100))).toEqual({ is: 'invalid', fields: ['as'] });
    await at.shop.ctx.tx((tx) => tx.orders.updateMany({ where: { id: at.orderId }, data: { currency: 'EUR', total_presentment: 0n } }));
    expect(await giveDiscount(at.shop.ctx, percentOf(at, 100))).toEqual({ is: 'invalid', fields: ['as'] });
    expect(await ledgerOf(at)).toEqual([]);
  });
});
