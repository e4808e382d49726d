import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calculateReturn } from '#app/modules/returns/money/calculate-return.server.ts';
import type { ReturnMoney } from '#app/modules/returns/money/explain-return.ts';
import { previewReturn, shippingInput } from '#app/modules/returns/money/preview-return.server.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import { money, toDecimal } from '#sandbox/world/money.ts';
import type { World } from '#sandbox/world/index.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { openAdmin } from '../sandbox/world/admin-in-memory.ts';
import { addVariant, shippedLineIds, TOO_SMALL } from '../sandbox/world/shop-in-memory.ts';
import { clientOf, otherCurrencies, paidOrders, placePaid, type PaidOrder } from './paid-orders.ts';

const step = fc.record({
  lines: fc.array(fc.record({ which: fc.nat(3), quantity: fc.integer({ min: 1, max: 3 }), fee: fc.constantFrom(0, 0, 10, 12.5, 33.333) }), { minLength: 1, maxLength: 3 }),
  exchange: fc.constantFrom<'none' | 'up' | 'down' | 'even'>('none', 'up', 'down', 'even'),
  exchangeQuantity: fc.integer({ min: 1, max: 2 }),
  discount: fc.constantFrom<null | { percentage: number } | { amount: number }>(null, { percentage: 15 }, { amount: 77 }),
  shippingFee: fc.option(fc.integer({ min: 1, max: 900 })),
  shipping: fc.constantFrom<'all' | null | number>(null, null, 'all', 1),
  duties: fc.constantFrom<'all' | 'proportional' | null>(null, 'all', 'proportional'),
  to: fc.constantFrom<'original' | 'store_credit'>('original', 'store_credit'),
  halves: fc.boolean(),
  refundBefore: fc.option(fc.integer({ min: 1, max: 500 })),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function openShop(input: PaidOrder) {
  const admin = openAdmin();
  const { world } = admin;
  world.change((change) => change.put('shops', { ...change.shop, presentmentCurrencies: [...change.shop.presentmentCurrencies, ...otherCurrencies] }));
  const order = placePaid(world, input);
  const price = (input.lines[0]?.price ?? 1000) / 100;
  const variant = (amount: number, title: string) => addVariant(world, { price: amount.toFixed(2) }, title);
  return { admin, world, client: clientOf(admin), order, variants: { up: variant(price * 2, 'Up'), down: variant(price / 2, 'Down'), even: variant(price, 'Even') } };
}

/** Plans, makes and processes one return on an order, with every word of Shopify's on the way held against ours. Answers how often that was. */
async function play({ world, client, order: { id: orderId, presentmentCurrency: currency }, variants }: ReturnType<typeof openShop>, move: Step): Promise<number> {
  const decimal = (minor: number) => ({ amount: toDecimal(money(minor, currency)), currencyCode: currency });
  const order = current(world, orderId);
  if (move.refundBefore) {
    const [payment] = order.transactions;
    world.change((change) => refundCreate(change, { orderId, currency, transactions: [{ orderId, parentId: payment?.id, amount: decimal(move.refundBefore ?? 0).amount, gateway: '', kind: 'REFUND' }] }));
  }
  const shipped = shippedLineIds(world, order);
  const units = move.lines.map(({ which, quantity, fee }) => ({ fulfillmentLineItemId: shipped[which % shipped.length] ?? '', quantity, feePercentage: fee }));
  const exchanges = move.exchange === 'none' ? [] : [{ variantId: variants[move.exchange].id, quantity: move.exchangeQuantity, discount: move.discount }];
  const planned = await calculateReturn(client, { orderId, currency, units, exchanges, returnShippingFee: move.shippingFee ?? 0 }).catch(refusedByShopify);
  if (!planned) return 0;
  expect(planned.check).toEqual({ is: 'equal' });
  expectSound(planned.ours);

  const { return: record } = world.change((change) =>
    returnCreate(change, {
      orderId,
      returnLineItems: units.map(({ feePercentage, ...row }) => ({ ...row, returnReasonDefinitionId: TOO_SMALL, restockingFee: { percentage: feePercentage } })),
      exchangeLineItems: exchanges.map(({ discount, ...row }) => ({ ...row, appliedDiscount: discount && { value: 'percentage' in discount ? discount : { amount: decimal(discount.amount) } } })),
      returnShippingFee: move.shippingFee ? { amount: decimal(move.shippingFee) } : null,
    }),
  );
  if (!record) throw new Error('What could be calculated could not be made.');
  const passes = move.halves ? [(left: number) => Math.ceil(left / 2), (left: number) => left] : [(left: number) => left];
  let shippingLeft = planned.order.shipping?.left ?? 0;
  for (const part of passes) {
    const now = world.returns.get(record.id) ?? record;
    const of = <T extends { id: string; quantity: number; processedQuantity: number }>(lines: readonly T[]) =>
      lines.filter((line) => line.processedQuantity < line.quantity).map((line) => ({ id: line.id, quantity: part(line.quantity - line.processedQuantity) }));
    if (of([...now.lineItems, ...now.exchangeLineItems]).length === 0) break;
    const wanted = {
      units: of(now.lineItems),
      exchanges: of(now.exchangeLineItems),
      duties: move.duties ? current(world, orderId).lineItems.flatMap((line) => line.duties.map(({ id }) => ({ id, part: move.duties ?? 'all' }))) : [],
      shipping: move.shipping === 1 && shippingLeft === 0 ? null : move.shipping,
    };
    const preview = await previewReturn(client, { ...wanted, returnId: record.id, currency, to: move.to, exchanges: wanted.exchanges.map((row) => ({ ...row, agreed: planned.agreed[0] ?? null })) });
    expect(preview.check).toEqual({ is: 'equal' });
    expectSound(preview.ours);
    const back = preview.shopifys.payments.map(({ paymentId, amount }) => ({ parentId: paymentId, transactionAmount: decimal(amount) }));
    const processed = world.change((change) =>
      returnProcess(change, {
        returnId: record.id,
        returnLineItems: wanted.units,
        exchangeLineItems: wanted.exchanges,
        ...(back.length > 0 ? { refundShipping: shippingInput(wanted.shipping, currency), refundDuties: wanted.duties.map(({ id, part }) => ({ dutyId: id, refundType: part === 'all' ? ('FULL' as const) : ('PROPORTIONAL' as const) })), financialTransfer: { issueRefund: { orderTransactions: back } } } : {}),
      }),
    );
    if (!processed.return) throw new Error(JSON.stringify(processed.userErrors));
    if (back.length > 0 && wanted.shipping === 1) shippingLeft -= 1;
  }
  return passes.length;
}

/** Units that are no longer there to be returned, and goods that have no price in the order's currency, are part of the play. */
function refusedByShopify(error: unknown): null {
  if (error instanceof Error && /invalid quantity|cannot be priced/.test(error.message)) return null;
  throw error;
}

/** Rows add up, nothing is more than was paid, and nobody is both owed and owing. */
function expectSound(ours: ReturnMoney): void {
  expect(ours.rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(ours.balance);
  expect(ours.refund).toBeLessThanOrEqual(ours.maximumRefundable);
  expect(ours.refund === 0 || ours.owed === 0).toBe(true);
}

function current(world: World, orderId: string): OrderRecord {
  const order = world.orders.get(orderId);
  if (!order) throw new Error('no order');
  return order;
}

describe('what a return means in money', () => {
  it('is to the minor unit what Shopify says, before it exists and at each step of it, over several returns of one order', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(paidOrders, fc.array(step, { minLength: 1, maxLength: 4 }), async (input, moves) => {
        const shop = openShop(input);
        for (const move of moves) compared += await play(shop, move);
      }),
      { numRuns: 250 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it('stops at a difference of one minor unit, and says of what', async () => {
    const shop = openShop({ ...plain, lines: [{ price: 1000, quantity: 3, taxed: true, duty: null }] });
    const { return: record } = shop.world.change((change) => returnCreate(change, { orderId: shop.order.id, returnLineItems: [{ fulfillmentLineItemId: shippedLineIds(shop.world, shop.order)[0] ?? '', quantity: 1, returnReasonDefinitionId: TOO_SMALL }] }));
    shop.world.change((change) => change.put('shops', { ...change.shop, returnSwitches: { processCloses: false, previewOff: -1 } }));
    const preview = await previewReturn(shop.client, { returnId: record?.id ?? '', currency: 'EUR', units: [{ id: record?.lineItems[0]?.id ?? '', quantity: 1 }], exchanges: [], shipping: null, duties: [], to: 'original' });
    expect(preview.check).toEqual({
      is: 'different',
      differences: [
        { of: 'refund', ours: 1000, shopifys: 999 },
        { of: `payment ${shop.order.transactions[0]?.id}`, ours: 1000, shopifys: 999 },
      ],
    });
  });

  it('differs where goods are exchanged whose price was agreed in Shopify and not with us', async () => {
    const shop = openShop({ ...plain, lines: [{ price: 1000, quantity: 1, taxed: true, duty: null }] });
    const { return: record } = shop.world.change((change) =>
      returnCreate(change, {
        orderId: shop.order.id,
        returnLineItems: [{ fulfillmentLineItemId: shippedLineIds(shop.world, shop.order)[0] ?? '', quantity: 1, returnReasonDefinitionId: TOO_SMALL }],
        exchangeLineItems: [{ variantId: shop.variants.up.id, quantity: 1 }],
      }),
    );
    const preview = await previewReturn(shop.client, { returnId: record?.id ?? '', currency: 'EUR', units: [{ id: record?.lineItems[0]?.id ?? '', quantity: 1 }], exchanges: [{ id: record?.exchangeLineItems[0]?.id ?? '', quantity: 1, agreed: null }], shipping: null, duties: [], to: 'original' });
    expect(preview.check).toMatchObject({ is: 'different', differences: expect.arrayContaining([{ of: 'owed', ours: 0, shopifys: 1000 }]) });
  });
});

const plain: PaidOrder = { lines: [], rates: [], taxesIncluded: false, ofLine: null, ofOrder: null, code: null, shipping: null, tip: null, paidIn: null, payments: [1] };
