import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { countViews, type ViewCounts } from './count-views.server.ts';
import type { DeskQuery } from './desk-query.ts';
import type { DeskRow } from './desk-row.ts';
import { listTickets } from './list-tickets.server.ts';
import { savedViews, type SavedView } from './saved-views.server.ts';

/** Somebody a conversation can be given to. */
export interface Colleague {
  id: string;
  name: string | null;
}

/** The desk as one person of the shop sees it. */
export interface Desk {
  rows: DeskRow[];
  nextCursor: string | null;
  counts: ViewCounts;
  teams: { id: string; name: string }[];
  /** The views that are kept. */
  saved: SavedView[];
  /** Who can be assigned, the reader first. */
  colleagues: Colleague[];
  /** The reader; null where Shopify did not say who it is. */
  staffId: string | null;
  /** The tags that are in use on what is not done. */
  tags: string[];
  /** True while nobody ever wrote. */
  isNew: boolean;
}

const mostColleagues = 100;
const mostTags = 50;

/** The list of conversations under a query, its views with their counts, and what it can be narrowed by. */
export async function deskPage(ctx: ShopContext, query: DeskQuery, staffId: string | null): Promise<Desk> {
  return ctx.tx(async (tx) => {
    const page = await listTickets(tx, query, staffId);
    const staff: Colleague[] = await tx.$queryRaw`
      select s.id, coalesce(a.display_name, s.name) as name from staff_members s left join agents a on a.staff_id = s.id
       order by s.id = coalesce(${staffId}, '') desc, name nulls last, s.id limit ${mostColleagues}`;
    const tags: { tag: string }[] = await tx.$queryRaw`
      select tag from tickets t cross join unnest(t.tags) tag where t.state not in ('solved', 'closed') and not t.spam and t.merged_into is null and t.tags <> '{}'
       group by tag order by count(*) desc, tag limit ${mostTags}`;
    return {
      ...page,
      counts: await countViews(tx, staffId),
      saved: await savedViews(tx, staffId),
      teams: await tx.teams.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } }),
      colleagues: staff,
      staffId,
      tags: tags.map(({ tag }) => tag),
      isNew: page.rows.length === 0 && (await tx.tickets.findFirst({ select: { id: true } })) === null,
    };
  });
}
