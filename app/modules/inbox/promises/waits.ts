import { isDone, type TicketState } from '../tickets/ticket.ts';
import type { PromiseKind } from './promise-kinds.ts';

/** What of a ticket's course concerns its promises, in order. */
export type Happening =
  | { at: Date; what: 'customer' }
  | { at: Date; what: 'shop'; staffId: string | null }
  | { at: Date; what: 'state'; to: TicketState; staffId: string | null; /** Whether its customer had been forgotten: nobody was helped. */ isForgotten?: boolean }
  | { at: Date; what: 'spam'; is: boolean };

/** A stretch of time in which a clock runs; null: it still does. */
export interface Stretch {
  from: Date;
  to: Date | null;
}

/** Once that a customer waited for something. */
export interface Wait {
  promise: PromiseKind;
  startedAt: Date;
  running: Stretch[];
  /** Null: they still wait. */
  end: { at: Date; how: 'done' | 'dropped'; staffId: string | null } | null;
}

/** States in which the shop is not at work on it. What a customer has not heard yet is owed while it is put away, or while a carrier is asked. */
const stops: Record<PromiseKind, readonly TicketState[]> = {
  first_reply: ['waiting_customer', 'solved', 'closed'],
  next_reply: ['waiting_customer', 'waiting_third', 'solved', 'closed'],
  resolution: ['waiting_customer', 'waiting_third', 'snoozed', 'solved', 'closed'],
};

/**
 * Every wait of a ticket's customer, from its course alone: for a first word, for a next one, and until their matter is settled. Clocks stop while the
 * shop has nothing to do, and for what is spam.
 */
export function waitsOf(course: readonly Happening[], isSpamAtFirst: boolean): Wait[] {
  const waits = new Map<string, Wait>();
  const open = new Map<PromiseKind, Wait>();
  let state: TicketState = 'new';
  let isSpam = isSpamAtFirst;
  let wasAnswered = false;
  let lastWord: 'customer' | 'shop' | null = null;

  const begin = (promise: PromiseKind, at: Date) => {
    if (open.has(promise)) return;
    const wait: Wait = { promise, startedAt: at, running: [], end: null };
    open.set(promise, wait);
    waits.set(`${promise}:${at.getTime()}`, wait);
  };
  const waitFor = (at: Date) => {
    if (!open.has('first_reply')) begin(wasAnswered ? 'next_reply' : 'first_reply', at);
    begin('resolution', at);
  };
  const finish = (promise: PromiseKind, end: NonNullable<Wait['end']>) => {
    const wait = open.get(promise);
    if (!wait) return;
    stop(wait, end.at);
    wait.end = end;
    open.delete(promise);
  };

  for (const { at, ...happened } of course) {
    if (happened.what === 'customer') {
      waitFor(at);
      lastWord = 'customer';
    } else if (happened.what === 'shop') {
      for (const promise of ['first_reply', 'next_reply'] as const) finish(promise, { at, how: 'done', staffId: happened.staffId });
      wasAnswered = true;
      lastWord = 'shop';
    } else if (happened.what === 'spam') isSpam = happened.is;
    else {
      const wasDone = isDone(state);
      state = happened.to;
      if (isDone(state)) {
        for (const promise of ['first_reply', 'next_reply'] as const) finish(promise, { at, how: 'dropped', staffId: happened.staffId });
        finish('resolution', { at, how: happened.isForgotten ? 'dropped' : 'done', staffId: happened.staffId });
      } else if (wasDone && lastWord === 'customer') waitFor(at);
      else if (wasDone && lastWord === 'shop') begin('resolution', at);
    }
    for (const wait of open.values()) {
      if (!isSpam && !stops[wait.promise].includes(state)) start(wait, at);
      else stop(wait, at);
    }
  }
  return [...waits.values()];
}

function start({ running }: Wait, at: Date): void {
  if (running.at(-1)?.to !== null) running.push({ from: at, to: null });
}

function stop({ running }: Wait, at: Date): void {
  const last = running.at(-1);
  if (last?.to === null) last.to = at;
}
