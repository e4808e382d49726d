import { describe, expect, it } from 'vitest';
import { advanceChain, chainsInTrouble } from '#app/modules/compensation/index.server.ts';
import { numericId } from '#app/kernel/ids.ts';
import { exchangeSetting, type ExchangeRules } from '#app/modules/returns/exchanges/exchange-setting.ts';
import { exchangeCard, invoiceChain, invoiceOwed, returnDetail, sendAtOnce, whatIsOwed } from '#app/modules/returns/index.server.ts';
import { nextStep } from '#app/modules/returns/next-step.ts';
import { receiveUnits } from '#app/modules/returns/processing/receive-units.server.ts';
import { settleByItself } from '#app/modules/returns/processing/settle-by-itself.server.ts';
import { processChain } from '#app/modules/returns/money/process-chain.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { reservedAt } from '#sandbox/world/stock.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { playOf, promise } from '../returns-requests/stage.ts';
import { only, openWork } from '../sandbox/world/shop-in-memory.ts';
import { addSizes, losing, variantId } from './stage.ts';

const stage = await openLedgerStage();

/** A cup of 10.00 that is exchanged for a shirt, by a shop that sends as the rules say. */
async function play({ price = '15.00', rules = {}, through }: { price?: string; rules?: Partial<ExchangeRules>; through?: (client: AdminClient) => AdminClient } = {}) {
  const shop = await stage.open(through, ['write_inventory', 'write_returns']);
  await promise(shop.ctx, {});
  await changeSetting(shop.ctx, exchangeSetting, { value: { ...exchangeSetting.initial, holdHours: 48, ...rules }, version: 0, by: null });
  const [shirt] = addSizes(shop.world, 'Shirt', { S: 1 }, { price }).sizes;
  const order = await shop.placeOrder();
  const at = playOf(shop, order);
  const lines = [at.wish({ outcome: 'other_product', variantId: variantId(shirt) })];
  const answer = await at.submit(lines, (await at.plan(lines)).shown);
  if (answer.is !== 'made') throw new Error(JSON.stringify(answer));
  const returnId = numericId('Return', only(at.returns()).id);
  const read = () => readReturnsOf(shop.ctx, at.orderId);
  return {
    ...shop,
    ...at,
    order,
    returnId,
    read,
    shirt,
    card: async () => exchangeCard(shop.ctx, (await returnDetail(shop.ctx, returnId)).view),
    async atOnce() {
      await sendAtOnce(shop.ctx, at);
      await read();
    },
    async invoice() {
      await invoiceOwed(shop.ctx, at);
      const chains = await shop.ctx.tx((tx) => tx.chains.findMany({ where: { kind: 'returns.invoice' } }));
      for (const { id } of chains) await advanceChain(shop.ctx, [invoiceChain, processChain], id);
      return shop.ctx.tx(async (tx) => (await tx.chains.findMany({ where: { kind: 'returns.invoice' } })).map(({ state }) => state));
    },
    sent: () => only(at.returns()).exchangeLineItems.map(({ processedQuantity }) => processedQuantity),
    aside: () => reservedAt(only(shop.world.variants.get(shirt?.id ?? '')?.stock ?? [])),
  };
}

describe('goods of an exchange', () => {
  it('wait for what comes back, and are shown with stock, hold and risk until then', async () => {
    const { atOnce, sent, card } = await play();
    await atOnce();
    expect(sent()).toEqual([0]);
    expect(await card()).toMatchObject({
      lines: [{ title: 'Shirt · S', quantity: 1, sent: 0, stock: { stock: 'sold_out', left: 0 }, held: { quantity: 1 } }],
      owed: null,
      sendNow: { path: expect.stringContaining('/refund?units='), value: { minor: 1_500, currency: 'EUR' }, orders: 1, returns: 0 },
    });
  });

  it('leave at once where the shop bears the risk, once, and what was set aside for them goes to them', async () => {
    const { atOnce, sent, card, aside, world, order, returns } = await play({ rules: { send: 'at_once' } });
    expect(aside()).toBe(1);
    await Promise.all([atOnce(), atOnce()]);
    await atOnce();
    expect(sent()).toEqual([1]);
    expect(aside()).toBe(0);
    expect(only(returns()).status).toBe('OPEN');
    expect(openWork(world, order).holds).toMatchObject([{ reason: 'AWAITING_PAYMENT' }]);
    expect(await card()).toMatchObject({ lines: [{ sent: 1, stock: null, held: null }], owed: { amount: { minor: 500, currency: 'EUR' }, payUrl: expect.stringContaining('order_payment') }, sendNow: null });
  });

  it.each([
    ['worth more than the shop risks', { price: '15.00', rules: { send: 'at_once' as const, atOnceUpTo: '14.99' } }],
    ['for which money goes back', { price: '4.00', rules: { send: 'at_once' as const } }],
  ])('wait all the same where they are %s', async (_why, how) => {
    const { atOnce, sent } = await play(how);
    await atOnce();
    expect(sent()).toEqual([0]);
  });
});

describe('what comes back for goods that left before it', () => {
  it('is still awaited: closing is not what is next, and nothing closes it by itself until it was received', async () => {
    const { ctx, atOnce, returnId, orderId, returns } = await play({ rules: { send: 'at_once' } });
    const next = async () => (await returnDetail(ctx, returnId)).view.next;
    await atOnce();
    await settleByItself(ctx, { orderId });
    expect([await next(), only(returns()).status]).toEqual(['send', 'OPEN']);
    const lineId = numericId('ReturnLineItem', only(only(returns()).lineItems).id);
    await receiveUnits(ctx, { returnId, key: crypto.randomUUID(), by: null, rows: [{ lineId, quantity: 1, finding: 'missing', grade: null, disposition: 'MISSING', locationId: null, accepted: false, refusal: 'It never came.', note: null }] });
    expect(await next()).toBe('close');
  });

  it.each([['none', 'send'], ['moving', 'arrive'], ['arrived', 'inspect']] as const)('with its parcel %s waits to %s', (parcel, next) => {
    const sent = { status: 'open', exchange: { wanted: 1, processed: 1 }, parcel };
    const units = { returned: 2, processed: 2, refused: 0 };
    expect(nextStep({ ...sent, units: { ...units, disposed: 1 } })).toBe(next);
    expect(nextStep({ ...sent, units: { ...units, disposed: 2 } })).toBe('close');
  });
});

describe('what is owed for an exchange', () => {
  it('is asked for by Shopify, once, with the page where it is paid; then nothing holds the goods', async () => {
    const { ctx, atOnce, invoice, world, order, orderId, pass } = await play({ rules: { send: 'at_once' } });
    await atOnce();
    expect(await whatIsOwed(ctx, orderId)).toMatchObject({ amount: { minor: 500 } });
    const before = world.orders.get(order.id)?.updatedAt;
    pass(1);
    expect(await invoice()).toEqual(['done']);
    expect(world.orders.get(order.id)?.updatedAt).not.toBe(before);
    expect(await invoice()).toEqual(['done']);
    world.change((change) => orderMarkAsPaid(change, { id: order.id }));
    expect(openWork(world, order)).toMatchObject({ status: 'OPEN', holds: [] });
    pass(2);
    expect(await whatIsOwed(ctx, orderId)).toBeNull();
  });

  it('is not asked for where it was paid meanwhile, or nothing is owed', async () => {
    const paid = await play({ rules: { send: 'at_once' } });
    await paid.atOnce();
    paid.world.change((change) => orderMarkAsPaid(change, { id: paid.order.id }));
    const before = paid.world.orders.get(paid.order.id)?.updatedAt;
    paid.pass(1);
    expect(await paid.invoice()).toEqual(['done']);
    expect(paid.world.orders.get(paid.order.id)?.updatedAt).toBe(before);
    const even = await play({ price: '10.00', rules: { send: 'at_once' } });
    await even.atOnce();
    expect(even.sent()).toEqual([1]);
    expect(await even.invoice()).toEqual([]);
  });

  it('is asked for again where nobody heard whether it was, and only while it is owed', async () => {
    const line = losing('before');
    const { ctx, atOnce, invoice, pass } = await play({ rules: { send: 'at_once' }, through: line.through });
    await atOnce();
    line.lose(1);
    expect(await invoice()).toEqual(['running']);
    pass(3);
    expect(await invoice()).toEqual(['done']);
    expect(await ctx.tx((tx) => chainsInTrouble(tx))).toEqual([]);
  });
});
