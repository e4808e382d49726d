import type { Allowance, Bucket, Plan, ThrottleStatus } from './throttle.ts';
import { PLANS, refill, settle, statusOf, take } from './throttle.ts';

/** The buckets of one shop, one for each app. */
export interface Throttles {
  /** Takes the requested points; false and nothing taken when the bucket does not hold them. */
  take(clientId: string, requested: number): boolean;
  settle(clientId: string, requested: number, actual: number): void;
  status(clientId: string): ThrottleStatus;
  /** Moves the shop to another plan with full buckets. */
  setPlan(plan: Plan): void;
  /** Empties or fills an app's bucket. */
  setAvailable(clientId: string, points: number): void;
}

/** Buckets over a clock in milliseconds that only rises; the sandbox's own clock may travel. */
export function createThrottles(milliseconds: () => number): Throttles {
  const buckets = new Map<string, Bucket>();
  let allowance: Allowance = PLANS.standard;

  function current(clientId: string): Bucket {
    const now = milliseconds();
    return refill(buckets.get(clientId) ?? { available: allowance.maximumAvailable, at: now }, allowance, now);
  }

  return {
    take(clientId, requested) {
      const taken = take(current(clientId), requested);
      if (taken !== null) buckets.set(clientId, taken);
      return taken !== null;
    },
    settle: (clientId, requested, actual) => void buckets.set(clientId, settle(current(clientId), requested, actual, allowance)),
    status: (clientId) => statusOf(current(clientId), allowance),
    setPlan(plan) {
      allowance = PLANS[plan];
      buckets.clear();
    },
    setAvailable: (clientId, points) => void buckets.set(clientId, { available: points, at: milliseconds() }),
  };
}
