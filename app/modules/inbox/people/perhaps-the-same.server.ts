import type { ShopTx } from '#app/platform/db/database.server.ts';
import { evidenceFor } from './evidence.server.ts';
import { handlesOf, holderOf } from './handle-row.server.ts';
import type { Handle } from './person-for.server.ts';

/** Somebody else who may be the same person, and what says so: for staff to decide, never for us. */
export interface PerhapsTheSame extends Handle {
  personId: string;
  name: string | null;
  reason: 'same_customer' | 'order';
}

/** Who else has what the mirror ties to a person. What staff undid is not asked about again. */
export async function perhapsTheSame(tx: ShopTx, personId: string): Promise<PerhapsTheSame[]> {
  const sure = (await handlesOf(tx, personId)).filter(({ confidence }) => confidence === 'sure');
  const undone = await tx.handles.findMany({ where: { person_id: personId, unlinked_by: { not: null } }, select: { kind: true, value: true } });
  const found: PerhapsTheSame[] = [];
  for (const { kind, value, reason } of await evidenceFor(tx, sure)) {
    if (undone.some((gone) => gone.kind === kind && gone.value === value)) continue;
    const holder = await holderOf(tx, { kind, value });
    if (!holder || holder.personId === personId || found.some((other) => other.personId === holder.personId)) continue;
    const person = await tx.people.findFirst({ where: { id: holder.personId }, select: { name: true } });
    found.push({ personId: holder.personId, name: person?.name ?? null, kind, value, reason });
  }
  return found;
}
