import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { watchPromisesJob } from './jobs.ts';

/** Has the promises of a conversation looked at then, and not before; asked again, the last moment holds. */
export async function lookAtPromises(tx: ShopTx, ticketId: number, at: Date): Promise<void> {
  await enqueue(tx, watchPromisesJob, { ticketId }, { key: promisesKey(ticketId), runAt: at });
}

export const promisesKey = (ticketId: number): string => `inbox-promises:${ticketId}`;
