import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Makes a person of whom nothing is known by which they could be reached: whoever does not say who they are is nobody else. */
export async function unreachedPerson(tx: ShopTx, name: string, now: Date): Promise<string> {
  const id = randomUUID();
  await tx.people.create({ data: { id, name: name || null, created_at: now } });
  return id;
}
