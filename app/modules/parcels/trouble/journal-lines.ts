import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type { FoundTrouble } from '../records.ts';
import type { HeldTrouble } from './compare-troubles.ts';
import type { Judgement } from './judgement.ts';

/** The line of a trouble that began. */
export function openedLine({ orderId, shipmentId }: Judgement, id: string, { kind, cause, evidence, since }: FoundTrouble, imported: boolean): NewEntry {
  return {
    type: 'trouble.opened',
    happenedAt: new Date(since),
    orderId,
    source: 'app',
    data: { imported, troubleId: id, shipmentId, kind, cause, evidence: { ...evidence } },
    dedupeKey: `trouble:${id}:opened`,
  };
}

/** The line of a trouble that goes on for another reason. */
export function changedLine(judgement: Judgement, id: string, found: FoundTrouble, now: Date): NewEntry {
  return { ...openedLine(judgement, id, { ...found, since: now.toISOString() }, false), dedupeKey: `trouble:${id}:cause:${found.cause ?? ''}:${now.getTime()}` };
}

/** The line of a trouble that is over. */
export function closedLine({ orderId, shipmentId }: Pick<Judgement, 'orderId' | 'shipmentId'>, held: Pick<HeldTrouble, 'id' | 'kind' | 'cause'>, outcome: string, now: Date): NewEntry {
  return {
    type: 'trouble.closed',
    happenedAt: now,
    orderId,
    source: 'app',
    data: { troubleId: held.id, shipmentId, kind: held.kind, cause: held.cause, outcome },
    dedupeKey: `trouble:${held.id}:closed:${now.getTime()}:${outcome}`,
  };
}
