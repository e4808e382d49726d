import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/** How often something may be done per key: so many `points` in so many `seconds`. */
export const limitPolicies = {
  /** Somebody looks for an order: one visitor of one shop. */
  'lookup-visitor': { points: 10, seconds: 600 },
  /** The same, all visitors of a shop together. */
  'lookup-shop': { points: 600, seconds: 60 },
  /** Somebody has a code sent by mail: one visitor, one order at once and over a day, all of a shop. */
  'code-visitor': { points: 10, seconds: 3_600 },
  'code-order': { points: 3, seconds: 900 },
  'code-order-day': { points: 10, seconds: 86_400 },
  'code-shop': { points: 300, seconds: 60 },
  /** Somebody sends a form with photos, counted before it is read. */
  'problem-form': { points: 30, seconds: 3_600 },
  /** Somebody reports a problem: one visitor, one order, all of a shop. */
  'problem-visitor': { points: 10, seconds: 3_600 },
  'problem-order': { points: 8, seconds: 3_600 },
  'problem-shop': { points: 120, seconds: 60 },
} as const;

export type LimitName = keyof typeof limitPolicies;

export type Taken = { allowed: true } | { allowed: false; retryAfter: number };

/** Counts attempts in the database, so that all processes count together. */
export interface Limits {
  /**
   * Takes one attempt; `retryAfter` is in seconds. Throws a 503 where attempts cannot be counted: nothing is let
   * through uncounted.
   */
  take(name: LimitName, key: string): Promise<Taken>;
}

/** Keys are stored as fingerprints: they are addresses of people. What is used up is answered from memory without asking the database. */
export function createLimits(database: Pick<Database, 'pool'>, log: Logger): Limits {
  const limiters = new Map(
    Object.entries(limitPolicies).map(([name, { points, seconds }], at) => [
      name,
      new RateLimiterPostgres({
        storeClient: database.pool,
        storeType: 'pool',
        schemaName: 'platform',
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
        points,
        duration: seconds,
        inMemoryBlockOnConsumed: points + 1,
        clearExpiredByTimeout: at === 0,
      }),
    ]),
  );
  return {
    async take(name, key) {
      try {
        await limiters.get(name)?.consume(fingerprint(key));
        return { allowed: true };
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return { allowed: false, retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)) };
        log.error({ error: reason, limit: name }, 'attempts cannot be counted');
        throw new ExpectedError('limits_unavailable', 503, 'Attempts cannot be counted right now, so none is let through.');
      }
    },
  };
}

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
