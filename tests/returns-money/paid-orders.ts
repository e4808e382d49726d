import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import fc from 'fast-check';
import { getOperationAST, print } from 'graphql';
import { z } from 'zod';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { AdminApiError, UserErrors } from '#app/platform/shopify/errors.ts';
import { judgeAnswer } from '#app/platform/shopify/judge-answer.ts';
import { fulfillAll } from '#sandbox/world/commands/fulfill-all.ts';
import type { World } from '#sandbox/world/index.ts';
import { allocate, money } from '#sandbox/world/money.ts';
import { orderDefaults, type NewDiscount, type NewTax } from '#sandbox/world/new-order.ts';
import { placeOrder } from '#sandbox/world/place-order.ts';
import type { MoneyBag, OrderRecord } from '#sandbox/world/records.ts';
import type { TestAdmin } from '../sandbox/world/admin-in-memory.ts';

const scopes = ['read_orders', 'read_fulfillments', 'read_merchant_managed_fulfillment_orders', 'read_locations', 'write_orders', 'read_returns', 'write_returns', 'read_customers', 'read_products', 'read_store_credit_accounts', 'write_store_credit_account_transactions'];

/** The app's client on a sandbox in memory, with the scopes that returns need and whatever else a shop grants. Like the real one it waits where it is throttled. */
export function clientOf(admin: TestAdmin, granted: readonly string[] = []): AdminClient {
  return {
    async run<Result, Variables extends Record<string, unknown>>(document: TypedDocumentNode<Result, Variables>, variables: Variables) {
      const { data, errors } = await askPatiently(admin, [...scopes, ...granted], print(document), variables);
      const codes = z.array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string().optional() }).optional() })).parse(errors ?? []);
      const problems = codes.map(({ message, extensions }) => ({ code: extensions?.code ?? 'GRAPHQL', message, path: null }));
      const told = z.record(z.string(), z.unknown()).nullish().parse(data) ?? null;
      const kind = getOperationAST(document)?.operation === 'mutation' ? 'mutation' : 'query';
      const verdict = judgeAnswer({ status: 200, data: told, problems, cost: null, requestId: null, retryAfterSeconds: null }, kind);
      if (verdict.is === 'refused') throw new UserErrors('test', verdict.userErrors);
      if (verdict.is !== 'done') throw new AdminApiError('test', 200, problems, null);
      return verdict.data as Result;
    },
  };
}

/** Asks again for as long as the budget of questions is used up, also by others who wait for it; the clock of the sandbox stands still, so waiting is moving it. */
async function askPatiently(admin: TestAdmin, ...question: Parameters<TestAdmin['askAsApp']>): ReturnType<TestAdmin['askAsApp']> {
  const answer = await admin.askAsApp(...question);
  if (!JSON.stringify(answer.errors ?? []).includes('THROTTLED')) return answer;
  admin.clock.travelTo(new Date(admin.clock.now().getTime() + 5_000));
  return askPatiently(admin, ...question);
}

/** What customers pay in, and how many of its smallest units a cent is; null is the shop's own currency. */
export const paidIn = fc.constantFrom(null, { code: 'USD', rate: 1.1 }, { code: 'JPY', rate: 1.63 }, { code: 'KWD', rate: 3.4 });
export const otherCurrencies = ['USD', 'JPY', 'KWD'];
const cents = fc.integer({ min: 1, max: 20_000 });
const percent = fc.constantFrom(5, 10, 33.3, 12.345, 100);

const value = fc.oneof(
  percent.map((percentage) => ({ type: 'percentage' as const, percentage })),
  cents.map((minor) => ({ type: 'fixed' as const, minor })),
);

/** Orders with everything that money can be made of. */
export const paidOrders = fc.record({
  lines: fc.array(fc.record({ price: cents, quantity: fc.integer({ min: 1, max: 4 }), taxed: fc.boolean(), duty: fc.option(fc.integer({ min: 100, max: 900 })) }), { minLength: 1, maxLength: 3 }),
  rates: fc.constantFrom<readonly number[]>([], [0.19], [0.0725], [0.05, 0.09975]),
  taxesIncluded: fc.boolean(),
  ofLine: fc.option(value),
  ofOrder: fc.option(value),
  code: fc.option(value),
  shipping: fc.option(fc.record({ price: cents, off: fc.constantFrom(0, 50) })),
  tip: fc.option(cents),
  paidIn,
  /** Payments by weight; the last of several is a gift card. */
  payments: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
});
export type PaidOrder = typeof paidOrders extends fc.Arbitrary<infer T> ? T : never;

/** Places an order, pays it and sends it. */
export function placePaid(world: World, input: PaidOrder): OrderRecord {
  return world.change((change) => {
    const bag = (minor: number): MoneyBag => ({ shop: money(minor, 'EUR'), presentment: input.paidIn ? money(Math.round(minor * input.paidIn.rate), input.paidIn.code) : money(minor, 'EUR') });
    const taxes: NewTax[] = input.rates.map((rate, at) => ({ title: `Tax ${at}`, rate }));
    const discount = (given: PaidOrder['code'], rest: Omit<NewDiscount, 'target' | 'value'>): NewDiscount[] =>
      given ? [{ ...rest, target: 'LINE_ITEM', value: given.type === 'fixed' ? { type: 'fixed', amount: bag(given.minor) } : given }] : [];
    const placed = placeOrder(change, {
      ...orderDefaults(change.shop, change.now),
      presentmentCurrency: input.paidIn?.code ?? 'EUR',
      taxesIncluded: input.taxesIncluded,
      lines: input.lines.map(({ price, quantity, taxed, duty }) => ({
        productId: null,
        variantId: null,
        title: 'Thing',
        variantTitle: null,
        sku: null,
        vendor: null,
        image: null,
        quantity,
        unitPrice: bag(price),
        requiresShipping: true,
        taxable: taxed,
        giftCard: false,
        grams: 0,
        taxes,
        ...(duty ? { duty: { harmonizedSystemCode: null, countryCodeOfOrigin: null, price: bag(duty) } } : {}),
        customAttributes: [],
      })),
      discounts: [
        ...discount(input.code, { kind: 'CODE', title: 'LESS' }),
        ...discount(input.ofLine, { kind: 'MANUAL', title: 'Scratched', lines: [0] }),
        ...discount(input.ofOrder, { kind: 'AUTOMATIC', title: 'Autumn' }),
        ...(input.shipping?.off ? [{ kind: 'CODE' as const, title: 'POST', target: 'SHIPPING_LINE' as const, value: { type: 'percentage' as const, percentage: input.shipping.off } }] : []),
      ],
      shipping: input.shipping ? [{ title: 'Post', code: null, source: null, price: bag(input.shipping.price), taxes }] : [],
      tip: input.tip ? bag(input.tip) : null,
      payInFull: { kind: 'SALE', gateway: 'bogus' },
    });
    const [sale] = placed.transactions;
    const shares = { shop: allocate(sale?.amount.shop.minor ?? 0, input.payments), presentment: allocate(sale?.amount.presentment.minor ?? 0, input.payments) };
    const transactions = sale
      ? input.payments.map((_, at) => ({
          ...sale,
          id: at === 0 ? sale.id : change.newId('OrderTransaction'),
          gateway: at > 0 && at === input.payments.length - 1 ? 'gift_card' : `gateway ${at}`,
          amount: { shop: money(shares.shop[at] ?? 0, placed.currency), presentment: money(shares.presentment[at] ?? 0, placed.presentmentCurrency) },
        }))
      : [];
    change.put('orders', { ...placed, transactions });
    fulfillAll(change, { ...placed, transactions }, null);
    const order = change.orders.get(placed.id);
    if (!order) throw new Error('no order');
    return order;
  });
}
