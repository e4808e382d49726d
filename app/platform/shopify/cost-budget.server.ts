import type { Clock } from '#app/platform/clock/clock.ts';
import type { Database } from '#app/platform/db/database.server.ts';

/** `extensions.cost` of an answer. */
export interface Cost {
  requestedQueryCost: number;
  /** Null where the request was throttled. */
  actualQueryCost: number | null;
  throttleStatus: { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };
}

/** The Admin API's cost bucket of each shop, kept in one row that all processes share. */
export interface CostBudget {
  /** Takes the cost from the bucket and says how many milliseconds to wait until it is covered: whoever asks first goes first. */
  reserve(shopId: number, cost: number): Promise<number>;
  /** Gives back what a request did not use and takes over what Shopify says of the bucket. */
  settle(shopId: number, reserved: number, cost: Cost): Promise<void>;
}

/** What is assumed of a bucket before Shopify's first answer: half of the smallest one known. */
const assumed = { maximum: 1_000, restoreRate: 50 };

/** The bucket may go below zero: that is the queue, and it empties at Shopify's restore rate. */
const reserveCost = `
  insert into platform.admin_api_buckets as bucket (shop_id, available, maximum, restore_rate, measured_at)
  values ($1, $3::float - least($2::float, $3), $3, $4::float, $5::timestamptz)
  on conflict (shop_id) do update set
    available = least(bucket.maximum, bucket.available + bucket.restore_rate * greatest(0, extract(epoch from $5 - bucket.measured_at)))
                - least($2, bucket.maximum),
    measured_at = greatest(bucket.measured_at, $5)
  returning available, restore_rate`;

/**
 * Never more than Shopify says; less where others hold reservations that Shopify has not seen yet. A throttled request gives
 * nothing back: it will reserve again, and what it had reserved was not there.
 */
const settleCost = `
  update platform.admin_api_buckets as bucket set
    available = least($4::float, case when maximum = $2::float
      then available + restore_rate * greatest(0, extract(epoch from $6::timestamptz - measured_at)) + $3::float
      else $4 end),
    maximum = $2, restore_rate = $5::float, measured_at = greatest(measured_at, $6)
  where shop_id = $1`;

export function createCostBudget(database: Database, clock: Clock): CostBudget {
  return {
    async reserve(shopId, cost) {
      const { rows } = await database.pool.query<{ available: number; restore_rate: number }>(reserveCost, [
        shopId, cost, assumed.maximum, assumed.restoreRate, clock.now(),
      ]);
      const [bucket] = rows;
      return bucket && bucket.available < 0 ? Math.ceil((-bucket.available / bucket.restore_rate) * 1_000) : 0;
    },
    async settle(shopId, reserved, { actualQueryCost, throttleStatus }) {
      const { maximumAvailable, currentlyAvailable, restoreRate } = throttleStatus;
      const unused = actualQueryCost === null ? 0 : Math.min(reserved, maximumAvailable) - actualQueryCost;
      await database.pool.query(settleCost, [shopId, maximumAvailable, unused, currentlyAvailable, restoreRate, clock.now()]);
    },
  };
}
