/** A moment at which an answer may leave, as a field on the shop's clock would have it. */
export interface LaterMoment {
  choice: 'tomorrow' | 'monday';
  at: string;
}

/** The next mornings at which an answer is read soonest, seen from a day of the shop's: tomorrow's, and Monday's where that is another and no week away. */
export function laterMoments(today: string): LaterMoment[] {
  const midnight = new Date(`${today}T00:00:00Z`);
  const untilMonday = (8 - midnight.getUTCDay()) % 7;
  const morning = (days: number) => {
    const then = new Date(midnight);
    then.setUTCDate(then.getUTCDate() + days);
    return `${then.toISOString().slice(0, 10)}T09:00`;
  };
  return [{ choice: 'tomorrow', at: morning(1) }, ...(untilMonday > 1 ? [{ choice: 'monday' as const, at: morning(untilMonday) }] : [])];
}
