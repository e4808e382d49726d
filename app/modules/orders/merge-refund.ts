import { isHistory, type Mirror } from './mirror.ts';
import type { RefundSnapshot } from './snapshots.ts';

/** Adds a refund; a later reading may correct its amount. Its order must be held. */
export function mergeRefund(mirror: Mirror, { facts: told, lines, readAt }: RefundSnapshot): void {
  const held = mirror.refunds.get(told.id);
  const order = mirror.orders.get(told.order_id);
  const facts = order?.redacted_at ? { ...told, note: null } : told;
  if (!held) {
    mirror.refunds.put(facts);
    const amount = {
      shop: { minor: facts.amount, currency: order?.currency ?? 'XXX' },
      presentment: { minor: facts.amount_presentment, currency: order?.presentment_currency ?? 'XXX' },
    };
    mirror.entries.push({
      type: 'refund.created',
      source: 'shopify',
      orderId: facts.order_id,
      customerId: order?.customer_id ?? null,
      happenedAt: new Date(facts.created_at),
      data: { imported: isHistory(mirror, facts.created_at), refundId: facts.id, amount, note: facts.note },
      dedupeKey: `refund:${facts.id}`,
    });
  } else if (readAt !== null && (held.amount !== facts.amount || held.amount_presentment !== facts.amount_presentment || held.note !== facts.note)) {
    mirror.refunds.put(facts);
  }
  for (const line of lines ?? []) if (!mirror.refundLines.get(line.id)) mirror.refundLines.put({ ...line, refund_id: facts.id });
}
