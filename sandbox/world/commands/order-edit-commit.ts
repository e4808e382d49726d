import type { Gid } from '#sandbox/contract.ts';
import { editedLines } from '../edited-order.ts';
import { numericId } from '../gid.ts';
import { openFulfillmentOrders } from '../open-fulfillment-orders.ts';
import { touchOrder } from '../place-order.ts';
import { takeUnfulfilled } from '../take-unfulfilled.ts';
import type { OrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `orderEditCommit`: carries an edit out and reports `orders/edited`. */
export function orderEditCommit(
  change: Change,
  input: { id: Gid; notifyCustomer?: boolean | null; staffNote?: string | null },
): { order: OrderRecord | null; successMessages: string[]; userErrors: UserError[] } {
  const edit = change.calculatedOrders.get(input.id);
  const order = edit && change.orders.get(edit.orderId);
  if (!edit || !order) return { order: null, successMessages: [], userErrors: [userError(['id'], 'The calculated order does not exist.')] };
  const { changed, added } = editedLines(change, order, edit);
  if (changed.length === 0 && added.length === 0) {
    return { order: null, successMessages: [], userErrors: [userError(['id'], 'There must be at least one change to be made to the order.')] };
  }
  for (const { before, delta, restock } of changed) if (delta < 0) takeUnfulfilled(change, order.id, before, -delta, restock);
  const growing = changed.filter((row) => row.delta > 0).map(({ after, delta }) => ({ ...after, quantity: delta }));
  openFulfillmentOrders(change, order, [...growing, ...added], { commitStock: true });
  const edited = touchOrder(change, order.id, {
    edited: true,
    lineItems: [...order.lineItems.map((line) => changed.find((row) => row.before.id === line.id)?.after ?? line), ...added],
  });
  change.remove('calculatedOrders', edit.id);
  const additions = [...changed.filter((row) => row.delta > 0).map((row) => ({ id: numericId(row.before.id), delta: row.delta })), ...added.map((line) => ({ id: numericId(line.id), delta: line.quantity }))];
  change.emit('orders/edited', order.id, {
    order_edit: {
      id: numericId(edit.id),
      app_id: null,
      created_at: change.now,
      notify_customer: input.notifyCustomer ?? false,
      order_id: numericId(order.id),
      staff_note: input.staffNote ?? '',
      user_id: null,
      line_items: { additions, removals: changed.filter((row) => row.delta < 0).map((row) => ({ id: numericId(row.before.id), delta: -row.delta })) },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  });
  return { order: edited, successMessages: ['Order updated'], userErrors: [] };
}
