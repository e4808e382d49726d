import { instant, minorUnits, word } from './normal-words.ts';
import type { RefundSnapshot } from './snapshots.ts';
import type { RefundPayload, WebhookMoney } from './webhook-shapes.ts';

/**
 * A refund as `refunds/create` and orders tell it, in the normal form. Null where money moved in another currency than the
 * shop's: webhooks tell one of the two amounts only, and we state no amount we were not told.
 */
export function readWebhookRefund(payload: RefundPayload, currency: string | null, presentment: string | null): RefundSnapshot | null {
  const moved = payload.transactions.filter(({ kind, status }) => kind.toLowerCase() === 'refund' && status.toLowerCase() === 'success');
  const one = currency !== null && currency === presentment;
  if (!one && moved.length > 0) return null;
  const amount = moved.reduce((sum, transaction) => sum + minorUnits(transaction.amount, transaction.currency), 0);
  const minor = (side: WebhookMoney['shop_money']) => minorUnits(side.amount, side.currency_code);
  return {
    kind: 'refund',
    readAt: null,
    facts: { id: payload.id, order_id: payload.order_id, created_at: instant(payload.created_at), note: payload.note ?? null, amount, amount_presentment: amount },
    lines:
      payload.refund_line_items?.map((line) => ({
        id: line.id,
        order_line_id: line.line_item_id,
        quantity: line.quantity,
        restock_type: word(line.restock_type) ?? null,
        subtotal: minor(line.subtotal_set.shop_money),
        subtotal_presentment: minor(line.subtotal_set.presentment_money),
      })) ?? null,
  };
}
