import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { countViews, type ViewCounts } from './count-views.server.ts';
import { deskChoices, type DeskChoices } from './desk-choices.server.ts';
import type { DeskQuery } from './ui/desk-query.ts';
import type { DeskRow } from './desk-row.ts';
import { listTickets } from './list-tickets.server.ts';
import { savedViews, type SavedView } from './saved-views.server.ts';

/** The desk as one person of the shop sees it. */
export interface Desk extends DeskChoices {
  rows: DeskRow[];
  nextCursor: string | null;
  counts: ViewCounts;
  /** The views that are kept. */
  saved: SavedView[];
  /** The reader; null where Shopify did not say who it is. */
  staffId: string | null;
  /** True while nobody ever wrote. */
  isNew: boolean;
  /** Whether customers can write to an address; asked while nobody ever wrote. */
  hasAddress: boolean;
}

/** The list of conversations under a query, its views with their counts, and what it can be narrowed by. */
export async function deskPage(ctx: ShopContext, query: DeskQuery, staffId: string | null): Promise<Desk> {
  return ctx.tx(async (tx) => {
    const page = await listTickets(tx, query, staffId);
    const isNew = page.rows.length === 0 && (await tx.tickets.findFirst({ select: { id: true } })) === null;
    return {
      ...page,
      ...(await deskChoices(tx, staffId)),
      counts: await countViews(tx, staffId),
      saved: await savedViews(tx, staffId),
      staffId,
      isNew,
      hasAddress: !isNew || (await tx.mailboxes.findFirst({ select: { id: true } })) !== null,
    };
  });
}
