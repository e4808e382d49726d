import { troubleKinds, troubleMarks, troubleOutcomes, type TroubleKind, type TroubleMark, type TroubleOutcome } from '../records.ts';

/** The kind a stored word means, or null for one this build does not know. */
export function toKind(word: string | null): TroubleKind | null {
  return troubleKinds.find((known) => known === word) ?? null;
}

export function toMark(word: string | null): TroubleMark | null {
  return troubleMarks.find((known) => known === word) ?? null;
}

export function toOutcome(word: string | null): TroubleOutcome | null {
  return troubleOutcomes.find((known) => known === word) ?? null;
}
