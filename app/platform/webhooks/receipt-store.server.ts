import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Receipt } from './topic-handler.ts';

/** A receipt in the table, its body not yet read. */
interface Row {
  id: bigint;
  webhook_id: string;
  topic: string;
  triggered_at: Date | null;
  received_at: Date;
  body: string;
  attempts: number;
}

export interface LockedReceipt extends Receipt {
  attempts: number;
}

export type Settlement = 'applied' | 'ignored';

const columns = sql`id, webhook_id, topic, triggered_at, received_at, body, attempts`;

/** The oldest receipts nobody else is working on, locked until the transaction ends. */
export async function lockPending(tx: ShopTx, limit: number): Promise<LockedReceipt[]> {
  const rows = await tx.$queryRaw<Row[]>`select ${columns} from webhook_receipts where state = 'pending' order by id limit ${limit} for update skip locked`;
  return rows.map(receiptOf);
}

/** One receipt in one of these states, locked; null where it was settled meanwhile or somebody else holds it. */
export async function lockOne(tx: ShopTx, id: bigint, state: 'pending' | 'failed'): Promise<LockedReceipt | null> {
  const rows = await tx.$queryRaw<Row[]>`select ${columns} from webhook_receipts where id = ${id} and state = ${state} for update skip locked`;
  return rows[0] ? receiptOf(rows[0]) : null;
}

export async function settle(tx: ShopTx, receipts: readonly Receipt[], state: Settlement, at: Date, outcome: string | null = null): Promise<void> {
  if (receipts.length === 0) return;
  await tx.$executeRaw`update webhook_receipts set state = ${state}, settled_at = ${at}, attempts = attempts + 1, outcome = ${outcome}
    where id = any(${receipts.map(({ id }) => id)}::bigint[])`;
}

export async function markFailed(tx: ShopTx, id: bigint, at: Date, outcome: string): Promise<void> {
  await tx.$executeRaw`update webhook_receipts set state = 'failed', settled_at = ${at}, attempts = attempts + 1, outcome = ${outcome} where id = ${id}`;
}

/** A body emptied by redaction reads as null: there is nothing left to apply. */
function receiptOf(row: Row): LockedReceipt {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    topic: row.topic,
    triggeredAt: row.triggered_at,
    receivedAt: row.received_at,
    body: row.body === '' ? null : JSON.parse(row.body),
    attempts: row.attempts,
  };
}
