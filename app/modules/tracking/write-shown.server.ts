import { together } from '#app/kernel/together.ts';
import { appending, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';

/** Writes down what is about to be shown, and returns once it is written; it does not wait for the disk. */
export type WriteShown = (shopId: number, entries: readonly NewEntry[]) => Promise<void>;

/** A shop's lines are written one set after the other: under load those who come meanwhile share a transaction. */
export function createWriteShown(database: Pick<Database, 'askAsShop'>): WriteShown {
  return together(
    async (shopId, sets) => {
      await database.askAsShop(shopId, appending(sets.flat()), { waitsForDisk: false });
      return sets.map(() => undefined);
    },
    { lanes: 1, most: 200 },
  );
}
