import type { Gid } from '#sandbox/contract.ts';
import { mapBag, money, parseMoney } from '../money.ts';
import { type NewDiscount, orderDefaults } from '../new-order.ts';
import { placeOrder } from '../place-order.ts';
import type { DraftDiscountRecord, DraftOrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `draftOrderComplete`: makes the order, paid by hand unless the payment is pending. */
export function draftOrderComplete(
  change: Change,
  input: { id: Gid; paymentPending?: boolean | null; sourceName?: string | null },
): { draftOrder: DraftOrderRecord | null; userErrors: UserError[] } {
  const draft = change.draftOrders.get(input.id);
  if (!draft) return { draftOrder: null, userErrors: [userError(['id'], 'Draft order does not exist')] };
  if (draft.status === 'COMPLETED') return { draftOrder: null, userErrors: [userError(null, 'This order has been paid')] };
  const order = placeOrder(change, {
    ...orderDefaults(change.shop, change.now),
    customerId: draft.customerId,
    email: draft.email,
    phone: draft.phone,
    customerLocale: draft.customerId ? (change.customers.get(draft.customerId)?.locale ?? null) : null,
    sourceName: input.sourceName ?? 'shopify_draft_order',
    appTitle: 'Draft Orders',
    note: draft.note,
    tags: draft.tags,
    customAttributes: draft.customAttributes,
    poNumber: draft.poNumber,
    shippingAddress: draft.shippingAddress,
    billingAddress: draft.billingAddress,
    lines: draft.lineItems.map((line) => {
      const variant = line.variantId ? change.variants.get(line.variantId) : null;
      const product = line.productId ? change.products.get(line.productId) : null;
      const { productId, variantId, title, variantTitle, sku, quantity, unitPrice, requiresShipping, taxable, customAttributes } = line;
      const sold = { productId, variantId, title, variantTitle, sku, quantity, unitPrice, requiresShipping, taxable, customAttributes };
      return { ...sold, vendor: product?.vendor ?? null, image: variant?.image ?? product?.images[0] ?? null, giftCard: product?.isGiftCard ?? false, grams: variant?.grams ?? 0, taxes: [] };
    }),
    shipping: draft.shippingLine ? [{ title: draft.shippingLine.title, code: 'custom', source: null, price: draft.shippingLine.price, taxes: [] }] : [],
    discounts: discountsOf(draft),
    payInFull: input.paymentPending ? null : { kind: 'SALE', gateway: 'manual' },
    stock: 'DECREMENT',
  });
  const draftOrder: DraftOrderRecord = { ...draft, status: 'COMPLETED', orderId: order.id, completedAt: change.now, updatedAt: change.now };
  change.put('draftOrders', draftOrder);
  change.emit('draft_orders/update', draftOrder.id);
  return { draftOrder, userErrors: [] };
}

function discountsOf(draft: DraftOrderRecord): NewDiscount[] {
  const lines = draft.lineItems.flatMap((line, index) => (line.discount ? [toDiscount(draft, line.discount, { line: index, units: line.quantity })] : []));
  return draft.discount ? [...lines, toDiscount(draft, draft.discount, null)] : lines;
}

/** A fixed amount on a line counts for each unit, on the order once. */
function toDiscount(draft: DraftOrderRecord, discount: DraftDiscountRecord, on: { line: number; units: number } | null): NewDiscount {
  const amount = parseMoney(discount.value, draft.currency) ?? money(0, draft.currency);
  const bag = mapBag({ shop: amount, presentment: amount }, (minor) => minor * (on?.units ?? 1));
  return {
    kind: 'MANUAL',
    title: discount.title,
    description: discount.description,
    target: 'LINE_ITEM',
    ...(on ? { lines: [on.line] } : {}),
    value: discount.valueType === 'PERCENTAGE' ? { type: 'percentage', percentage: Number(discount.value) } : { type: 'fixed', amount: bag },
  };
}
