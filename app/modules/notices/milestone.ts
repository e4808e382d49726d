import type { ParcelStory } from '#app/modules/parcels/index.server.ts';

/** Stops on a way abroad that are worth telling: the customer's own country is reached, its customs are left. */
export type Milestone = 'arrived' | 'cleared';

/** The furthest stop that the scans show, and when it was reached; null on a way inside one country, and before. */
export function milestoneOf({ scans }: Pick<ParcelStory, 'scans'>, country: string | null): { milestone: Milestone; at: Date } | null {
  if (country === null) return null;
  const moves = scans.filter(({ status }) => status === 'in_transit');
  const abroad = moves.findIndex(({ place }) => place.country !== null && place.country !== country);
  const there = abroad < 0 ? [] : moves.slice(abroad + 1);
  const arrival = there.findIndex(({ place }) => place.country === country);
  const arrived = there[arrival];
  if (!arrived) return null;
  const inside = there.slice(arrival).filter(({ place }) => place.country === null || place.country === country);
  const customs = inside.findIndex(({ cause }) => cause === 'customs');
  const cleared = customs < 0 ? undefined : inside.slice(customs + 1).find(({ cause }) => cause === null);
  return cleared ? { milestone: 'cleared', at: cleared.happenedAt } : { milestone: 'arrived', at: arrived.happenedAt };
}
