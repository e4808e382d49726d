import type { PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import type { FoundTrouble, Instant, ParcelRecord, TroubleKind } from '../records.ts';
import { holdings, type Holding } from './holdings.ts';
import { nextTurnAt } from './next-turn.ts';
import { surroundingsOf } from './surroundings-of.ts';
import type { TroubleThresholds } from './thresholds.ts';

/**
 * Of several troubles of one parcel the most telling stands, the others are left out:
 * - `denied`: the customer contradicts the carrier, who is done with it: judged by itself (`judgeDenial`).
 * - `returning`: the goods will not come, so neither date nor silence matter any more.
 * - `customs`, `exception`: the carrier says why; that explains attempts, silence and a missed date.
 * - `attempts`: the parcel is there and somebody must act; that explains a missed date.
 * - `number_wrong`: nobody can see a parcel by a wrong number, so that it was not seen proves nothing.
 * - `no_first_scan`, `silent`: say where it stopped; a missed date follows from it.
 * - `past_date`: late, and nobody says why.
 */
export const tellingOrder: readonly TroubleKind[] = ['denied', 'returning', 'customs', 'exception', 'attempts', 'number_wrong', 'no_first_scan', 'silent', 'past_date', 'late_to_ship'];

/** Everything that is wrong with a parcel now, cut down to the most telling: nothing, or one trouble. */
export function findTroubles(parcel: ParcelRecord, knowledge: PromiseKnowledge, thresholds: TroubleThresholds, now: Date): FoundTrouble[] {
  const held = holdings(parcel, surroundingsOf(knowledge), thresholds, now).filter(({ from }) => from <= now.getTime());
  const most = mostTelling(held);
  return most ? [toTrouble(most)] : [];
}

/** The first moment at which time alone may open a trouble of this parcel or change its row, or null where it cannot. */
export function nextCheckAt(parcel: ParcelRecord, knowledge: PromiseKnowledge, thresholds: TroubleThresholds, now: Date): Instant | null {
  return nextOf(holdings(parcel, surroundingsOf(knowledge), thresholds, now), nextTurnAt(parcel, knowledge, now), now);
}

/** The first moment that lies ahead. */
export function nextOf(held: readonly Holding[], turn: number | null, now: Date): Instant | null {
  let next = turn ?? Infinity;
  for (const { from } of held) if (from > now.getTime() && from < next) next = from;
  return next === Infinity ? null : new Date(next).toISOString();
}

/** The one that comes first in the order of telling. */
export function mostTelling(held: readonly Holding[]): Holding | null {
  let most: Holding | null = null;
  for (const one of held) if (!most || tellingOrder.indexOf(one.kind) < tellingOrder.indexOf(most.kind)) most = one;
  return most;
}

/** A trouble with its evidence. */
export function toTrouble({ kind, cause, from, evidence }: Holding): FoundTrouble {
  return { kind, cause, evidence: evidence(), since: new Date(from).toISOString() };
}
