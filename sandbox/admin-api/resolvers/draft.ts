import { calculatedLineId } from '#sandbox/world/commands/order-edit-begin.ts';
import { mapBag } from '#sandbox/world/money.ts';
import type { CalculatedOrderRecord, DraftLineRecord, DraftOrderRecord, LineItemRecord, VariantRecord } from '#sandbox/world/records.ts';
import type { Resolver } from '../resolver.ts';
import { orderOf, visibleOrder } from './order-access.ts';
import { legacyResourceId, moneyBag, moneyV2 } from './wire.ts';

interface CalculatedLine {
  id: string;
  line: LineItemRecord | null;
  variant: VariantRecord | null;
  quantity: number;
  restocking: boolean;
}

/** `DraftOrder`; its sums are not worked out before it is completed. */
export const draftOrderFields: Record<string, Resolver> = {
  legacyResourceId,
  currencyCode: (draft: DraftOrderRecord) => draft.currency,
  presentmentCurrencyCode: (draft: DraftOrderRecord) => draft.presentmentCurrency,
  note2: (draft: DraftOrderRecord) => draft.note,
  ready: () => true,
  customer: (draft: DraftOrderRecord, _args, { world }) => (draft.customerId === null ? null : world.customers.get(draft.customerId)),
  order: (draft: DraftOrderRecord, _args, context) => visibleOrder(draft.orderId, context),
  totalQuantityOfLineItems: (draft: DraftOrderRecord) => draft.lineItems.reduce((sum, line) => sum + line.quantity, 0),
};

/** `DraftOrderLineItem`. */
export const draftLineFields: Record<string, Resolver> = {
  name: (line: DraftLineRecord) => [line.title, line.variantTitle].filter(Boolean).join(' - '),
  custom: (line: DraftLineRecord) => line.variantId === null,
  product: (line: DraftLineRecord, _args, { world }) => (line.productId === null ? null : world.products.get(line.productId)),
  variant: (line: DraftLineRecord, _args, { world }) => (line.variantId === null ? null : world.variants.get(line.variantId)),
  originalUnitPriceSet: (line: DraftLineRecord) => moneyBag(line.unitPrice),
  originalUnitPriceWithCurrency: (line: DraftLineRecord) => moneyV2(line.unitPrice.presentment),
  originalTotalSet: (line: DraftLineRecord) => moneyBag(mapBag(line.unitPrice, (minor) => minor * line.quantity)),
};

/** `CalculatedOrder`: the lines an edit would leave. */
export const calculatedOrderFields: Record<string, Resolver> = {
  originalOrder: (edit: CalculatedOrderRecord, _args, context) => orderOf(edit, context),
  committed: () => false,
  lineItems: (edit: CalculatedOrderRecord, _args, context): CalculatedLine[] =>
    orderOf(edit, context).lineItems.map((line) => {
      const wanted = edit.quantities[line.id];
      return { id: calculatedLineId(line.id), line, variant: null, quantity: wanted?.quantity ?? line.currentQuantity, restocking: wanted?.restock ?? false };
    }),
  addedLineItems: (edit: CalculatedOrderRecord, _args, { world }): CalculatedLine[] =>
    edit.added.map((row) => ({ id: row.id, line: null, variant: world.variants.get(row.variantId), quantity: row.quantity, restocking: false })),
  subtotalLineItemsQuantity: (edit: CalculatedOrderRecord, _args, context) =>
    orderOf(edit, context).lineItems.reduce((sum, line) => sum + (edit.quantities[line.id]?.quantity ?? line.currentQuantity), 0) +
    edit.added.reduce((sum, row) => sum + row.quantity, 0),
};

/** `CalculatedLineItem`: a line of the order, or a variant that would be added. */
export const calculatedLineFields: Record<string, Resolver> = {
  title: (row: CalculatedLine, _args, { world }) => row.line?.title ?? world.products.get(row.variant?.productId ?? '')?.title ?? '',
  variantTitle: (row: CalculatedLine) => row.line?.variantTitle ?? row.variant?.title ?? null,
  sku: (row: CalculatedLine) => row.line?.sku ?? row.variant?.sku ?? null,
  variant: (row: CalculatedLine, _args, { world }) => row.variant ?? (row.line?.variantId ? world.variants.get(row.line.variantId) : null),
  editableQuantity: (row: CalculatedLine) => row.quantity,
  editableQuantityBeforeChanges: (row: CalculatedLine) => row.line?.currentQuantity ?? 0,
  originalUnitPriceSet: (row: CalculatedLine) => {
    const price = row.line?.unitPrice ?? (row.variant && { shop: row.variant.price, presentment: row.variant.price });
    return price ? moneyBag(price) : null;
  },
};
