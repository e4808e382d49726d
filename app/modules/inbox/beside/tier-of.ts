import { day } from '#app/kernel/time.ts';
import type { Tier } from './beside-view.ts';

/** After so long without an order a customer who came back before is one to win again. */
const lapsesAfter = 365 * day;

interface Bought {
  orders: number;
  lastAt: Date | null;
  /** From so many orders on the shop itself calls a customer valued; null: it does not. */
  valuedFrom: number | null;
}

/** How well a customer is known by what they bought. */
export function tierOf({ orders, lastAt, valuedFrom }: Bought, now: Date): Tier {
  if (orders === 0) return 'none';
  if (valuedFrom !== null && orders >= valuedFrom) return 'valued';
  if (orders === 1) return 'first';
  return lastAt !== null && now.getTime() - lastAt.getTime() > lapsesAfter ? 'lapsed' : 'returning';
}
