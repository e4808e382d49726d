import type { ExchangeLineRecord, RefundRecord, ReturnLineRecord, ReturnRecord, TransactionRecord } from '#sandbox/world/records.ts';
import { discountedTotal } from '#sandbox/world/order-totals.ts';
import { mapBag, portion } from '#sandbox/world/money.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { lineOf } from './fulfillment.ts';
import { orderOf } from './order-access.ts';
import { suggestedFinancialOutcome } from './suggested-outcome.ts';
import { shippedLine } from './reverse-logistics.ts';
import { moneyBag, typed } from './wire.ts';

type ReturnLine = ReturnLineRecord & { orderId: string };
type ExchangeLine = ExchangeLineRecord & { orderId: string };
type Filtered = { processingStatus?: 'PROCESSABLE' | 'PROCESSED' | null };

const refundsOf = (record: ReturnRecord, context: AdminContext): RefundRecord[] => context.world.refunds.where('order', record.orderId).filter((refund) => refund.returnId === record.id);
const unprocessed = (line: { quantity: number; processedQuantity: number }) => line.quantity - line.processedQuantity;

/** `Return`. */
export const returnFields: Record<string, Resolver> = {
  order: (record: ReturnRecord, _args, context) => orderOf(record, context),
  totalQuantity: (record: ReturnRecord) => record.lineItems.reduce((sum, line) => sum + line.quantity, 0),
  staffMember: () => null,
  refunds: (record: ReturnRecord, _args, context) => refundsOf(record, context),
  transactions: (record: ReturnRecord, _args, context): TransactionRecord[] => {
    const ids = new Set(refundsOf(record, context).flatMap((refund) => refund.transactionIds));
    return orderOf(record, context).transactions.filter((row) => ids.has(row.id));
  },
  returnLineItems: honours(['processingStatus'], (record: ReturnRecord, args: Filtered) =>
    record.lineItems.filter((line) => isWanted(line, args)).map((line) => typed('ReturnLineItem', { ...line, orderId: record.orderId })),
  ),
  exchangeLineItems: honours(['processingStatus', 'includeRemovedItems'], (record: ReturnRecord, args: Filtered): ExchangeLine[] =>
    record.exchangeLineItems.filter((line) => isWanted(line, args)).map((line) => ({ ...line, orderId: record.orderId })),
  ),
  returnShippingFees: (record: ReturnRecord) => (record.shippingFee ? [{ id: record.shippingFee.id, amountSet: moneyBag(record.shippingFee.amount) }] : []),
  reverseFulfillmentOrders: (record: ReturnRecord, _args, { world }) => world.reverseFulfillmentOrders.where('return', record.id),
  suggestedFinancialOutcome,
};

/** `ReturnLineItem`; handed on with the order it belongs to. */
export const returnLineItemFields: Record<string, Resolver> = {
  fulfillmentLineItem: (line: ReturnLine, _args, { world }) => shippedLine(world, line.orderId, line.fulfillmentLineItemId),
  returnReasonDefinition: (line: ReturnLine, _args, { world }) => world.returnReasons.get(line.reasonDefinitionId),
  returnReasonNote: (line: ReturnLine) => line.reasonNote,
  processableQuantity: unprocessed,
  unprocessedQuantity: unprocessed,
  refundableQuantity: (line: ReturnLine) => line.quantity - line.refundedQuantity,
  restockingFee: (line: ReturnLine) => line.restockingFee && { ...line.restockingFee, amountSet: moneyBag(line.restockingFee.amount) },
  totalWeight: (line: ReturnLine, _args, context) => ({ value: lineOf(orderOf(line, context), line.lineItemId).grams * line.quantity, unit: 'GRAMS' }),
  withCodeDiscountedTotalPriceSet: (line: ReturnLine, _args, context) => {
    const sold = lineOf(orderOf(line, context), line.lineItemId);
    return moneyBag(mapBag(discountedTotal(sold), (minor) => portion(minor, line.quantity, sold.quantity)));
  },
};

/** `ExchangeLineItem`; handed on with the order it belongs to. */
export const exchangeLineItemFields: Record<string, Resolver> = {
  lineItems: (line: ExchangeLine, _args, context) => line.lineItemIds.map((id) => lineOf(orderOf(line, context), id)),
  processableQuantity: unprocessed,
  unprocessedQuantity: unprocessed,
  variantSku: (line: ExchangeLine) => line.sku,
};

function isWanted(line: { quantity: number; processedQuantity: number }, { processingStatus }: Filtered): boolean {
  if (processingStatus === 'PROCESSABLE') return unprocessed(line) > 0;
  return processingStatus !== 'PROCESSED' || line.processedQuantity > 0;
}
