import { setTimeout as sleep } from 'node:timers/promises';
import { appending, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';

interface Turn {
  entries: NewEntry[];
  written: Promise<void>;
}

interface Writing {
  startedAt: number;
  next: Turn | null;
}

/** A shop's lines are written at most once in so many milliseconds. */
const beat = 8;
const writings = new Map<number, Writing>();

/**
 * Writes down what is about to be shown, and returns once it is written; it does not wait for the disk. Alone nobody waits for another,
 * under load those who come within a beat share one transaction.
 */
export function writeShown(database: Pick<Database, 'askAsShop'>, shopId: number, entries: readonly NewEntry[]): Promise<void> {
  const writing = writings.get(shopId) ?? { startedAt: Number.NEGATIVE_INFINITY, next: null };
  writings.set(shopId, writing);
  if (writing.next) {
    writing.next.entries.push(...entries);
    return writing.next.written;
  }
  const turn: Turn = { entries: [...entries], written: Promise.resolve() };
  writing.next = turn;
  const wait = writing.startedAt + beat - performance.now();
  turn.written = (wait > 0 ? sleep(wait) : Promise.resolve()).then(async () => {
    Object.assign(writing, { startedAt: performance.now(), next: null });
    await database.askAsShop(shopId, appending(turn.entries), { waitsForDisk: false });
  });
  return turn.written;
}
