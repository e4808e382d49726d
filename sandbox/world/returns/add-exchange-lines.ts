import { lineItem } from '../place-order.ts';
import type { DiscountApplicationRecord, ExchangeLineRecord, LineItemRecord, OrderRecord } from '../records.ts';
import { originalTotal } from '../order-totals.ts';
import type { Change } from '../world.ts';
import type { ReturnOutcome } from './return-outcome.ts';

/** What processed exchange lines put on the order. */
export interface ExchangedLines {
  added: LineItemRecord[];
  discountApplications: DiscountApplicationRecord[];
  exchangeLineItems: ExchangeLineRecord[];
}

/** Makes order lines of exchange units, at the prices and discounts agreed when the return was made. */
export function addExchangeLines(change: Change, order: OrderRecord, all: readonly ExchangeLineRecord[], { exchanges }: Pick<ReturnOutcome, 'exchanges'>): ExchangedLines {
  const discountApplications = [...order.discountApplications];
  const made = exchanges.map(({ line, quantity, amounts }) => {
    const variant = change.variants.get(line.variantId);
    const product = change.products.get(line.productId);
    const discounted = line.discount && amounts.discount.presentment.minor > 0 ? line.discount : null;
    if (discounted) discountApplications.push(application(discountApplications.length, discounted));
    const sold = {
      productId: line.productId,
      variantId: line.variantId,
      title: line.title,
      variantTitle: line.variantTitle,
      sku: line.sku,
      vendor: product?.vendor ?? null,
      image: variant?.image ?? product?.images[0] ?? null,
      quantity,
      unitPrice: line.unitPrice,
      requiresShipping: variant?.requiresShipping ?? true,
      taxable: line.taxable,
      giftCard: product?.isGiftCard ?? false,
      grams: variant?.grams ?? 0,
      taxes: amounts.taxes,
      customAttributes: [],
    };
    const allocations = discounted ? [{ applicationIndex: discountApplications.length - 1, amount: amounts.discount }] : [];
    const added = lineItem(change, order.id, sold, originalTotal(sold), allocations, order.taxesIncluded);
    return { exchangeLine: { ...line, processedQuantity: line.processedQuantity + quantity, lineItemIds: [...line.lineItemIds, added.id] }, added };
  });
  return {
    added: made.map((row) => row.added),
    discountApplications,
    exchangeLineItems: all.map((line) => made.find((row) => row.exchangeLine.id === line.id)?.exchangeLine ?? line),
  };
}

function application(index: number, discount: NonNullable<ExchangeLineRecord['discount']>): DiscountApplicationRecord {
  return {
    index,
    kind: 'MANUAL',
    title: discount.description ?? 'Exchange',
    description: discount.description,
    targetType: 'LINE_ITEM',
    targetSelection: 'EXPLICIT',
    allocationMethod: discount.value.type === 'percentage' ? 'EACH' : 'ACROSS',
    value: discount.value,
  };
}
