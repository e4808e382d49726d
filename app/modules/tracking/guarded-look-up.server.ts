import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { Asked, LimitName, Limits, Used } from '#app/platform/limits/limits.server.ts';
import { createSlots } from './slots.ts';
import type { NotLookedUp } from './tracking-answer.ts';

/** Who looks something up. */
export interface Looker {
  shopId: number;
  /** The visitor's address as Shopify saw it; many people may share it. */
  address: string;
  /** What tells browsers behind one address apart, as far as they say. */
  browser: string;
}

/** What was found, with what names it, or null. */
type Found<Answer> = { answer: Answer; name: string } | null;

/** A look-up that finds nothing answers on the beat of this many milliseconds, so that its time does not tell why. */
const evenMiss = 700;
/** Look-ups of one browser that run at once in this process: what they can learn before the first miss is counted. */
const slots = createSlots(4, 40);
/** Look-ups of a crowded address at once, and of all of them: what guessers there can have the database do. */
const crowd = createSlots(10, 100);
const crowds = createSlots(30, 300);

/** What is looked up in the same message as the limits, and what to do with its rows. */
interface Beside<Row, Answer> {
  read(asked: Asked): Promise<{ used: Used[]; rows: Row[] }>;
  find(rows: readonly Row[]): Promise<Found<Answer>>;
  /** Sends what was found to whose it is, and tells nobody else. */
  mail(): Promise<void>;
}

/**
 * Looks something up for somebody who may try. Only what finds nothing is counted: by browser, by address, and for the shop in two
 * budgets, so that guessers use up neither what their neighbours at the address have nor what newcomers have. Who is over their limit is
 * told so whether it would have been found or not, and what was looked up beside the limits is forgotten. Finding an order gives one miss back, once for each order.
 * Where guessers who change their browser used up what an address has, its neighbours still get in: by the mailbox of the order they named.
 */
export async function guardedLookUp<Row, Answer>(
  { shopId, address, browser }: Looker,
  limits: Limits,
  lookUp: (() => Promise<Found<Answer>>) | Beside<Row, Answer>,
  miss: Answer,
): Promise<Answer | NotLookedUp> {
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
      if (visitor?.retryAfter) return { kind: 'limited', retryAfter: visitor.retryAfter };
      if (house?.retryAfter) return await byMail({ own, shared, startedAt, retryAfter: house.retryAfter }, limits, typeof lookUp === 'function' ? null : lookUp);
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
  await nextBeat(startedAt);
  return miss;
}

interface Crowded {
  own: string;
  shared: string;
  startedAt: number;
  retryAfter: number;
}

/**
 * Answers at an address that used up its misses: the same at the same beat, counted the same, whether it would have been found or not.
 * What is found goes to its own mailbox; what has none waits.
 */
async function byMail({ own, shared, startedAt, retryAfter }: Crowded, limits: Limits, found: Pick<Beside<unknown, unknown>, 'mail'> | null): Promise<NotLookedUp> {
  if (found === null) return { kind: 'limited', retryAfter };
  const places: (() => void)[] = [];
  try {
    for (const [all, key] of [[crowd, shared], [crowds, 'all']] as const) {
      const leave = await all.enter(key);
      if (leave === null) return { kind: 'limited', retryAfter };
      places.push(leave);
    }
    const taken = await limits.take('lookup-visitor', own);
    if (!taken.allowed) return { kind: 'limited', retryAfter: taken.retryAfter };
    await found.mail();
    await nextBeat(startedAt);
    return { kind: 'limited', retryAfter, byMail: true };
  } finally {
    places.forEach((leave) => leave());
  }
}

function nextBeat(startedAt: number): Promise<void> {
  return sleep(evenMiss - ((performance.now() - startedAt) % evenMiss));
}

async function giveBack(limits: Limits, own: string, shared: string, name: string): Promise<void> {
  if (!(await limits.take('lookup-found', `${shared}:${name}`)).allowed) return;
  await limits.giveBack('lookup-visitor', own);
  await limits.giveBack('lookup-address', shared);
}
