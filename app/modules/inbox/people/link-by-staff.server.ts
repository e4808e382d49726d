import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { handlesOf, holderOf, holdHandle } from './handle-row.server.ts';
import type { Handle } from './handle.ts';

/** A link that somebody of the shop makes or undoes. */
interface Wish {
  personId: string;
  by: string | null;
  now: Date;
}

/** Links a handle to a person because staff say so, also where somebody else had it: that link ends, and comes back when this one is undone. False where it is theirs already. */
export async function linkByStaff(tx: ShopTx, { personId, kind, value, by, now }: Wish & Handle): Promise<boolean> {
  await holdHandle(tx, { kind, value });
  const holder = await holderOf(tx, { kind, value });
  if (holder?.personId === personId && holder.confidence === 'sure') return false;
  if (holder) await tx.handles.updateMany({ where: { id: holder.id }, data: { unlinked_at: now, unlinked_by: by } });
  const evidence = holder && holder.personId !== personId ? { takenFrom: holder.id } : {};
  await tx.handles.create({ data: { id: randomUUID(), person_id: personId, kind, value, reason: 'staff', confidence: 'sure', evidence, linked_by: by, linked_at: now } });
  return true;
}

/** Undoes a link, for good as far as evidence goes; whoever had the handle before has it again. False where it is the last by which the person is known, or is no more. */
export async function unlinkHandle(tx: ShopTx, { personId, handleId, by, now }: Wish & { handleId: string }): Promise<boolean> {
  const handles = await handlesOf(tx, personId);
  const handle = handles.find(({ id }) => id === handleId);
  if (!handle || handles.length === 1) return false;
  await holdHandle(tx, handle);
  await tx.handles.updateMany({ where: { id: handleId }, data: { unlinked_at: now, unlinked_by: by ?? 'staff' } });
  const former = handle.evidence.takenFrom === undefined ? null : await tx.handles.findFirst({ where: { id: handle.evidence.takenFrom } });
  if (former) {
    const { person_id, kind, value, reason, confidence } = former;
    await tx.handles.create({ data: { id: randomUUID(), person_id, kind, value, reason, confidence, evidence: former.evidence ?? {}, linked_by: former.linked_by, linked_at: now } });
  }
  return true;
}
