import type { WayToAssign } from './team.ts';

/** Somebody of a team who could be given a ticket. */
export interface Candidate {
  staffId: string;
  isAway: boolean;
  /** How many tickets wait for them now. */
  open: number;
  /** The most they take; null: any number. */
  mostOpen: number | null;
}

/** Who of a team is given the next ticket; null where nobody is there with room for it, or the team gives them by hand. In turn, it is whoever follows the one who had the last. */
export function pickAgent(members: readonly Candidate[], { assigns, lastGivenTo }: { assigns: WayToAssign; lastGivenTo: string | null }): string | null {
  if (assigns === 'by_hand') return null;
  const inOrder = [...members].sort((left, right) => (left.staffId < right.staffId ? -1 : 1));
  const following = inOrder.findIndex(({ staffId }) => lastGivenTo !== null && staffId > lastGivenTo);
  const turns = following < 0 ? inOrder : [...inOrder.slice(following), ...inOrder.slice(0, following)];
  const free = turns.filter(({ isAway, open, mostOpen }) => !isAway && (mostOpen === null || open < mostOpen));
  if (assigns === 'in_turn') return free[0]?.staffId ?? null;
  return free.reduce<Candidate | null>((least, one) => (least === null || one.open < least.open ? one : least), null)?.staffId ?? null;
}
