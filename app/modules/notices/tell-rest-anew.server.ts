import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import { decideKey, decideNoticesJob } from './jobs.ts';

const unsaid = `
  update notices n set state = 'planned', message_id = null, further_messages = '{}', settled_at = null
    from json_to_recordset($1::json) as r("orderId" text, fact text)
   where n.order_id = r."orderId" and n.fact = r.fact and n.state = 'queued'
     and not exists (select from outbox m where (m.id = n.message_id or m.id = any (n.further_messages)) and m.state not in ('queued', 'dropped'))
  returning n.order_id as id`;

/** Plans these facts anew, whose message names something that is true no more, and so does not leave. What left on one way already is not told again. */
export async function tellRestAnew(tx: ShopTx, facts: readonly { orderId: string; fact: string }[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = await runInBulk<{ id: string }>(tx, unsaid, [JSON.stringify(facts)], 'notices-unsaid');
  await enqueueAll(tx, decideNoticesJob, [...new Set(rows.map(({ id }) => id))].map((orderId) => ({ key: decideKey(orderId), payload: { orderId } })));
}
