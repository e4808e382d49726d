import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Handle } from './handle.ts';
import { holderOf, holdHandle } from './handle-row.server.ts';

export type { Handle };

export interface Writer {
  handle: Handle;
  name?: string | null;
  locale?: string | null;
}

/**
 * The person behind a handle; somebody new where nobody is known by it. Two who ask at once are told of one person. Whoever writes from what was only
 * likely somebody else's writes for themselves: the guess ends there.
 */
export async function personFor(tx: ShopTx, { handle, name = null, locale = null }: Writer, now: Date): Promise<string> {
  const known = await holderOf(tx, handle);
  if (known?.confidence === 'sure') return known.personId;
  await holdHandle(tx, handle);
  const meanwhile = await holderOf(tx, handle);
  if (meanwhile?.confidence === 'sure') return meanwhile.personId;
  if (meanwhile) await tx.handles.updateMany({ where: { id: meanwhile.id }, data: { unlinked_at: now } });
  const personId = randomUUID();
  await tx.people.create({ data: { id: personId, name: name || null, locale, created_at: now } });
  await tx.handles.create({ data: { id: randomUUID(), person_id: personId, ...handle, reason: 'wrote', confidence: 'sure', linked_at: now } });
  return personId;
}
