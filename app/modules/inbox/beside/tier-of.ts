import { day } from '#app/kernel/time.ts';
import type { Tier } from './beside-view.ts';

/** After so long without an order a customer who came back before is one to win again. */
const lapsesAfter = 365 * day;

interface Bought {
  orders: number;
  lastAt: Date | null;
  /** Whether the shop itself calls them valued. */
  isValued: boolean;
}

/** How well a customer is known: by what they bought, where the shop does not say more. */
export function tierOf({ orders, lastAt, isValued }: Bought, now: Date): Tier {
  if (isValued) return 'valued';
  if (orders === 0) return 'none';
  if (orders === 1) return 'first';
  return lastAt !== null && now.getTime() - lastAt.getTime() > lapsesAfter ? 'lapsed' : 'returning';
}
