import type { ShopTx } from '#app/platform/db/database.server.ts';
import { evidenceFor } from './evidence.server.ts';
import { handlesOf, holderOf, type LinkedHandle } from './handle-row.server.ts';
import type { Handle } from './handle.ts';

/** Somebody else who may be the same person, and what says so: for staff to decide, never for us. */
export interface PerhapsTheSame extends Handle {
  personId: string;
  name: string | null;
  reason: 'same_customer' | 'order';
}

/** Who else has what the mirror ties to a person. What staff undid is not asked about again. */
export async function perhapsTheSame(tx: ShopTx, personId: string, handles?: readonly LinkedHandle[]): Promise<PerhapsTheSame[]> {
  if (!(await anybodyNear(tx, personId))) return [];
  const sure = (handles ?? (await handlesOf(tx, personId))).filter(({ confidence }) => confidence === 'sure');
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

/** Whether anybody else has anything of the customers a person's handles lead to: mostly nobody has, which one question tells. */
async function anybodyNear(tx: ShopTx, personId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ near: boolean }[]>`
    with mine as materialized (select kind, value from handles where person_id = ${personId}::uuid and unlinked_at is null and confidence = 'sure'),
    reached as materialized (select value as id from mine where kind = 'customer' union select k.customer_id from mine m join customer_contacts k on k.kind = m.kind and k.value = m.value)
    select exists (select from handles h join reached r on h.kind = 'customer' and h.value = r.id where h.unlinked_at is null and h.person_id <> ${personId}::uuid)
        or exists (select from customer_contacts k join reached r on r.id = k.customer_id join handles h on h.kind = k.kind and h.value = k.value
                    where h.unlinked_at is null and h.person_id <> ${personId}::uuid) as near`;
  return found?.near ?? false;
}
