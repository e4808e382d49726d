/** A plan's bucket: what it holds at most and what it regains each second. */
export interface Allowance {
  maximumAvailable: number;
  restoreRate: number;
}

export interface ThrottleStatus extends Allowance {
  currentlyAvailable: number;
}

export type Plan = 'standard' | 'advanced' | 'plus';

/** Twenty seconds' worth of each plan's restore rate, as recorded on Standard. */
export const PLANS: Readonly<Record<Plan, Allowance>> = {
  standard: { maximumAvailable: 2000, restoreRate: 100 },
  advanced: { maximumAvailable: 4000, restoreRate: 200 },
  plus: { maximumAvailable: 20_000, restoreRate: 1000 },
};

/** No single query may ask for more, however full the bucket is. */
export const MAX_QUERY_COST = 1000;

/** A bucket's content at one moment, in points and milliseconds. */
export interface Bucket {
  available: number;
  at: number;
}

/** What the bucket holds at `now`: what it held plus what came back meanwhile, never more than fits. */
export function refill(bucket: Bucket, allowance: Allowance, now: number): Bucket {
  const regained = (Math.max(0, now - bucket.at) / 1000) * allowance.restoreRate;
  return { available: Math.min(allowance.maximumAvailable, bucket.available + regained), at: now };
}

/** The bucket after taking `points`, or null when it does not hold that many: then nothing is taken. */
export function take(bucket: Bucket, points: number): Bucket | null {
  return points > bucket.available ? null : { ...bucket, available: bucket.available - points };
}

/** The bucket after the answer: what was asked for but not used comes back at once. */
export function settle(bucket: Bucket, requested: number, actual: number, allowance: Allowance): Bucket {
  return { ...bucket, available: Math.min(allowance.maximumAvailable, bucket.available + requested - actual) };
}

/** What Shopify reports. */
export function statusOf(bucket: Bucket, allowance: Allowance): ThrottleStatus {
  return { ...allowance, currentlyAvailable: Math.floor(bucket.available) };
}
