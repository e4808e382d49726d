/** With fewer parcels behind it, a share or quantile says more about chance than about a carrier. */
export const fewestToSay = 20;

/** A day or week of a trend needs fewer: it is read together with its neighbours. */
export const fewestInTime = 5;

/** A share, or null where too few stand behind it. */
export function shareOf(count: number, of: number, fewest = fewestToSay): number | null {
  return of < fewest ? null : count / of;
}
