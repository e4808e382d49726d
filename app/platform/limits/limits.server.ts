import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { ExpectedError } from '#app/kernel/errors.ts';
import { remembered } from '#app/kernel/remembered.ts';
import type { QueryResultRow } from 'pg';
import type { Database, Statement } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/** How often something may be done per key: so many `points` in so many `seconds`. */
export const limitPolicies = {
  /** Looking for an order in vain: one browser at one address, all browsers at the address, and all of a shop. */
  'lookup-visitor': { points: 10, seconds: 600 },
  'lookup-address': { points: 40, seconds: 600 },
  'lookup-shop': { points: 240, seconds: 60 },
  /** The same by those who had not missed before: guessers cannot use up what is theirs. */
  'lookup-shop-first': { points: 600, seconds: 60 },
  /** An order that was found gives back one miss, once in a while. */
  'lookup-found': { points: 1, seconds: 600 },
  /** Who looks up an order from an address that used up its misses has the link mailed to the order's own address. */
  'lookup-link': { points: 2, seconds: 3_600 },
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
  /** Somebody writes by the contact form: one visitor, all of a shop. */
  'contact-visitor': { points: 8, seconds: 3_600 },
  'contact-shop': { points: 120, seconds: 60 },
  /** Somebody has a return worked out by Shopify, and begins, changes or cancels one: each order by itself. */
  'return-review': { points: 120, seconds: 3_600 },
  'return-act': { points: 20, seconds: 3_600 },
  /** Mail handed in at our door: one sender to one shop, all that one server brings under whatever names, and all that a shop is sent. The rest is asked to come again later. */
  'mail-sender': { points: 300, seconds: 60 },
  'mail-caller': { points: 3_000, seconds: 60 },
  'mail-shop': { points: 6_000, seconds: 60 },
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
  /** How much of each is used up, without taking any; in the order asked for. Throws the same 503. */
  used(asked: Asked): Promise<Used[]>;
  /** The same from memory, without a question: null where nothing is known to be used up. */
  knownUsed(asked: Asked): Used[] | null;
  /** The same for several who ask, with a shop's statement in one message to the database. Its rows must be forgotten where an attempt is not allowed. */
  usedBeside<Row extends QueryResultRow>(several: readonly Asked[], shopId: number, statement: Statement): Promise<{ used: Used[][]; rows: Row[] }>;
  /** Takes one attempt back. */
  giveBack(name: LimitName, key: string): Promise<void>;
}

export type Asked = readonly (readonly [LimitName, string])[];

/** A row of `platform.rate_limits`. */
interface Counted {
  key: string;
  points: number;
  expire: string | null;
}

export interface Used {
  points: number;
  /** Seconds until the window ends; null where another attempt is allowed. */
  retryAfter: number | null;
}

/** Keys are stored as fingerprints: they are addresses of people. What is used up is answered from memory without asking the database. */
export function createLimits(database: Pick<Database, 'pool' | 'askBothAsShop'>, log: Logger): Limits {
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
  /** Keys found used up, and until when: who goes on trying costs the database nothing. */
  const usedUp = remembered<number>(mostUsedUp);
  const uncounted = (error: unknown, limit: string): ExpectedError => {
    log.error({ error, limit }, 'attempts cannot be counted');
    return new ExpectedError('limits_unavailable', 503, 'Attempts cannot be counted right now, so none is let through.');
  };
  const keysOf = (asked: Asked) => asked.map(([name, key]) => `${name}:${fingerprint(key)}`);
  const knownUsed = (asked: Asked) => {
    const now = Date.now();
    const known = keysOf(asked).map((key) => ({ points: 0, retryAfter: secondsUntil(usedUp.get(key) ?? 0, now) }));
    return known.some(({ retryAfter }) => retryAfter !== null) ? known : null;
  };
  const judged = (asked: Asked, keys: readonly string[], now: number, rows: readonly Counted[]): Used[] =>
    asked.map(([name], at) => {
      const row = rows.find(({ key }) => key === keys[at]);
      const points = Math.max(0, row?.points ?? 0);
      if (points < limitPolicies[name].points) return { points, retryAfter: null };
      const until = Math.max(now + 1, Number(row?.expire ?? 0));
      usedUp.set(keys[at] ?? '', until);
      return { points, retryAfter: secondsUntil(until, now) };
    });
  return {
    async take(name, key) {
      try {
        await limiters.get(name)?.consume(fingerprint(key));
        return { allowed: true };
      } catch (reason) {
        if (reason instanceof RateLimiterRes) return { allowed: false, retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1_000)) };
        throw uncounted(reason, name);
      }
    },
    async used(asked) {
      const known = knownUsed(asked);
      if (known) return known;
      const [keys, now] = [keysOf(asked), Date.now()];
      const { rows } = await database.pool.query<Counted>(peek(keys, now)).catch((error: unknown) => Promise.reject(uncounted(error, 'used')));
      return judged(asked, keys, now, rows);
    },
    knownUsed,
    async usedBeside<Row extends QueryResultRow>(several: readonly Asked[], shopId: number, statement: Statement) {
      const [keys, now] = [several.map(keysOf), Date.now()];
      const [counted, rows] = await database.askBothAsShop<Counted, Row>(shopId, peek(keys.flat(), now), statement).catch((error: unknown) => Promise.reject(uncounted(error, 'used')));
      return { used: several.map((asked, at) => judged(asked, keys[at] ?? [], now, counted)), rows };
    },
    async giveBack(name, key) {
      usedUp.forget(`${name}:${fingerprint(key)}`);
      await limiters.get(name)?.reward(fingerprint(key)).catch((error: unknown) => Promise.reject(uncounted(error, name)));
    },
  };
}

const mostUsedUp = 20_000;

function secondsUntil(until: number, now: number): number | null {
  return until > now ? Math.max(1, Math.ceil((until - now) / 1_000)) : null;
}

const peek = (keys: readonly string[], now: number) => ({
  name: 'limits-used',
  text: 'select key, points, expire from platform.rate_limits where key = any ($1::text[]) and expire > $2::bigint',
  values: [[...keys], String(now)],
});

function fingerprint(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
