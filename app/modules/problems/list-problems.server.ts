import { sql, empty } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** A report as the list shows it. */
export interface ProblemSummary {
  id: string;
  orderId: string;
  orderName: string;
  kind: string;
  wish: string | null;
  state: string;
  words: string;
  items: number;
  photos: number;
  createdAt: Date;
}

export interface ProblemFilter {
  state: 'open' | 'closed' | null;
  kind: string | null;
}

const pageSize = 50;

/** The shop's reports, newest first, a page at a time; `nextCursor` is null on the last. */
export async function listProblems(
  ctx: ShopContext,
  { state, kind }: ProblemFilter,
  cursor: string | null = null,
): Promise<{ problems: ProblemSummary[]; nextCursor: string | null }> {
  const [, time, id] = /^(\d{1,15})\.([0-9a-f-]{1,60})$/.exec(cursor ?? '') ?? [];
  const rows = await ctx.tx((tx) =>
    tx.$queryRaw<ProblemSummary[]>(sql`
      select r.id, r.order_id as "orderId", o.name as "orderName", r.kind, r.wish, r.state, left(r.words, 200) as words, jsonb_array_length(r.lines) as items,
             (select count(*)::int from problem_photos p where p.report_id = r.id) as photos, r.created_at as "createdAt"
        from problem_reports r join orders o on o.id = r.order_id
       where true ${state === null ? empty : sql`and r.state = ${state}`} ${kind === null ? empty : sql`and r.kind = ${kind}`}
             ${time && id ? sql`and (r.created_at, r.id) < (${new Date(Number(time))}, ${id})` : empty}
       order by r.created_at desc, r.id desc limit ${pageSize + 1}`),
  );
  const problems = rows.slice(0, pageSize);
  const last = problems.at(-1);
  return { problems, nextCursor: rows.length > pageSize && last ? `${last.createdAt.getTime()}.${last.id}` : null };
}
