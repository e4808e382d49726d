import { after, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { askSatisfactionJob } from './jobs.ts';
import { satisfactionSetting } from './satisfaction-setting.ts';

/** A ticket was solved then: its customer is asked some time after that, where the shop wants it and it still is. */
export async function planAsking(tx: ShopTx, ticketId: number, solvedAt: Date): Promise<void> {
  const { asks, afterHours } = (await readSetting(tx, satisfactionSetting)).value;
  if (asks) await enqueue(tx, askSatisfactionJob, { ticketId }, { key: `${askSatisfactionJob.name}:${ticketId}`, runAt: after(solvedAt, afterHours * hour) });
}
