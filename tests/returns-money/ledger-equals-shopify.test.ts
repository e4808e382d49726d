import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { calculateReturn } from '#app/modules/returns/money/calculate-return.server.ts';
import { previewReturn } from '#app/modules/returns/money/preview-return.server.ts';
import { processChain } from '#app/modules/returns/money/process-chain.server.ts';
import { processReturn } from '#app/modules/returns/money/process-return.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import { money, toDecimal } from '#sandbox/world/money.ts';
import type { RefundRecord } from '#sandbox/world/records.ts';
import { totalsOf } from '../sandbox/returns/returned-order.ts';
import { openLedgerStage, type LedgerShop } from '../compensation/stage.ts';
import { addVariant, shippedLineIds, TOO_SMALL } from '../sandbox/world/shop-in-memory.ts';
import { paidOrders, placePaid } from './paid-orders.ts';

const stage = await openLedgerStage();

const move = fc.record({
  which: fc.nat(2),
  quantity: fc.integer({ min: 1, max: 3 }),
  fee: fc.constantFrom(0, 12.5),
  shippingFee: fc.constantFrom(0, 130),
  exchange: fc.constantFrom(null, '3.00', '40.00'),
  shipping: fc.constantFrom('all' as const, null),
  to: fc.constantFrom('original' as const, 'store_credit' as const),
  bonus: fc.constantFrom(0, 10),
  outside: fc.option(fc.integer({ min: 1, max: 800 })),
  lost: fc.constantFrom<'answer' | 'request' | null>(null, null, 'answer', 'request'),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** Loses the next writes as told. */
function losing(client: AdminClient, next: { lost: Move['lost'] }): AdminClient {
  return {
    async run(document, variables) {
      const { lost } = next;
      if (!lost || !JSON.stringify(document).includes('"operation":"mutation"')) return client.run(document, variables);
      next.lost = null;
      if (lost === 'answer') await client.run(document, variables);
      throw new OutcomeUnknown('test', null);
    },
  };
}

/** Makes a return and processes it through the ledger; answers whether it was given. */
async function play(shop: LedgerShop, next: { lost: Move['lost'] }, orderId: string, step: Move): Promise<boolean> {
  const { world, ctx } = shop;
  const order = world.orders.get(orderId);
  if (!order) throw new Error('no order');
  const currency = order.presentmentCurrency;
  const amount = (minor: number) => toDecimal(money(minor, currency));
  if (step.outside) world.change((change) => refundCreate(change, { orderId, currency, transactions: [{ orderId, parentId: order.transactions[0]?.id, amount: amount(step.outside ?? 0), gateway: '', kind: 'REFUND' }] }));
  const shipped = shippedLineIds(world, order);
  const line = { fulfillmentLineItemId: shipped[step.which % shipped.length] ?? '', quantity: step.quantity };
  const variant = step.exchange ? addVariant(world, { price: step.exchange }) : null;
  const exchanges = variant ? [{ variantId: variant.id, quantity: 1, discount: null }] : [];
  const planned = await calculateReturn(ctx.admin, { orderId, currency, units: [{ ...line, feePercentage: step.fee }], exchanges, returnShippingFee: step.shippingFee }).catch(() => null);
  const { return: record } = world.change((change) =>
    returnCreate(change, {
      orderId,
      returnLineItems: [{ ...line, returnReasonDefinitionId: TOO_SMALL, restockingFee: { percentage: step.fee } }],
      exchangeLineItems: variant ? [{ variantId: variant.id, quantity: 1 }] : [],
      returnShippingFee: step.shippingFee ? { amount: { amount: amount(step.shippingFee), currencyCode: currency } } : null,
    }),
  );
  if (!planned || !record) return false;
  const wanted = { returnId: record.id, currency, to: step.to, units: record.lineItems.map(({ id, quantity }) => ({ id, quantity })), exchanges: record.exchangeLineItems.map(({ id }) => ({ id, quantity: 1, agreed: planned.agreed[0] ?? null })), shipping: step.shipping, duties: [] };
  const { ours } = await previewReturn(ctx.admin, wanted);
  const begun = await processReturn(ctx, { ...wanted, dispositions: [], creditExpiresAt: null, notify: false, shown: ours, bonus: { percentage: step.bonus, customerId: shop.customerId }, goodwillLimit: 10_000, requestKey: randomUUID(), source: 'job', actor: null });
  if (begun.state === 'extras_without_refund') return false;
  if (begun.state !== 'begun') throw new Error(JSON.stringify(begun));
  next.lost = step.lost;
  let state = await advanceChain(ctx, [processChain], begun.chainId);
  if (state === 'running') {
    shop.pass(3);
    state = await advanceChain(ctx, [processChain], begun.chainId);
  }
  if (state === 'done') expect(Math.max(0, totalsOf(world, orderId).outstanding.presentment.minor)).toBe(ours.owed);
  return state === 'done';
}

describe('after any number of returns of one order', () => {
  it('the ledger holds what Shopify gave and no more than was paid, whatever was refunded beside it and whatever was lost on the way', async () => {
    const next: { lost: Move['lost'] } = { lost: null };
    let given = 0;
    await fc.assert(
      fc.asyncProperty(paidOrders, fc.array(move, { minLength: 1, maxLength: 3 }), async (input, moves) => {
        const shop = await stage.open((client) => losing(client, next));
        shop.world.change((change) => change.put('shops', { ...change.shop, presentmentCurrencies: ['EUR', 'USD', 'JPY', 'KWD'] }));
        const placed = placePaid(shop.world, input);
        shop.world.change((change) => change.put('orders', { ...placed, ...change.orders.get(placed.id), customerId: `gid://shopify/Customer/${shop.customerId}` }));
        const orderId = placed.id;
        await shop.mirror(placed);
        for (const step of moves) {
          const wasGiven = await play(shop, next, orderId, step);
          next.lost = null;
          given += wasGiven ? 1 : 0;
          const entries = await shop.ctx.tx((tx) => tx.compensations.findMany({ where: { order_id: numericId('Order', orderId) } }));
          const ours = sum(entries.filter(({ state, road }) => state === 'given' && (road === 'refund' || road === 'store_credit')).map(({ amount }) => Number(amount)));
          expect(ours).toBe(refundedOf(shop, orderId, (refund) => refund.returnId !== null));
          expect(refundedOf(shop, orderId)).toBeLessThanOrEqual(totalsOf(shop.world, orderId).received.presentment.minor);
        }
      }),
      { numRuns: 40 },
    );
    expect(given).toBeGreaterThan(20);
  }, 120_000);
});

function refundedOf({ world }: LedgerShop, orderId: string, which: (refund: RefundRecord) => boolean = () => true): number {
  const moved = world.orders.get(orderId)?.transactions ?? [];
  const ids = new Set(world.refunds.where('order', orderId).filter(which).flatMap(({ transactionIds }) => transactionIds));
  return sum(moved.filter(({ id }) => ids.has(id)).map(({ amount }) => amount.presentment.minor));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
