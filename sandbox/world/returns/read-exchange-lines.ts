import type { Gid } from '#sandbox/contract.ts';
import { parseMoney } from '../money.ts';
import type { MoneyInput } from '../money-input.ts';
import { countsIn, inBothCurrencies } from '../other-currency.ts';
import type { ExchangeDiscountRecord, ExchangeLineRecord, OrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Reading } from '../world.ts';
import { priceIn } from './exchange-amounts.ts';

/** `ExchangeLineItemInput` and `CalculateExchangeLineItemInput`. */
export interface ExchangeLineInput {
  variantId?: Gid | null;
  quantity: number;
  appliedDiscount?: { description?: string | null; value: { amount?: MoneyInput | null; percentage?: number | null } } | null;
}

/** The exchange lines of a new return, at today's catalogue prices. */
export function readExchangeLines(
  world: Reading,
  order: OrderRecord,
  inputs: readonly ExchangeLineInput[],
  at: string[],
  newId: (type: string) => Gid,
): { lines: ExchangeLineRecord[]; userErrors: UserError[] } {
  const lines: ExchangeLineRecord[] = [];
  const userErrors: UserError[] = [];
  inputs.forEach((input, index) => {
    const field = (...names: string[]) => [...at, 'exchangeLineItems', String(index), ...names];
    const variant = input.variantId ? world.variants.get(input.variantId) : null;
    const product = variant && world.products.get(variant.productId);
    if (input.quantity < 1) return void userErrors.push(userError(field('quantity'), 'Quantity must be greater than 0', 'GREATER_THAN'));
    if (!variant || !product) return void userErrors.push(userError(field('variantId'), 'Variant was not found.', 'NOT_FOUND'));
    const unitPrice = priceIn(order, variant.price.minor);
    if (!unitPrice) return void userErrors.push(userError(field('variantId'), 'Variant cannot be priced in the presentment currency of the order.', 'INVALID'));
    const discount = readDiscount(order, input);
    if (discount === 'invalid') return void userErrors.push(userError(field('appliedDiscount', 'value'), 'Discount value is invalid', 'INVALID'));
    lines.push({
      id: newId('ExchangeLineItem'),
      variantId: variant.id,
      productId: product.id,
      title: product.title,
      variantTitle: variant.title === 'Default Title' ? null : variant.title,
      sku: variant.sku,
      quantity: input.quantity,
      processedQuantity: 0,
      unitPrice,
      taxable: variant.taxable,
      discount,
      lineItemIds: [],
    });
  });
  return { lines, userErrors };
}

/** Either a percentage or an amount off all units of the line. */
function readDiscount(order: OrderRecord, { appliedDiscount }: ExchangeLineInput): ExchangeDiscountRecord | 'invalid' | null {
  if (!appliedDiscount) return null;
  const { amount, percentage } = appliedDiscount.value;
  const description = appliedDiscount.description ?? null;
  if ((amount == null) === (percentage == null)) return 'invalid';
  if (percentage != null) return percentage < 0 || percentage > 100 ? 'invalid' : { description, value: { type: 'percentage', percentage } };
  const off = amount ? parseMoney(amount.amount, amount.currencyCode) : null;
  if (!off || off.minor < 0 || !countsIn(order, off.currency)) return 'invalid';
  return { description, value: { type: 'fixed', amount: inBothCurrencies(order, order.originalTotal, off) } };
}
