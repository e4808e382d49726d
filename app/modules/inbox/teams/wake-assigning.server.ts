import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { assignWaitingJob } from './jobs.ts';

/** Has waiting tickets given to somebody, once this is committed, or at a later moment. */
export async function wakeAssigning(tx: ShopTx, runAt?: Date): Promise<void> {
  await enqueue(tx, assignWaitingJob, {}, runAt ? { runAt, key: `${assignWaitingJob.name}:${runAt.toISOString()}` } : { key: assignWaitingJob.name });
}

/** The same where a change of this ticket gives reason: it waits for somebody, or it leaves room for another. */
export async function wakeAssigningFor(tx: ShopTx, ticketId: number): Promise<void> {
  const [reason] = await tx.$queryRaw<{ is: boolean }[]>`
    select case when t.spam or t.merged_into is not null or t.state in ('solved', 'closed', 'waiting_customer', 'waiting_third', 'snoozed') then a.most_open is not null
                else g.assigns in ('in_turn', 'least_busy') and (t.assignee_id is null or a.away_since is not null) end as is
      from tickets t left join teams g on g.id = t.team_id left join agents a on a.staff_id = t.assignee_id where t.id = ${ticketId}`;
  if (reason?.is) await wakeAssigning(tx);
}

/** The same where a ticket was taken from somebody who takes only so many. */
export async function wakeAssigningAfter(tx: ShopTx, staffId: string): Promise<void> {
  if ((await tx.agents.count({ where: { staff_id: staffId, most_open: { not: null } } })) > 0) await wakeAssigning(tx);
}
