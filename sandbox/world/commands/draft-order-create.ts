import type { Gid } from '#sandbox/contract.ts';
import { type AddressInput, newAddress } from '../address.ts';
import { isEmail } from '../contact.ts';
import type { MoneyInput } from '../money-input.ts';
import { parseMoney } from '../money.ts';
import type { AttributeRecord, DraftDiscountRecord, DraftLineRecord, DraftOrderRecord, MoneyBag } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { sortedTags } from './sorted-tags.ts';

/** `DraftOrderAppliedDiscountInput`. */
interface DraftDiscountInput {
  title?: string | null;
  description?: string | null;
  value: number;
  valueType: 'FIXED_AMOUNT' | 'PERCENTAGE';
}

/** `DraftOrderInput`, as far as the sandbox honours it; in the shop's currency only. */
export interface DraftOrderInput {
  customerId?: Gid | null;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: string[] | null;
  poNumber?: string | null;
  customAttributes?: AttributeRecord[] | null;
  taxExempt?: boolean | null;
  appliedDiscount?: DraftDiscountInput | null;
  shippingLine?: { title?: string | null; priceWithCurrency?: MoneyInput | null } | null;
  shippingAddress?: AddressInput | null;
  billingAddress?: AddressInput | null;
  lineItems?: {
    variantId?: Gid | null;
    title?: string | null;
    sku?: string | null;
    quantity: number;
    originalUnitPriceWithCurrency?: MoneyInput | null;
    requiresShipping?: boolean | null;
    taxable?: boolean | null;
    appliedDiscount?: DraftDiscountInput | null;
    customAttributes?: AttributeRecord[] | null;
  }[] | null;
}

/** `draftOrderCreate`. */
export function draftOrderCreate(change: Change, input: DraftOrderInput): { draftOrder: DraftOrderRecord | null; userErrors: UserError[] } {
  const userErrors: UserError[] = [];
  const customer = input.customerId ? change.customers.get(input.customerId) : null;
  if (input.customerId && !customer) userErrors.push(userError(['customerId'], 'Customer does not exist'));
  if (input.email && !isEmail(input.email)) userErrors.push(userError(['email'], 'Email is invalid'));
  if (!input.lineItems?.length) userErrors.push(userError(null, 'Add at least 1 product'));
  const lineItems = readLines(change, input, userErrors);
  if (userErrors.length > 0) return { draftOrder: null, userErrors };
  const { currency, nextDraftNumber } = change.shop;
  const shipping = input.shippingLine?.priceWithCurrency ? inShop(change, input.shippingLine.priceWithCurrency) : null;
  const draftOrder: DraftOrderRecord = {
    id: change.newId('DraftOrder'),
    name: `#D${nextDraftNumber}`,
    status: 'OPEN',
    customerId: customer?.id ?? null,
    email: input.email ?? customer?.email ?? null,
    phone: input.phone ?? null,
    currency,
    presentmentCurrency: currency,
    note: input.note ?? null,
    tags: sortedTags(input.tags ?? []),
    customAttributes: input.customAttributes ?? [],
    poNumber: input.poNumber ?? null,
    taxExempt: input.taxExempt ?? false,
    lineItems,
    discount: readDiscount(input.appliedDiscount),
    shippingLine: shipping ? { title: input.shippingLine?.title ?? 'Shipping', price: shipping } : null,
    shippingAddress: input.shippingAddress ? newAddress(change, input.shippingAddress) : null,
    billingAddress: input.billingAddress ? newAddress(change, input.billingAddress) : null,
    orderId: null,
    completedAt: null,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('shops', { ...change.shop, nextDraftNumber: nextDraftNumber + 1 });
  change.put('draftOrders', draftOrder);
  change.emit('draft_orders/create', draftOrder.id);
  return { draftOrder, userErrors: [] };
}

function readLines(change: Change, input: DraftOrderInput, userErrors: UserError[]): DraftLineRecord[] {
  const lines: DraftLineRecord[] = [];
  (input.lineItems ?? []).forEach((line, index) => {
    const field = (name: string) => ['lineItems', String(index), name];
    const variant = line.variantId ? change.variants.get(line.variantId) : null;
    const product = variant && change.products.get(variant.productId);
    const given = line.originalUnitPriceWithCurrency ? inShop(change, line.originalUnitPriceWithCurrency) : null;
    if (line.variantId && !variant) return void userErrors.push(userError(field('variantId'), 'Product with ID is no longer available.'));
    if (!variant && !line.title) return void userErrors.push(userError(field('title'), "Title can't be blank"));
    if (line.quantity < 1) return void userErrors.push(userError(field('quantity'), 'Quantity must be greater than or equal to 1'));
    const price = variant ? { shop: variant.price, presentment: variant.price } : given;
    if (!price) return void userErrors.push(userError(field('originalUnitPriceWithCurrency'), `Original unit price must be in ${change.shop.currency}`));
    lines.push({
      id: change.newId('DraftOrderLineItem'),
      variantId: variant?.id ?? null,
      productId: product?.id ?? null,
      title: product?.title ?? line.title ?? '',
      variantTitle: variant && variant.title !== 'Default Title' ? variant.title : null,
      sku: variant?.sku ?? line.sku ?? null,
      quantity: line.quantity,
      unitPrice: price,
      requiresShipping: variant?.requiresShipping ?? line.requiresShipping ?? true,
      taxable: line.taxable ?? variant?.taxable ?? true,
      discount: readDiscount(line.appliedDiscount),
      customAttributes: line.customAttributes ?? [],
    });
  });
  return lines;
}

function readDiscount(input: DraftDiscountInput | null | undefined): DraftDiscountRecord | null {
  return input ? { title: input.title ?? 'Custom discount', description: input.description ?? null, valueType: input.valueType, value: String(input.value) } : null;
}

function inShop(change: Change, input: MoneyInput): MoneyBag | null {
  const amount = input.currencyCode === change.shop.currency ? parseMoney(input.amount, input.currencyCode) : null;
  return amount && { shop: amount, presentment: amount };
}
