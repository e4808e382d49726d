import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { marksOfOpen } from './marks-of-open.server.ts';

/** Marks what is not done with whom the shop values by its measure as it is now. What is promised already stays as it is: it takes note of the mark, so that only what changes from now on moves a clock. */
export async function markTickets(tx: ShopTx): Promise<void> {
  const marked = await marksOfOpen(tx, { all: true, holds: true });
  if (marked.length === 0) return;
  const ids = marked.map(({ id }) => id);
  const reasons = marked.map(({ is }) => is);
  await tx.$executeRaw(sql`update tickets t set valued_by = now.reason from unnest(${ids}::int[], ${reasons}::text[]) as now (id, reason) where t.id = now.id`);
  await tx.$executeRaw(sql`update ticket_promises p set valued = now.reason is not null from unnest(${ids}::int[], ${reasons}::text[]) as now (id, reason) where p.ticket_id = now.id and p.ended_at is null`);
}
