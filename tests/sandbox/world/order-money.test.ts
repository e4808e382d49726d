import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOrderComplete } from '#sandbox/world/commands/draft-order-complete.ts';
import { draftOrderCreate } from '#sandbox/world/commands/draft-order-create.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { money, zeroBag } from '#sandbox/world/money.ts';
import { orderDefaults } from '#sandbox/world/new-order.ts';
import { discountedTotal, orderTotals } from '#sandbox/world/order-totals.ts';
import { placeOrder } from '#sandbox/world/place-order.ts';
import { refundValue } from '#sandbox/world/refund-value.ts';
import { addOrder, customLine, only, openShop } from './shop-in-memory.ts';

const vat = { title: 'VAT', rate: '0.19' };

describe('the totals of an order', () => {
  it('adds tax on top where prices are without it', () => {
    const { world } = openShop();
    const order = addOrder(world, {
      lineItems: [{ ...customLine('19.99', 3), taxLines: [vat] }],
      shippingLines: [{ title: 'Standard', priceSet: { shopMoney: { amount: '4.90', currencyCode: 'EUR' } }, taxLines: [vat] }],
    });
    const totals = orderTotals(order, []);
    expect(totals.subtotal.shop.minor).toBe(5997);
    expect(totals.tax.shop.minor).toBe(1139 + 93);
    expect(totals.total.shop.minor).toBe(5997 + 490 + 1232);
    expect(order.originalTotal).toEqual(totals.total);
  });

  it('finds tax inside the price where prices include it', () => {
    const { world } = openShop();
    const order = addOrder(world, { taxesIncluded: true, lineItems: [{ ...customLine('19.99', 3), taxLines: [vat] }] });
    const totals = orderTotals(order, []);
    expect(totals.tax.shop.minor).toBe(958);
    expect(totals.total.shop.minor).toBe(5997);
  });

  it('shares a code over all lines to the cent and taxes what is left', () => {
    const { world } = openShop();
    const order = addOrder(world, {
      lineItems: [customLine('10.00'), customLine('10.00'), { ...customLine('10.00'), taxLines: [vat] }],
      discountCode: { itemFixedDiscountCode: { code: 'TEN', amountSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } } },
    });
    expect(order.lineItems.map((line) => discountedTotal(line).shop.minor)).toEqual([666, 667, 667]);
    const totals = orderTotals(order, []);
    expect(totals.discounts.shop.minor).toBe(1000);
    expect(totals.tax.shop.minor).toBe(127);
    expect(totals.total.shop.minor).toBe(2127);
  });

  it('takes free shipping off the shipping line only', () => {
    const { world } = openShop();
    const shipping = { title: 'Express', priceSet: { shopMoney: { amount: '9.00', currencyCode: 'EUR' } } };
    const order = addOrder(world, { shippingLines: [shipping], discountCode: { freeShippingDiscountCode: { code: 'FREE' } } });
    const totals = orderTotals(order, []);
    expect(totals.shipping.shop.minor).toBe(0);
    expect(totals.total.shop.minor).toBe(2000);
    expect(totals.discounts.shop.minor).toBe(900);
  });

  it('keeps shop and presentment money side by side', () => {
    const { world } = openShop();
    const both = (eur: string, jpy: string) => ({ shopMoney: { amount: eur, currencyCode: 'EUR' }, presentmentMoney: { amount: jpy, currencyCode: 'JPY' } });
    const order = addOrder(world, {
      presentmentCurrency: 'JPY',
      lineItems: [{ title: 'Thing', quantity: 3, priceSet: both('10.00', '1634') }],
      discountCode: { itemPercentageDiscountCode: { code: 'P', percentage: 15 } },
      transactions: [{ amountSet: both('25.50', '4167'), gateway: 'shopify_payments' }],
    });
    const totals = orderTotals(order, []);
    expect(totals.total).toEqual({ shop: money(2550, 'EUR'), presentment: money(4167, 'JPY') });
    expect(totals.outstanding).toEqual(zeroBag('EUR', 'JPY'));
  });

  it('counts tips and duties', () => {
    const { world } = openShop();
    const order = world.change((change) =>
      placeOrder(change, {
        ...orderDefaults(change.shop, change.now),
        tip: { shop: money(300, 'EUR'), presentment: money(300, 'EUR') },
        lines: [
          {
            productId: null,
            variantId: null,
            title: 'Coat',
            variantTitle: null,
            sku: null,
            vendor: null,
            image: null,
            quantity: 1,
            unitPrice: { shop: money(10_000, 'EUR'), presentment: money(10_000, 'EUR') },
            requiresShipping: true,
            taxable: true,
            giftCard: false,
            grams: 900,
            taxes: [],
            customAttributes: [],
            duty: { harmonizedSystemCode: '6201', countryCodeOfOrigin: 'CN', price: { shop: money(1200, 'EUR'), presentment: money(1200, 'EUR') } },
          },
        ],
        payInFull: { kind: 'SALE', gateway: 'bogus' },
      }),
    );
    const totals = orderTotals(order, []);
    expect([totals.tip.shop.minor, totals.duties.shop.minor, totals.total.shop.minor, totals.received.shop.minor]).toEqual([300, 1200, 11_500, 11_500]);
  });

  it('puts a draft line discount on each unit and a draft discount on the whole', () => {
    const { world } = openShop();
    const draft = world.change((change) =>
      draftOrderCreate(change, {
        lineItems: [
          { title: 'A', quantity: 2, originalUnitPriceWithCurrency: { amount: '10.00', currencyCode: 'EUR' }, appliedDiscount: { value: 1.5, valueType: 'FIXED_AMOUNT' } },
          { title: 'B', quantity: 1, originalUnitPriceWithCurrency: { amount: '3.00', currencyCode: 'EUR' } },
        ],
        appliedDiscount: { value: 10, valueType: 'PERCENTAGE' },
      }),
    );
    const { draftOrder } = world.change((change) => draftOrderComplete(change, { id: draft.draftOrder?.id ?? '' }));
    const order = world.orders.get(draftOrder?.orderId ?? '');
    expect(order?.sourceName).toBe('shopify_draft_order');
    expect(order && order.lineItems.map((line) => discountedTotal(line).shop.minor)).toEqual([1530, 270]);
    expect(order && orderTotals(order, []).outstanding.shop.minor).toBe(0);
  });
});

describe('refunding', () => {
  it('unit by unit gives back exactly the whole line, whatever the price', () => {
    const { world } = openShop();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 100 }), (quantity, cents, percentage) => {
        const order = addOrder(world, {
          lineItems: [{ ...customLine((cents / 100).toFixed(2), quantity), taxLines: [vat] }],
          discountCode: { itemPercentageDiscountCode: { code: 'P', percentage } },
        });
        const line = only(order.lineItems);
        let [subtotal, tax] = [0, 0];
        for (let gone = 0; gone < quantity; gone += 1) {
          const value = refundValue({ ...line, currentQuantity: quantity - gone }, 1);
          subtotal += value.subtotal.shop.minor;
          tax += value.tax.shop.minor;
        }
        const totals = orderTotals(order, []);
        expect([subtotal, tax]).toEqual([totals.subtotal.shop.minor, totals.tax.shop.minor]);
      }),
      { numRuns: 60 },
    );
  });

  it('lowers the current total by what was given back and leaves nothing outstanding', () => {
    const { world } = openShop();
    const order = addOrder(world, { lineItems: [{ ...customLine('10.00', 3), taxLines: [vat] }], financialStatus: 'PAID' });
    const payment = only(order.transactions);
    const answer = world.change((change) =>
      refundCreate(change, {
        orderId: order.id,
        refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1 }],
        transactions: [{ orderId: order.id, parentId: payment.id, amount: '11.90', gateway: 'manual', kind: 'REFUND' }],
      }),
    );
    expect(answer.userErrors).toEqual([]);
    const totals = answer.order && orderTotals(answer.order, world.refunds.where('order', order.id));
    expect(totals?.currentTotal.shop.minor).toBe(2380);
    expect(totals?.total.shop.minor).toBe(3570);
    expect(totals?.outstanding.shop.minor).toBe(0);
    expect(answer.refund?.adjustments).toEqual([]);
  });

  it('writes down the difference when more or less is given back than the goods are worth', () => {
    const { world } = openShop();
    const order = addOrder(world, { financialStatus: 'PAID' });
    const pay = (amount: string) => [{ orderId: order.id, parentId: only(order.transactions).id, amount, gateway: 'manual', kind: 'REFUND' }];
    const more = world.change((change) => refundCreate(change, { orderId: order.id, transactions: pay('5.00') }));
    const less = world.change((change) => refundCreate(change, { orderId: order.id, refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1 }], transactions: pay('8.00') }));
    expect([more, less].map((answer) => answer.refund?.adjustments[0]?.amount.shop.minor)).toEqual([-500, 200]);
    const after = world.orders.get(order.id);
    expect(after && orderTotals(after, world.refunds.where('order', order.id)).outstanding.shop.minor).toBe(0);
  });

  it('gives back all of a payment in the other currency when all of it goes', () => {
    const { world } = openShop();
    const both = { shopMoney: { amount: '10.00', currencyCode: 'EUR' }, presentmentMoney: { amount: '1633', currencyCode: 'JPY' } };
    const order = addOrder(world, { presentmentCurrency: 'JPY', lineItems: [{ title: 'Thing', quantity: 1, priceSet: both }], transactions: [{ amountSet: both }] });
    const parentId = only(order.transactions).id;
    const refund = (amount: string) =>
      world.change((change) => refundCreate(change, { orderId: order.id, currency: 'JPY', transactions: [{ orderId: order.id, parentId, amount, gateway: 'manual', kind: 'REFUND' }] }));
    expect(refund('1000').userErrors).toEqual([]);
    expect(refund('633').userErrors).toEqual([]);
    const after = world.orders.get(order.id);
    expect(after && orderTotals(after, world.refunds.where('order', order.id)).netPayment).toEqual(zeroBag('EUR', 'JPY'));
  });
});
