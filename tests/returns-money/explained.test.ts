import { describe, expect, it } from 'vitest';
import { explainReturn } from '#app/modules/returns/money/explain-return.ts';
import type { OrderMoney } from '#app/modules/returns/money/order-money.ts';
import { shareOverPayments } from '#app/modules/returns/money/share-over-payments.ts';
import { storeCreditBonus } from '#app/modules/returns/money/store-credit-bonus.ts';

const order: OrderMoney = {
  id: 'order',
  currency: 'EUR',
  taxesIncluded: false,
  lines: [
    {
      id: 'shirt',
      quantity: 3,
      gone: 0,
      unitPrice: 1000,
      discounts: [
        { title: 'Scratched', scope: 'line', isCode: false, amount: 200 },
        { title: 'TEN', scope: 'order', isCode: true, amount: 100 },
      ],
      tax: 513,
      taxRates: [0.19],
      duties: [{ id: 'duty', amount: 100, refunded: 0 }],
    },
  ],
  shipping: { price: 400, tax: 76, left: 400 },
  payments: [
    { id: 'card', name: 'Visa', gateway: 'shopify_payments', kind: 'gateway', amount: 2000, refunded: 500 },
    { id: 'gift', name: 'Gift card', gateway: 'gift_card', kind: 'gift_card', amount: 1000, refunded: 0 },
    { id: 'bank', name: 'Bank transfer', gateway: 'manual', kind: 'manual', amount: 600, refunded: 0 },
  ],
  outstanding: 0,
  received: 3600,
  netPayment: 3100,
};
const nothing = { exchanges: [], returnShippingFee: null, shipping: null, duties: [] };

describe('the account of a return', () => {
  it('names each discount with its share of what comes back, the tax on top, duty, fees and shipping', () => {
    const { rows, balance } = explainReturn(order, { units: [{ lineId: 'shirt', quantity: 1, fee: { percentage: 10 } }], exchanges: [], returnShippingFee: 250, shipping: 'all', duties: [{ id: 'duty', part: 'proportional' }] });
    expect(rows).toEqual([
      { kind: 'price', lineId: 'shirt', quantity: 1, amount: 1000 },
      { kind: 'discount', lineId: 'shirt', title: 'Scratched', scope: 'line', isCode: false, amount: -67 },
      { kind: 'discount', lineId: 'shirt', title: 'TEN', scope: 'order', isCode: true, amount: -33 },
      { kind: 'tax', lineId: 'shirt', amount: 171 },
      { kind: 'restocking_fee', lineId: 'shirt', amount: -90 },
      { kind: 'shipping', amount: 400 },
      { kind: 'shipping_tax', amount: 76 },
      { kind: 'duty', dutyId: 'duty', amount: 33 },
      { kind: 'return_shipping_fee', amount: -250 },
    ]);
    expect(balance).toBe(1240);
  });

  it('tells tax that is part of prices beside the rows, and not in them', () => {
    const told = explainReturn({ ...order, taxesIncluded: true }, { ...nothing, units: [{ lineId: 'shirt', quantity: 3, fee: null }] });
    expect(told).toMatchObject({ balance: 2700, taxIncluded: 513 });
    expect(told.rows.map(({ kind }) => kind)).not.toContain('tax');
  });

  it('gives back no more than was paid, and says what is owed when the exchange costs more', () => {
    const units = [{ lineId: 'shirt', quantity: 3, fee: null }];
    expect(explainReturn({ ...order, netPayment: 1000 }, { ...nothing, units })).toMatchObject({ balance: 3213, refund: 1000, owed: 0 });
    const dear = { id: 'coat', title: 'Coat', unitPrice: 5000, quantity: 1, units: 1, processed: 0, taxable: true, discount: { amount: 500 } };
    expect(explainReturn(order, { ...nothing, units, exchanges: [dear] })).toMatchObject({ balance: 3213 - 5355, refund: 0, owed: 2142 });
  });

  it('refuses a line or a duty that the order does not have', () => {
    expect(() => explainReturn(order, { ...nothing, units: [{ lineId: 'other', quantity: 1, fee: null }] })).toThrow('no line other');
    expect(() => explainReturn(order, { ...nothing, units: [], duties: [{ id: 'other', part: 'all' }] })).toThrow('no duty other');
  });
});

describe('where money goes back', () => {
  it('is the payments it came from, oldest first and gift cards last, each with when it is there', () => {
    expect(shareOverPayments(order.payments, 2300)).toEqual([
      { paymentId: 'card', name: 'Visa', gateway: 'shopify_payments', kind: 'gateway', amount: 1500, arrival: { is: 'working_days', from: 5, to: 10 } },
      { paymentId: 'bank', name: 'Bank transfer', gateway: 'manual', kind: 'manual', amount: 600, arrival: { is: 'by_the_shop' } },
      { paymentId: 'gift', name: 'Gift card', gateway: 'gift_card', kind: 'gift_card', amount: 200, arrival: { is: 'at_once' } },
    ]);
    expect(shareOverPayments(order.payments, 0)).toEqual([]);
  });

  it('brings a bonus for store credit, rounded half away from zero, and none where nothing is given back', () => {
    expect([storeCreditBonus(1005, 10), storeCreditBonus(1004, 10), storeCreditBonus(7, 33.333), storeCreditBonus(0, 10), storeCreditBonus(-500, 10)]).toEqual([101, 100, 2, 0, 0]);
  });
});
