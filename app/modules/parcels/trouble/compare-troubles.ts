import type { FoundTrouble, Instant, TroubleOutcome } from '../records.ts';
import type { Judgement } from './judgement.ts';

/** A trouble as it stands in the table, as far as comparing goes. */
export interface HeldTrouble {
  id: string;
  kind: string;
  cause: string | null;
  /** The parcel's, when the trouble was last brought up to date. */
  status: string | null;
  lastScanAt: Instant | null;
  outcome: string | null;
  imported: boolean;
}

export interface Comparison {
  opened: readonly FoundTrouble[];
  /** `causeChanged` is news; other evidence is only brought up to date. */
  kept: readonly { id: string; found: FoundTrouble; causeChanged: boolean }[];
  closed: readonly { held: HeldTrouble; outcome: TroubleOutcome }[];
}

/**
 * What has to happen to the open troubles of one parcel or order so that they say what was found. `ended` are those closed lately or dismissed.
 * A dismissed trouble stays away until its parcel was scanned again or another cause is told.
 */
export function compareTroubles(judgement: Judgement, open: readonly HeldTrouble[], ended: readonly HeldTrouble[]): Comparison {
  const { found, near, judged, lastScanAt, over } = judgement;
  const kept = found.flatMap((trouble) => {
    const held = open.find(({ kind }) => kind === trouble.kind);
    return held ? [{ id: held.id, found: trouble, causeChanged: held.cause !== trouble.cause }] : [];
  });
  const fresh = found.filter(({ kind }) => !open.some((held) => held.kind === kind));
  const opened = fresh.filter((trouble) => !ended.some((held) => isDismissedFor(held, trouble, lastScanAt)));
  const closed = open
    .filter((held) => judged.some((kind) => kind === held.kind) && !found.some(({ kind }) => kind === held.kind))
    .filter((held) => over !== null || !(near.some((kind) => kind === held.kind) && held.lastScanAt === lastScanAt))
    .map((held) => ({ held, outcome: outcomeOf(judgement, held) }));
  return { opened, kept, closed };
}

function isDismissedFor(held: HeldTrouble, trouble: FoundTrouble, lastScanAt: Instant | null): boolean {
  return held.outcome === 'dismissed' && held.kind === trouble.kind && held.cause === trouble.cause && held.lastScanAt === lastScanAt;
}

/** Recovered is what happened by itself: something was seen of the parcel. What only no longer counts (a limit was changed) is settled. */
function outcomeOf({ over, found, lastScanAt, shipmentId }: Judgement, held: HeldTrouble): TroubleOutcome {
  if (over) return over;
  if (found.length > 0) return 'superseded';
  return shipmentId === null || held.lastScanAt !== lastScanAt || held.kind === 'denied' ? 'recovered' : 'settled';
}
