import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** What somebody is known by where they write. */
export interface Handle {
  kind: 'email' | 'phone' | 'customer';
  /** Lower-case address, E.164 number, Shopify's number of the customer. */
  value: string;
}

export interface Writer {
  handle: Handle;
  name?: string | null;
  locale?: string | null;
}

/** The person behind a handle; somebody new where nobody is known by it. Two who ask at once are told of one person. */
export async function personFor(tx: ShopTx, { handle: { kind, value }, name = null, locale = null }: Writer, now: Date): Promise<string> {
  const known = await knownBy(tx, kind, value);
  if (known) return known;
  // Held until the transaction ends: whoever else asks for this handle finds the person then.
  await tx.$queryRaw`select pg_advisory_xact_lock(app.shop_id(), hashtext(${`handle:${kind}:${value}`}))::text`;
  const meanwhile = await knownBy(tx, kind, value);
  if (meanwhile) return meanwhile;
  const personId = randomUUID();
  await tx.people.create({ data: { id: personId, name: name || null, locale, created_at: now } });
  await tx.handles.create({ data: { id: randomUUID(), person_id: personId, kind, value, reason: 'wrote', confidence: 'sure', linked_at: now } });
  return personId;
}

async function knownBy(tx: ShopTx, kind: string, value: string): Promise<string | null> {
  const handle = await tx.handles.findFirst({ where: { kind, value, unlinked_at: null }, select: { person_id: true } });
  return handle?.person_id ?? null;
}
