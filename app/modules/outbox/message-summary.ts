import type { outbox } from '@prisma/client';

/** A message as every list shows it. */
export interface MessageSummary {
  id: string;
  channel: string;
  kind: string;
  reason: string;
  state: string;
  recipient: string;
  subject: string | null;
  orderId: string | null;
  createdAt: Date;
  sentAt: Date | null;
  /** The rule that holds it back or dropped it. */
  held: string | null;
  outcome: string | null;
}

/** A row of the outbox as the admin knows it. */
export function summaryOf(row: outbox): MessageSummary {
  return {
    id: String(row.id),
    channel: row.channel,
    kind: row.kind,
    reason: row.reason,
    state: row.state,
    recipient: row.recipient,
    subject: row.subject,
    orderId: row.order_id,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    held: row.held_by,
    outcome: row.outcome,
  };
}
