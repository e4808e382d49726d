import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJobs, enqueueAll } from '#app/platform/jobs/job.server.ts';
import { announceKey, announcePeakJob } from '../jobs.ts';
import { peakSetting } from '../profile.ts';
import { announcedAt } from './announcement.ts';

/** Has every profile that is to be announced announced at its moment, and takes back what no longer is; in the transaction that reads the plan. */
export async function planAnnouncements(tx: ShopTx, zone: string): Promise<void> {
  const { value: profiles } = await readSetting(tx, peakSetting);
  const planned = profiles.map((profile) => ({ key: announceKey(profile.id, ''), payload: { id: profile.id, after: '' }, at: profile.endedAt === null ? announcedAt(profile, zone) : null }));
  await enqueueAll(tx, announcePeakJob, planned.flatMap(({ at, ...work }) => (at === null ? [] : [{ ...work, runAt: at }])));
  await cancelJobs(tx, planned.filter(({ at }) => at === null).map(({ key }) => key));
}
