import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isLive, isOurTurn } from './desk-conditions.server.ts';

/** What waits for a word of one person of the shop: theirs, and what is nobody's yet. */
export interface WaitingFor {
  count: number;
  /** The last that its customer wrote in; null where nothing waits. */
  newest: { id: number; subject: string; person: string | null; at: Date } | null;
}

/** What waits for this person of the shop, wherever in the app they are. */
export async function waitingFor(ctx: ShopContext, staffId: string | null): Promise<WaitingFor> {
  const theirs = sql`${isLive} and ${isOurTurn} and (t.assignee_id is null or t.assignee_id = ${staffId})`;
  return ctx.tx(async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number }[]>(sql`select count(*)::int as count from tickets t where ${theirs}`);
    const [newest] = await tx.$queryRaw<NonNullable<WaitingFor['newest']>[]>(sql`
      select t.id, t.subject, p.name as person, t.last_message_at as at from tickets t join people p on p.id = t.person_id
       where ${theirs} and t.last_from = 'customer' order by t.last_message_at desc, t.id desc limit 1`);
    return { count: counted?.count ?? 0, newest: newest ?? null };
  });
}
