import type { Gid } from '#sandbox/contract.ts';
import { mapBag } from '../money.ts';
import { openFulfillmentOrders } from '../open-fulfillment-orders.ts';
import { orderTotals } from '../order-totals.ts';
import { touchOrder } from '../place-order.ts';
import { withoutUnits } from '../record-refund.ts';
import type { OrderRecord, RefundLineRecord, ReturnFeeRecord, ReturnRecord } from '../records.ts';
import { addExchangeLines, type ExchangedLines } from '../returns/add-exchange-lines.ts';
import { type DispositionInput, findLine, recordDispositions, refuseDispositions } from '../returns/dispose.ts';
import { type ProcessingInput, readProcessing } from '../returns/read-processing.ts';
import { type IssueRefundInput, readTransfer } from '../returns/read-transfer.ts';
import { type Processing, type ReturnOutcome, returnOutcome } from '../returns/return-outcome.ts';
import { invalidState, refusedReturn, type ReturnAnswer, returnNotFound } from '../returns/return-record.ts';
import { holdExchange, settleHolds } from '../settle-holds.ts';
import { NotModelled, type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { type RefundMoney, writeRefund } from '../write-refund.ts';
import { returnClose } from './return-close.ts';

/** `ReturnProcessInput`. */
export interface ReturnProcessInput extends ProcessingInput {
  returnId: Gid;
  returnLineItems?: { id: Gid; quantity: number; dispositions?: DispositionInput[] | null }[] | null;
  financialTransfer?: { issueRefund?: IssueRefundInput | null } | null;
  note?: string | null;
}

/** `returnProcess`: takes units off the order, charges fees, adds exchange lines, gives money back, in this one step; the return stays open unless the shop's switch says otherwise. */
export function returnProcess(change: Change, input: ReturnProcessInput): ReturnAnswer {
  const record = change.returns.get(input.returnId);
  const order = record && change.orders.get(record.orderId);
  if (!record || !order) return returnNotFound(['input', 'returnId']);
  if (record.status !== 'OPEN') return invalidState(['input', 'returnId']);
  const refunds = change.refunds.where('order', order.id);
  const { processing, userErrors } = readProcessing(change, order, refunds, record, input, ['input']);
  const outcome = returnOutcome(order, refunds, record, processing);
  const issue = input.financialTransfer?.issueRefund ?? null;
  const transfer = issue ? readTransfer(order, issue, outcome.maximumRefundable, change.now) : null;
  const dispositions = (input.returnLineItems ?? []).flatMap((line) => line.dispositions ?? []);
  const wrong = [...userErrors, ...refuseLineDispositions(change, record, input), ...(transfer?.userErrors ?? [])];
  if (wrong.length === 0 && processing.lines.length + processing.exchanges.length === 0 && !transfer) wrong.push(userError(['input', 'returnLineItems'], "Return line items can't be blank", 'BLANK'));
  if (wrong.length > 0) return refusedReturn(...wrong);
  if (!transfer && (processing.shipping || processing.duties.length > 0)) throw new NotModelled('giving back shipping or duties without a financial transfer');

  recordDispositions(change, dispositions);
  const exchanged = addExchangeLines(change, order, record.exchangeLineItems, outcome);
  const changes = orderChanges(order, record, outcome, exchanged);
  if (transfer) giveBack(change, order, record, { input, outcome, money: transfer.money, changes });
  else touchOrder(change, order.id, changes);
  const processed = processedReturn(record, processing, exchanged, { charged: outcome.shippingFee !== null, refunded: transfer !== null });
  shipExchange(
    change,
    order.id,
    exchanged,
    processed.lineItems.some((line) => line.processedQuantity < line.quantity),
  );
  change.put('returns', processed);
  change.emit('returns/process', record.id);
  const left = [...processed.lineItems, ...processed.exchangeLineItems].some((line) => line.processedQuantity < line.quantity);
  return change.shop.returnSwitches?.processCloses && !left ? returnClose(change, { id: record.id }) : { return: processed, userErrors: [] };
}

/** Dispositions must be of the line they are given with, and not of more units than are processed. */
function refuseLineDispositions(change: Change, record: ReturnRecord, input: ReturnProcessInput): UserError[] {
  return (input.returnLineItems ?? []).flatMap((line, index) => {
    const dispositions = line.dispositions ?? [];
    const at = ['input', 'returnLineItems', String(index), 'dispositions'];
    const refused = refuseDispositions(change, dispositions, at, (place) => [...at, String(place)]);
    if (refused.length > 0) return refused;
    const strange = dispositions.findIndex((row) => findLine(change, row.reverseFulfillmentOrderLineItemId)?.line.returnLineItemId !== line.id);
    if (strange >= 0) return [userError([...at, String(strange), 'reverseFulfillmentOrderLineItemId'], 'Reverse fulfillment order line item does not belong to the return line item.', 'INVALID')];
    const units = dispositions.reduce((sum, row) => sum + row.quantity, 0);
    return units > line.quantity && record.lineItems.some((row) => row.id === line.id) ? [userError(at, 'Disposition quantity exceeds the processed quantity.', 'INVALID')] : [];
  });
}

function orderChanges(order: OrderRecord, record: ReturnRecord, outcome: ReturnOutcome, exchanged: ExchangedLines): Partial<OrderRecord> {
  const units = new Map(outcome.returned.map((row) => [row.line.id, row.quantity]));
  const fees: ReturnFeeRecord[] = [
    ...outcome.restockingFees.map((fee) => ({ id: fee.feeId, returnId: record.id, kind: 'RESTOCKING' as const, amount: fee.amount })),
    ...(record.shippingFee && outcome.shippingFee ? [{ id: record.shippingFee.id, returnId: record.id, kind: 'RETURN_SHIPPING' as const, amount: outcome.shippingFee }] : []),
  ];
  return {
    statedFinancialStatus: null,
    lineItems: [...withoutUnits(order, units), ...exchanged.added],
    discountApplications: exchanged.discountApplications,
    returnFees: [...order.returnFees, ...fees],
  };
}

function giveBack(
  change: Change,
  order: OrderRecord,
  record: ReturnRecord,
  { input, outcome, money, changes }: { input: ReturnProcessInput; outcome: ReturnOutcome; money: RefundMoney; changes: Partial<OrderRecord> },
): void {
  const restocks = (input.returnLineItems ?? []).flatMap((line) => (line.dispositions ?? []).filter((row) => row.dispositionType === 'RESTOCKED').map((row) => ({ ...row, line: record.lineItems.find((own) => own.id === line.id) })));
  const lines = outcome.returned.map(({ line, quantity, subtotal, tax }): RefundLineRecord => {
    const restock = restocks.find((row) => row.line?.lineItemId === line.id);
    return {
      id: change.newId('RefundLineItem'),
      lineItemId: line.id,
      quantity,
      restockType: restock ? 'RETURN' : 'NO_RESTOCK',
      restocked: restock !== undefined,
      locationId: restock?.locationId ?? null,
      price: line.unitPrice,
      subtotal,
      totalTax: tax,
    };
  });
  writeRefund(change, order, {
    ...money,
    returnId: record.id,
    note: input.note ?? null,
    lines,
    shipping: outcome.shipping.subtotal.presentment.minor > 0 ? outcome.shipping : null,
    duties: outcome.duties,
    // A debt of the customer is not part of a refund: it stays on the order.
    worth: outcome.balance.presentment.minor > 0 ? outcome.balance : mapBag(outcome.balance, () => 0),
    discrepancyReason: 'REFUND_DISCREPANCY',
    processedAt: change.now,
    order: changes,
  });
}

/** Exchange lines are shipped like any others, but wait while the customer owes for them: for the goods first, then for the money. */
function shipExchange(change: Change, orderId: Gid, { added }: ExchangedLines, goodsMissing: boolean): void {
  const order = change.orders.get(orderId);
  if (!order) return;
  const reason = goodsMissing ? 'AWAITING_RETURN_ITEMS' : 'AWAITING_PAYMENT';
  settleHolds(change, orderId, reason);
  const opened = openFulfillmentOrders(change, order, added, { commitStock: true });
  const owes = orderTotals(order, change.refunds.where('order', orderId)).outstanding.presentment.minor > 0;
  if (owes) for (const work of opened) holdExchange(change, work, reason);
}

function processedReturn(record: ReturnRecord, processing: Processing, exchanged: ExchangedLines, { charged, refunded }: { charged: boolean; refunded: boolean }): ReturnRecord {
  const units = new Map(processing.lines.map(({ line, quantity }) => [line.id, quantity]));
  return {
    ...record,
    lineItems: record.lineItems.map((line) => {
      const quantity = units.get(line.id) ?? 0;
      return { ...line, processedQuantity: line.processedQuantity + quantity, refundedQuantity: line.refundedQuantity + (refunded ? quantity : 0) };
    }),
    exchangeLineItems: exchanged.exchangeLineItems,
    shippingFee: record.shippingFee && { ...record.shippingFee, charged: record.shippingFee.charged || charged },
  };
}
