import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteNames } from '../search/note-names.server.ts';
import { evidenceFor, type Evidence } from './evidence.server.ts';
import { handlesOf, holderOf, holdHandle } from './handle-row.server.ts';

/**
 * Links to a person what the mirror shows to be theirs, each with its reason; answers how many links are new. Two people are never made one: what is
 * somebody else's stays theirs, unless they had it on a guess and this person beyond doubt. What staff undid does not come back.
 */
export async function linkKnown(tx: ShopTx, personId: string, now: Date): Promise<number> {
  const handles = await handlesOf(tx, personId);
  const sure = handles.filter(({ confidence }) => confidence === 'sure');
  const found = await evidenceFor(tx, sure);
  if (found.length === 0) return 0;
  const undone = await tx.handles.findMany({ where: { person_id: personId, unlinked_by: { not: null } }, select: { kind: true, value: true } });
  const wanted = found
    .filter(({ kind, value }) => !undone.some((gone) => gone.kind === kind && gone.value === value))
    .sort((left, right) => (`${left.kind}:${left.value}` < `${right.kind}:${right.value}` ? -1 : 1));
  let linked = 0;
  for (const evidence of wanted) linked += (await link(tx, personId, evidence, now)) ? 1 : 0;
  if (linked > 0) await noteNames(tx, personId);
  return linked;
}

async function link(tx: ShopTx, personId: string, { kind, value, reason, confidence, evidence }: Evidence, now: Date): Promise<boolean> {
  await holdHandle(tx, { kind, value });
  const holder = await holderOf(tx, { kind, value });
  if (holder) {
    if (holder.confidence === 'sure' || confidence === 'likely') return false;
    await tx.handles.updateMany({ where: { id: holder.id }, data: { unlinked_at: now } });
  }
  await tx.handles.create({ data: { id: randomUUID(), person_id: personId, kind, value, reason, confidence, evidence, linked_at: now } });
  return true;
}
