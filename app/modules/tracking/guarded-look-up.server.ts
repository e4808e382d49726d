import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { Asked, LimitName, Limits, Used } from '#app/platform/limits/limits.server.ts';
import { createSlots } from './slots.ts';
import type { TrackingAnswer } from './tracking-answer.ts';

/** Who looks something up. */
export interface Looker {
  shopId: number;
  /** The visitor's address as Shopify saw it; many people may share it. */
  address: string;
  /** What tells browsers behind one address apart, as far as they say. */
  browser: string;
}

/** What was found, with what names it, or null. */
type Found = { answer: TrackingAnswer; name: string } | null;

/** A look-up that finds nothing answers on the beat of this many milliseconds, so that its time does not tell why. */
const evenMiss = 700;
/** Look-ups of one browser that run at once in this process: what they can learn before the first miss is counted. */
const slots = createSlots(4, 40);

/** What is looked up in the same message as the limits, and what to do with its rows. */
interface Beside<Row> {
  read(asked: Asked): Promise<{ used: Used[]; rows: Row[] }>;
  find(rows: readonly Row[]): Promise<Found>;
}

/**
 * Looks something up for somebody who may try. Only what finds nothing is counted: by browser, by address, and for the shop in two
 * budgets, so that guessers use up neither what their neighbours at the address have nor what newcomers have. Who is over their limit is
 * told so whether it would have been found or not, and what was looked up beside the limits is forgotten. Finding an order gives one miss back, once for each order.
 */
export async function guardedLookUp<Row>(
  { shopId, address, browser }: Looker,
  limits: Limits,
  lookUp: (() => Promise<Found>) | Beside<Row>,
  miss: TrackingAnswer,
): Promise<TrackingAnswer> {
  const startedAt = performance.now();
  const own = `${shopId}:${address}:${browser}`;
  const shared = `${shopId}:${address}`;
  try {
    const release = await slots.enter(own);
    if (release === null) return { kind: 'limited', retryAfter: 60 };
    try {
      const asked = [['lookup-visitor', own], ['lookup-address', shared]] as const;
      const known = limits.knownUsed(asked);
      const { used, rows } = known ? { used: known, rows: [] } : typeof lookUp === 'function' ? { used: await limits.used(asked), rows: [] } : await lookUp.read(asked);
      const [visitor, house] = used;
      const wait = visitor?.retryAfter ?? house?.retryAfter ?? null;
      if (wait !== null) return { kind: 'limited', retryAfter: wait };
      const found = await (typeof lookUp === 'function' ? lookUp() : lookUp.find(rows));
      const missed = visitor?.points ?? 0;
      if (found) {
        if (missed + (house?.points ?? 0) > 0) await giveBack(limits, own, shared, found.name);
        return found.answer;
      }
      const counted: [LimitName, string][] = [['lookup-visitor', own], ['lookup-address', shared], [missed > 0 ? 'lookup-shop' : 'lookup-shop-first', String(shopId)]];
      for (const [name, key] of counted) {
        const taken = await limits.take(name, key);
        if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
      }
    } finally {
      release();
    }
  } catch (error) {
    if (error instanceof ExpectedError && error.status === 503) return { kind: 'unavailable' };
    throw error;
  }
  await sleep(evenMiss - ((performance.now() - startedAt) % evenMiss));
  return miss;
}

async function giveBack(limits: Limits, own: string, shared: string, name: string): Promise<void> {
  if (!(await limits.take('lookup-found', `${shared}:${name}`)).allowed) return;
  await limits.giveBack('lookup-visitor', own);
  await limits.giveBack('lookup-address', shared);
}
