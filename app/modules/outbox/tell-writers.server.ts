import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import { letterMovedJob } from './jobs.server.ts';
import type { Message } from './store.server.ts';

/** Has whoever wrote these letters look at what became of them, once this is committed; what is no letter is nobody's. */
export async function tellWriters(tx: ShopTx, messages: readonly (Pick<Message, 'id'> & { letter?: unknown })[]): Promise<void> {
  const letters = messages.filter(({ letter }) => letter !== null && letter !== undefined);
  await enqueueAll(tx, letterMovedJob, letters.map(({ id }) => ({ key: `${letterMovedJob.name}:${id}`, payload: { id: String(id) } })));
}
