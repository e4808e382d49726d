import type { notices } from '@prisma/client';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { HeldFor } from './held-for.ts';

export type PlannedNotice = notices;

export interface NewNotice {
  orderId: string;
  shipmentId: string | null;
  kind: string;
  fact: string;
  happenedAt: Date;
  dueAt: Date;
  expiresAt: Date;
}

/** Plans what was not planned before. */
export async function planNotices(tx: ShopTx, planned: readonly NewNotice[], now: Date): Promise<void> {
  if (planned.length === 0) return;
  await tx.notices.createMany({
    skipDuplicates: true,
    data: planned.map((notice) => ({
      order_id: notice.orderId,
      shipment_id: notice.shipmentId === null ? null : BigInt(notice.shipmentId),
      kind: notice.kind,
      fact: notice.fact,
      happened_at: notice.happenedAt,
      planned_at: now,
      due_at: notice.dueAt,
      expires_at: notice.expiresAt,
    })),
  });
}

/** What of these orders waits for its moment, the oldest first. */
export function plannedOf(tx: ShopTx, orderIds: readonly string[]): Promise<PlannedNotice[]> {
  return tx.notices.findMany({ where: { order_id: { in: [...orderIds] }, state: 'planned' }, orderBy: [{ due_at: 'asc' }, { id: 'asc' }] });
}

/** How often the customer was told of a delay of this parcel: what the outbox held back was not told. */
export async function delaysTold(tx: ShopTx, shipmentId: bigint): Promise<number> {
  const [row] = await runInBulk<{ told: number }>(
    tx,
    `select count(*)::int as told from notices n join outbox m on m.id = n.message_id
      where n.shipment_id = $1 and n.kind = 'delay' and m.state not in ('dropped', 'failed')`,
    [String(shipmentId)],
    'notices-delays-told',
  );
  return row?.told ?? 0;
}

const handedOver = `
  update notices n set state = 'queued', message_id = r.messages[1], further_messages = r.messages[2:], settled_at = $2::timestamptz
    from json_to_recordset($1::json) as r(notices bigint[], messages bigint[]) where n.id = any (r.notices)`;

/** The outbox has them, in a message for each way. */
export async function markQueued(tx: ShopTx, told: readonly { notices: readonly bigint[]; messageIds: readonly string[] }[], now: Date): Promise<void> {
  const rows = told.map(({ notices, messageIds }) => ({ notices: notices.map(String), messages: messageIds }));
  await runInBulk(tx, handedOver, [JSON.stringify(rows), now], 'notices-handed-over');
}

/** The facts that each of these messages tells. */
export async function factsTold(tx: ShopTx, messages: readonly { id: bigint; order_id: string | null }[]): Promise<(messageId: bigint) => { fact: string; kind: string; shipmentId: string | null }[]> {
  const ids = messages.map(({ id }) => id);
  const rows = await tx.notices.findMany({
    where: { order_id: { in: messages.flatMap(({ order_id }) => order_id ?? []) }, OR: [{ message_id: { in: ids } }, { further_messages: { hasSome: ids } }] },
    select: { fact: true, kind: true, shipment_id: true, message_id: true, further_messages: true },
  });
  return (messageId) =>
    rows
      .filter((row) => row.message_id === messageId || row.further_messages.includes(messageId))
      .map(({ fact, kind, shipment_id: shipmentId }) => ({ fact, kind, shipmentId: shipmentId === null ? null : String(shipmentId) }));
}

/** Its moment comes later than was thought. */
export async function postpone(tx: ShopTx, notice: PlannedNotice, { wait, expires }: { wait: Date; expires: Date }): Promise<void> {
  if (notice.due_at.getTime() === wait.getTime()) return;
  await tx.notices.updateMany({ where: { id: notice.id }, data: { due_at: wait, expires_at: expires } });
}

/** It will not be told. */
export async function markHeld(tx: ShopTx, notice: PlannedNotice, heldFor: HeldFor, now: Date): Promise<void> {
  await tx.notices.updateMany({ where: { id: notice.id }, data: { state: 'held', held_for: heldFor, settled_at: now } });
}

export interface KindFigures {
  kind: string;
  queued: number;
  held: number;
  failed: number;
}

/** What became of each kind since a moment; `failed` are those that the outbox could not bring to anybody. */
export function kindFigures(tx: ShopTx, since: Date): Promise<KindFigures[]> {
  return runInBulk<KindFigures & Record<string, unknown>>(
    tx,
    `select n.kind, (count(*) filter (where n.state = 'queued' and m.state is distinct from 'failed' and m.state is distinct from 'dropped'))::int as queued,
            (count(*) filter (where n.state = 'held' or m.state = 'dropped'))::int as held, (count(*) filter (where m.state = 'failed'))::int as failed
       from notices n left join outbox m on m.id = n.message_id
      where n.settled_at > $1::timestamptz group by n.kind`,
    [since],
    'notices-figures',
  );
}
