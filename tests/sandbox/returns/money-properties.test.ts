import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { removeFromReturn } from '#sandbox/world/commands/remove-from-return.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import { returnReopen } from '#sandbox/world/commands/return-reopen.ts';
import type { World } from '#sandbox/world/index.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import { money, toDecimal } from '#sandbox/world/money.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { isActive } from '#sandbox/world/returns/returnable.ts';
import { addVariant, openShop, shippedLineIds, TOO_SMALL } from '../world/shop-in-memory.ts';
import { addDelivered, current, outcomeOf, processAll, totalsOf } from './returned-order.ts';

const cents = fc.integer({ min: 1, max: 20_000 });

/** What customers pay in, and how many of its smallest units a cent is; null is the shop's own currency. */
const paidIn = fc.constantFrom(null, { code: 'USD', rate: 1.1 }, { code: 'JPY', rate: 1.63 }, { code: 'KWD', rate: 3.4 });

/** Orders with discounts, taxes in or on the price, shipping, one payment or two, in the shop's currency or another. */
const orders = fc
  .record({
    lines: fc.array(fc.record({ price: cents, quantity: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 3 }),
    taxed: fc.constantFrom(null, '0.19', '0.0725'),
    taxesIncluded: fc.boolean(),
    discount: fc.constantFrom(null, 10, 33.3),
    shipping: fc.option(cents),
    paidIn,
    giftCard: fc.option(cents),
  })
  .map(({ lines, taxed, taxesIncluded, discount, shipping, paidIn: other, giftCard }) => {
    const bag = (minor: number) => ({
      shopMoney: { amount: toDecimal(money(minor, 'EUR')), currencyCode: 'EUR' },
      ...(other ? { presentmentMoney: { amount: toDecimal(money(Math.round(minor * other.rate), other.code)), currencyCode: other.code } } : {}),
    });
    const order: OrderCreateInput = {
      taxesIncluded,
      presentmentCurrency: other?.code ?? 'EUR',
      lineItems: lines.map((line) => ({ title: 'Thing', quantity: line.quantity, requiresShipping: true, priceSet: bag(line.price) })),
      ...(taxed ? { taxLines: [{ title: 'Tax', rate: taxed }] } : {}),
      ...(discount ? { discountCode: { itemPercentageDiscountCode: { code: 'LESS', percentage: discount } } } : {}),
      ...(shipping ? { shippingLines: [{ title: 'Post', priceSet: bag(shipping) }] } : {}),
    };
    return { order, giftCard };
  });

/** An order that has left and is paid, a part of it by a gift card where that was wanted and is less than the order costs. */
function deliver(world: World, { order: input, giftCard }: { order: OrderCreateInput; giftCard: number | null }): OrderRecord {
  const order = addDelivered(world, input);
  const [sale] = order.transactions;
  if (!sale || giftCard === null || giftCard >= sale.amount.shop.minor || order.currency !== order.presentmentCurrency) return order;
  const part = (minor: number) => ({ shop: money(minor, 'EUR'), presentment: money(minor, 'EUR') });
  return world.change((change) => {
    const transactions = [{ ...sale, amount: part(sale.amount.shop.minor - giftCard) }, { ...sale, id: change.newId('OrderTransaction'), gateway: 'gift_card', amount: part(giftCard) }];
    change.put('orders', { ...order, transactions });
    return { ...order, transactions };
  });
}

const step = fc.record({ what: fc.nat(9), which: fc.nat(5), quantity: fc.integer({ min: 1, max: 4 }), fee: fc.constantFrom(0, 12.5), shippingFee: fc.option(fc.integer({ min: 1, max: 900 })), amount: cents });
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Tries one thing on an order; refusals are part of the play. */
function play(world: World, orderId: string, variantId: string, move: Step): void {
  const order = current(world, orderId);
  const lines = shippedLineIds(world, order);
  const records = world.returns.where('order', orderId);
  const record = records[move.which % Math.max(1, records.length)];
  const fulfillmentLineItemId = lines[move.which % lines.length] ?? '';
  const [payment] = order.transactions;
  const decimal = (minor: number) => toDecimal(money(minor, order.presentmentCurrency));
  world.change((change) => {
    if (move.what <= 2) {
      returnCreate(change, {
        orderId,
        returnLineItems: [{ fulfillmentLineItemId, quantity: move.quantity, returnReasonDefinitionId: TOO_SMALL, restockingFee: { percentage: move.fee } }],
        ...(move.shippingFee ? { returnShippingFee: { amount: { amount: decimal(move.shippingFee), currencyCode: order.presentmentCurrency } } } : {}),
        ...(move.what === 2 ? { exchangeLineItems: [{ variantId, quantity: 1, appliedDiscount: { value: { percentage: move.fee } } }] } : {}),
      });
    } else if (move.what === 3) {
      const amount = decimal(move.amount);
      refundCreate(change, { orderId, currency: order.presentmentCurrency, transactions: [{ orderId, parentId: payment?.id, amount, gateway: 'manual', kind: 'REFUND' }] });
    } else if (move.what === 4) {
      refundCreate(change, { orderId, refundLineItems: [{ lineItemId: order.lineItems[move.which % order.lineItems.length]?.id ?? '', quantity: move.quantity }] });
    } else if (!record) return;
    else if (move.what === 5) returnCancel(change, { id: record.id });
    else if (move.what === 6) (record.status === 'OPEN' ? returnClose : returnReopen)(change, { id: record.id });
    else if (move.what === 7) removeFromReturn(change, { returnId: record.id, returnLineItems: record.lineItems.slice(0, 1).map((line) => ({ returnLineItemId: line.id, quantity: 1 })) });
    else {
      returnProcess(change, {
        returnId: record.id,
        returnLineItems: record.lineItems.map((line) => ({ id: line.id, quantity: Math.min(move.quantity, line.quantity) })),
        exchangeLineItems: move.what === 9 ? record.exchangeLineItems.map((line) => ({ id: line.id, quantity: 1 })) : [],
        financialTransfer: payment && { issueRefund: { orderTransactions: [{ parentId: payment.id, transactionAmount: { amount: decimal(move.amount), currencyCode: order.presentmentCurrency } }] } },
      });
    }
  });
}

describe('whatever is done to an order and its returns', () => {
  it('never gives back more than was paid, nor takes back more than has left', () => {
    fc.assert(
      fc.property(orders, fc.array(step, { minLength: 1, maxLength: 14 }), (input, moves) => {
        const { world } = openShop({ presentmentCurrencies: ['USD', 'JPY', 'KWD'] });
        const variant = addVariant(world);
        const order = deliver(world, input);
        for (const move of moves) play(world, order.id, variant.id, move);
        const totals = totalsOf(world, order.id);
        expect(totals.refunded.presentment.minor).toBeLessThanOrEqual(totals.received.presentment.minor);
        expect(totals.refunded.shop.minor).toBeLessThanOrEqual(totals.received.shop.minor);
        const claims = world.returns.where('order', order.id).filter(isActive).flatMap((record) => record.lineItems);
        for (const { id, quantity } of world.fulfillments.where('order', order.id).flatMap((record) => record.lineItems)) {
          expect(claims.filter((claim) => claim.fulfillmentLineItemId === id).reduce((sum, claim) => sum + claim.quantity, 0)).toBeLessThanOrEqual(quantity);
        }
        for (const line of current(world, order.id).lineItems) {
          expect(line.currentQuantity).toBeGreaterThanOrEqual(0);
          expect(line.currentQuantity + line.refundedQuantity).toBe(line.quantity);
        }
        for (const claim of claims) expect(claim.processedQuantity).toBeLessThanOrEqual(claim.quantity);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves nothing owed on either side when each return is processed as Shopify suggests', () => {
    fc.assert(
      fc.property(orders, fc.array(step, { minLength: 1, maxLength: 8 }), (input, moves) => {
        const { world } = openShop({ presentmentCurrencies: ['USD', 'JPY', 'KWD'] });
        const order = deliver(world, input);
        const variant = addVariant(world);
        for (const move of moves) play(world, order.id, variant.id, { ...move, what: move.what % 2 });
        for (const record of world.returns.where('order', order.id)) {
          const before = totalsOf(world, order.id).refunded;
          const { balance } = outcomeOf(world, record);
          processAll(world, record);
          const { refunded, outstanding } = totalsOf(world, order.id);
          expect(refunded.presentment.minor - before.presentment.minor).toBe(Math.max(0, balance.presentment.minor));
          expect(outstanding.presentment.minor).toBe(Math.max(0, -balance.presentment.minor));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is worth the same in one return or in many', () => {
    fc.assert(
      fc.property(orders, (input) => {
        const { world } = openShop({ presentmentCurrencies: ['USD', 'JPY', 'KWD'] });
        const whole = deliver(world, input);
        const parts = deliver(world, input);
        const line = (fulfillmentLineItemId: string, quantity: number) => ({ fulfillmentLineItemId, quantity, returnReasonDefinitionId: TOO_SMALL });
        const all = world.fulfillments.where('order', whole.id).flatMap((record) => record.lineItems);
        world.change((change) => returnCreate(change, { orderId: whole.id, returnLineItems: all.map(({ id, quantity }) => line(id, quantity)) }));
        for (const { id, quantity } of world.fulfillments.where('order', parts.id).flatMap((record) => record.lineItems)) {
          for (let unit = 0; unit < quantity; unit += 1) world.change((change) => returnCreate(change, { orderId: parts.id, returnLineItems: [line(id, 1)] }));
        }
        for (const record of world.returns.all()) processAll(world, record);
        expect(totalsOf(world, parts.id).refunded.presentment).toEqual(totalsOf(world, whole.id).refunded.presentment);
        expect(totalsOf(world, whole.id).currentSubtotal.presentment.minor).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
