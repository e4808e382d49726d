import { gid, numericId } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OrderToReshipDocument, type OrderCreateOrderInput, type OrderToReshipQuery } from '#app/platform/shopify/operations.generated.ts';

/** An order as far as its goods can be sent again, as Shopify has it now. */
export type OrderToReship = NonNullable<OrderToReshipQuery['order']>;
type Line = OrderToReship['lineItems']['nodes'][number];

/** Units of a line. */
export interface Units {
  id: string;
  quantity: number;
}

/** Goods that went out and can go out again. */
export interface LineToReship {
  id: string;
  title: string;
  /** Units that were sent and did not come back. */
  sent: number;
  /** Null where it is not in the shop's catalogue any more. */
  variantId: string | null;
  /** Units that are there to be sent; null where there is no end to them. */
  stock: number | null;
}

/** Why goods of a parcel are sent again. */
export const reshipReasons = ['lost', 'damaged', 'wrong', 'missing', 'other'] as const;
export type ReshipReason = (typeof reshipReasons)[number];

/** What all orders carry that went out for another one. */
const tagOfAll = 'sent-again';

/** Reads what of an order could go out again, and whereto. */
export async function orderToReship(admin: AdminClient, orderId: string): Promise<OrderToReship | null> {
  return (await admin.run(OrderToReshipDocument, { id: gid('Order', orderId) })).order;
}

/** Why nothing of an order is sent again; null where it may be. */
export function whyNotAgain(order: OrderToReship): 'cancelled' | 'nowhere' | 'unsent' | null {
  if (order.cancelledAt) return 'cancelled';
  if (!order.shippingAddress) return 'nowhere';
  return linesToReship(order).length > 0 ? null : 'unsent';
}

/** What of an order went out, and whether it is there to go out again. */
export function linesToReship({ lineItems }: OrderToReship): LineToReship[] {
  return lineItems.nodes.flatMap((line) => {
    const sent = line.currentQuantity - line.unfulfilledQuantity;
    if (sent <= 0 || !line.requiresShipping || line.isGiftCard) return [];
    return [{ id: numericId('LineItem', line.id), title: [line.title, line.variantTitle].filter(Boolean).join(', '), sent, variantId: line.variant && numericId('ProductVariant', line.variant.id), stock: line.variant ? stockOf(line.variant) : 0 }];
  });
}

/** The lines of which more is wanted than there is; what is of one variant counts together. */
export function shortLines(lines: readonly LineToReship[], wanted: readonly Units[]): string[] {
  const unitsOf = (variantId: string | null) => lines.filter((line) => line.variantId === variantId).reduce((sum, { id }) => sum + (wanted.find((row) => row.id === id)?.quantity ?? 0), 0);
  return lines.filter(({ id, stock, variantId }) => stock !== null && wanted.some((row) => row.id === id) && unitsOf(variantId) > stock).map(({ id }) => id);
}

/** By what an order is known again that a chain made. */
export function markOf(chainId: string): string {
  return `aftercare-${chainId.slice(0, 13)}`;
}

/**
 * The order that sends units again: at the prices they were sold for and less all of it, so that parcels over borders say what is in them and the books
 * say that nothing was paid. It goes where the order it is for goes. Null where something of it cannot be sent any more.
 */
export function orderAgain(order: OrderToReship, { units, reason, chainId }: { units: readonly Units[]; reason: ReshipReason; chainId: string }): OrderCreateOrderInput | null {
  const { currencyCode, presentmentCurrencyCode, shippingAddress, shippingLine, customer, taxesIncluded } = order;
  const lines = units.flatMap(({ id, quantity }) => {
    const sold = order.lineItems.nodes.find((line) => line.id === gid('LineItem', id));
    return sold?.variant ? [lineAgain(sold, sold.variant.id, quantity)] : [];
  });
  if (!shippingAddress || lines.length < units.length) return null;
  const { countryCodeV2, ...address } = shippingAddress;
  const nothing = { shopMoney: { amount: '0', currencyCode }, presentmentMoney: { amount: '0', currencyCode: presentmentCurrencyCode } };
  return {
    currency: currencyCode,
    presentmentCurrency: presentmentCurrencyCode,
    taxesIncluded,
    ...(customer ? { customer: { toAssociate: { id: customer.id } } } : {}),
    email: order.email,
    phone: order.phone,
    shippingAddress: { ...address, ...(countryCodeV2 ? { countryCode: countryCodeV2 } : {}) },
    shippingLines: shippingLine ? [{ title: shippingLine.title, code: shippingLine.code, priceSet: nothing }] : [],
    lineItems: lines,
    discountCode: { itemPercentageDiscountCode: { code: tagOfAll, percentage: 100 } },
    financialStatus: 'PAID',
    tags: [tagOfAll, markOf(chainId)],
    customAttributes: [
      { key: 'Sent again for', value: order.name },
      { key: 'Reason', value: reason },
    ],
  };
}

function lineAgain({ taxable, customAttributes, originalUnitPriceSet: { shopMoney, presentmentMoney } }: Line, variantId: string, quantity: number): NonNullable<OrderCreateOrderInput['lineItems']>[number] {
  return {
    variantId,
    quantity,
    taxable,
    requiresShipping: true,
    priceSet: { shopMoney, presentmentMoney },
    properties: customAttributes.map(({ key, value }) => ({ name: key, value: value ?? '' })),
  };
}

function stockOf({ inventoryItem, inventoryPolicy, inventoryQuantity }: NonNullable<Line['variant']>): number | null {
  return !inventoryItem.tracked || inventoryPolicy === 'CONTINUE' ? null : Math.max(0, inventoryQuantity ?? 0);
}
