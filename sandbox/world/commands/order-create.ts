import { newAddress } from '../address.ts';
import { e164, isEmail } from '../contact.ts';
import { readBag } from '../money-input.ts';
import type { NewOrder } from '../new-order.ts';
import { orderDefaults } from '../new-order.ts';
import { placeOrder } from '../place-order.ts';
import type { OrderRecord } from '../records.ts';
import { availableOf } from '../stock.ts';
import { NotModelled, type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { stamp } from '../world.ts';
import { fulfillAll } from './fulfill-all.ts';
import { type BuyerRefusal, orderBuyer } from './order-buyer.ts';
import type { OrderCreateInput, OrderCreateOptions } from './order-input.ts';
import { readLines, readShipping } from './read-lines.ts';
import { sortedTags } from './sorted-tags.ts';

/** `orderCreate`: an order as an app or a migration makes it. Nothing is kept when there are errors. */
export function orderCreate(change: Change, input: OrderCreateInput, options: OrderCreateOptions = {}): { order: OrderRecord | null; userErrors: UserError[] } {
  if (input.fulfillmentStatus === 'PARTIAL' || input.fulfillmentStatus === 'RESTOCKED') throw new NotModelled(`an order that is created ${input.fulfillmentStatus}`);
  const currency = input.currency ?? change.shop.currency;
  const presentmentCurrency = input.presentmentCurrency ?? currency;
  const lines = readLines(change, input, currency, presentmentCurrency);
  const shipping = readShipping(input, currency, presentmentCurrency);
  const discounts = readDiscounts(input, currency, presentmentCurrency);
  const transactions = readTransactions(input, currency, presentmentCurrency, change.now);
  const userErrors = [...checkOrder(change, input, currency), ...lines.userErrors, ...shipping.userErrors, ...discounts.userErrors, ...transactions.userErrors];
  if (userErrors.length > 0) return { order: null, userErrors };
  const claim = claimStock(change, input, options);
  if (claim.length > 0) return { order: null, userErrors: claim };
  const buyer = orderBuyer(change, input);
  if (isRefusal(buyer)) return { order: null, userErrors: buyer.userErrors };

  const stated = input.financialStatus ?? null;
  const byTransactions = transactions.rows.length > 0;
  const placed: NewOrder = {
    ...orderDefaults(change.shop, change.now),
    ...(input.name ? { name: input.name } : {}),
    customerId: buyer?.id ?? null,
    email: input.email ?? buyer?.email ?? null,
    phone: input.phone ? e164(input.phone) : null,
    customerLocale: buyer?.locale ?? null,
    currency,
    presentmentCurrency,
    taxesIncluded: input.taxesIncluded ?? false,
    test: input.test ?? false,
    sourceName: input.sourceName ?? 'web',
    sourceIdentifier: input.sourceIdentifier ?? null,
    locationId: input.sourceName === 'pos' ? (input.transactions?.find((row) => row.locationId)?.locationId ?? input.fulfillment?.locationId ?? null) : null,
    poNumber: input.poNumber ?? null,
    note: input.note ?? null,
    tags: sortedTags(input.tags ?? []),
    customAttributes: input.customAttributes ?? [],
    buyerAcceptsMarketing: input.buyerAcceptsMarketing ?? false,
    shippingAddress: input.shippingAddress ? newAddress(change, input.shippingAddress) : null,
    billingAddress: input.billingAddress ? newAddress(change, input.billingAddress) : null,
    lines: lines.lines,
    shipping: shipping.lines,
    discounts: discounts.discounts,
    transactions: transactions.rows,
    payInFull: byTransactions ? null : stated === 'PAID' ? { kind: 'SALE', gateway: 'manual' } : stated === 'AUTHORIZED' ? { kind: 'AUTHORIZATION', gateway: 'manual' } : null,
    statedFinancialStatus: byTransactions || stated === 'PAID' || stated === 'AUTHORIZED' || stated === 'PENDING' ? null : stated,
    stock: (options.inventoryBehaviour ?? 'BYPASS') === 'BYPASS' ? 'BYPASS' : 'DECREMENT',
    processedAt: input.processedAt ? stamp(new Date(Math.min(Date.parse(input.processedAt), Date.parse(change.now)))) : change.now,
    closedAt: input.closedAt ? stamp(new Date(input.closedAt)) : null,
  };
  const order = placeOrder(change, placed);
  if (input.fulfillment || input.fulfillmentStatus === 'FULFILLED') fulfillAll(change, order, input.fulfillment ?? null);
  return { order: change.orders.get(order.id), userErrors: [] };
}

function checkOrder(change: Change, input: OrderCreateInput, currency: string): UserError[] {
  const userErrors: UserError[] = [];
  if (!input.lineItems?.length) userErrors.push(userError(['order', 'lineItems'], 'Line items must have at least one line item', 'INVALID'));
  if (input.customerId && input.customer) {
    userErrors.push(userError(['order'], 'Cannot specify both customerId and customer', 'REDUNDANT_CUSTOMER_FIELDS'));
  }
  if (input.email && !isEmail(input.email)) userErrors.push(userError(['order', 'email'], 'Email is invalid', 'INVALID'));
  if (input.phone && !e164(input.phone)) userErrors.push(userError(['order', 'phone'], 'Phone is invalid', 'INVALID'));
  if (currency !== change.shop.currency) userErrors.push(userError(['order', 'currency'], `Currency must be the shop's currency, ${change.shop.currency}`, 'INVALID'));
  if (input.fulfillment && !change.locations.get(input.fulfillment.locationId)) {
    userErrors.push(userError(['order', 'fulfillment', 'locationId'], 'Location does not exist', 'INVALID'));
  }
  return userErrors;
}

function readDiscounts(input: OrderCreateInput, currency: string, presentmentCurrency: string): { discounts: NewOrder['discounts']; userErrors: UserError[] } {
  const { itemFixedDiscountCode: fixed, itemPercentageDiscountCode: percentage, freeShippingDiscountCode: free } = input.discountCode ?? {};
  if (percentage) {
    const share = percentage.percentage ?? 0;
    if (share < 0 || share > 100) {
      const field = ['order', 'discountCode', 'itemPercentageDiscountCode', 'percentage'];
      return { discounts: [], userErrors: [userError(field, 'Percentage must be between 0 and 100', 'INVALID')] };
    }
    return { discounts: [{ kind: 'CODE', title: percentage.code, target: 'LINE_ITEM', value: { type: 'percentage', percentage: share } }], userErrors: [] };
  }
  if (fixed?.amountSet) {
    const amount = readBag(fixed.amountSet, currency, presentmentCurrency);
    if (typeof amount === 'string') {
      return { discounts: [], userErrors: [userError(['order', 'discountCode', 'itemFixedDiscountCode', 'amountSet'], `Amount ${amount}`, 'INVALID')] };
    }
    return { discounts: [{ kind: 'CODE', title: fixed.code, target: 'LINE_ITEM', value: { type: 'fixed', amount } }], userErrors: [] };
  }
  if (free) return { discounts: [{ kind: 'CODE', title: free.code, target: 'SHIPPING_LINE', value: { type: 'percentage', percentage: 100 } }], userErrors: [] };
  return { discounts: [], userErrors: [] };
}

function readTransactions(input: OrderCreateInput, currency: string, presentmentCurrency: string, now: string): { rows: NewOrder['transactions']; userErrors: UserError[] } {
  const rows: NewOrder['transactions'] = [];
  const userErrors: UserError[] = [];
  (input.transactions ?? []).forEach((row, index) => {
    const amount = readBag(row.amountSet, currency, presentmentCurrency);
    if (typeof amount === 'string') {
      userErrors.push(userError(['order', 'transactions', String(index), 'amountSet'], `Transactions ${amount}`, 'INVALID'));
      return;
    }
    rows.push({
      kind: row.kind ?? 'SALE',
      status: row.status ?? 'SUCCESS',
      gateway: row.gateway ?? 'manual',
      amount,
      authorizationCode: row.authorizationCode ?? null,
      processedAt: stamp(new Date(row.processedAt ?? input.processedAt ?? now)),
    });
  });
  return { rows, userErrors };
}

/** Refuses lines that are out of stock where their variant does not go on selling; lines of one variant are claimed together. */
function claimStock(change: Change, input: OrderCreateInput, options: OrderCreateOptions): UserError[] {
  if (options.inventoryBehaviour !== 'DECREMENT_OBEYING_POLICY') return [];
  const claimed = Map.groupBy(input.lineItems ?? [], ({ variantId }) => variantId ?? null);
  const short = [...claimed].some(([variantId, lines]) => {
    const variant = variantId === null ? null : change.variants.get(variantId);
    return variant?.tracked === true && variant.inventoryPolicy === 'DENY' && availableOf(variant) < lines.reduce((sum, { quantity }) => sum + quantity, 0);
  });
  return short ? [userError(['order', 'lineItems'], 'Unable to reserve inventory', 'INVENTORY_CLAIM_FAILED')] : [];
}

function isRefusal(buyer: ReturnType<typeof orderBuyer>): buyer is BuyerRefusal {
  return buyer !== null && 'userErrors' in buyer;
}
