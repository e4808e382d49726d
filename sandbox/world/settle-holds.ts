import type { Gid } from '#sandbox/contract.ts';
import { orderTotals } from './order-totals.ts';
import type { FulfillmentHoldRecord, FulfillmentOrderRecord } from './records.ts';
import type { Change } from './world.ts';

/** What an exchange waits for while the customer owes for it. */
export type ExchangeHold = 'AWAITING_PAYMENT' | 'AWAITING_RETURN_ITEMS';

const WORDS: Record<ExchangeHold, string> = { AWAITING_PAYMENT: 'Awaiting payment', AWAITING_RETURN_ITEMS: 'Awaiting return items' };

/** Holds back what an exchange added. */
export function holdExchange(change: Change, record: FulfillmentOrderRecord, reason: ExchangeHold): void {
  change.put('fulfillmentOrders', { ...record, status: 'ON_HOLD', holds: [...record.holds, exchangeHold(change.newId('FulfillmentHold'), reason)], updatedAt: change.now });
  change.emit('fulfillment_orders/placed_on_hold', record.id);
}

/** Releases what waited once nothing is owed any more; until then it waits for `reason`, or goes on waiting for what it did. */
export function settleHolds(change: Change, orderId: Gid, reason: ExchangeHold | null = null): void {
  const order = change.orders.get(orderId);
  const owes = order !== null && orderTotals(order, change.refunds.where('order', orderId)).outstanding.presentment.minor > 0;
  for (const record of change.fulfillmentOrders.where('order', orderId)) {
    if (!record.holds.some(isExchangeHold) || (owes && reason === null)) continue;
    const holds = owes && reason ? record.holds.map((hold) => (isExchangeHold(hold) ? exchangeHold(hold.id, reason) : hold)) : record.holds.filter((hold) => !isExchangeHold(hold));
    const held = holds.length > 0;
    change.put('fulfillmentOrders', { ...record, holds, status: held ? 'ON_HOLD' : 'OPEN', updatedAt: change.now });
    if (!held) change.emit('fulfillment_orders/hold_released', record.id);
  }
}

function exchangeHold(id: Gid, reason: ExchangeHold): FulfillmentHoldRecord {
  return { id, reason, reasonNotes: null, handle: null, displayReason: WORDS[reason] };
}

function isExchangeHold(hold: FulfillmentHoldRecord): boolean {
  return hold.handle === null && hold.reason in WORDS;
}
