import type { Gid } from '#sandbox/contract.ts';
import { orderTotals } from './order-totals.ts';
import type { FulfillmentHoldRecord, FulfillmentOrderRecord } from './records.ts';
import type { Change } from './world.ts';

/** Holds back what an exchange added while the customer owes for it. */
export function holdForPayment(change: Change, record: FulfillmentOrderRecord): void {
  const hold: FulfillmentHoldRecord = { id: change.newId('FulfillmentHold'), reason: 'AWAITING_PAYMENT', reasonNotes: null, handle: null, displayReason: 'Awaiting payment' };
  change.put('fulfillmentOrders', { ...record, status: 'ON_HOLD', holds: [...record.holds, hold], updatedAt: change.now });
  change.emit('fulfillment_orders/placed_on_hold', record.id);
}

/** Releases what waited for a payment once nothing is owed any more. */
export function settleHolds(change: Change, orderId: Gid): void {
  const order = change.orders.get(orderId);
  if (!order || orderTotals(order, change.refunds.where('order', orderId)).outstanding.presentment.minor > 0) return;
  for (const record of change.fulfillmentOrders.where('order', orderId)) {
    const holds = record.holds.filter((hold) => hold.reason !== 'AWAITING_PAYMENT');
    if (holds.length === record.holds.length) continue;
    const held = holds.length > 0;
    change.put('fulfillmentOrders', { ...record, holds, status: held ? 'ON_HOLD' : 'OPEN', updatedAt: change.now });
    if (!held) change.emit('fulfillment_orders/hold_released', record.id);
  }
}
