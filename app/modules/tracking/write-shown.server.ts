import { appending, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';

interface Waiting {
  entries: NewEntry[];
  written: Promise<void>;
}

const underway = new Map<number, Promise<void>>();
const next = new Map<number, Waiting>();

/**
 * Writes down what is about to be shown, and returns once it is safe. Those who come while a write is under way are written together with
 * the next one: under load many answers share one commit, alone nobody waits for another.
 */
export function writeShown(database: Pick<Database, 'askAsShop'>, shopId: number, entries: readonly NewEntry[]): Promise<void> {
  const waiting = next.get(shopId);
  if (waiting) {
    waiting.entries.push(...entries);
    return waiting.written;
  }
  const turn: Waiting = { entries: [...entries], written: Promise.resolve() };
  const before = underway.get(shopId) ?? Promise.resolve();
  turn.written = before.catch(() => undefined).then(async () => {
    next.delete(shopId);
    const writing = database.askAsShop(shopId, async (ask) => void (await ask(appending(turn.entries))));
    underway.set(shopId, writing);
    await writing.finally(() => {
      if (underway.get(shopId) === writing) underway.delete(shopId);
    });
  });
  next.set(shopId, turn);
  return turn.written;
}
