import { openTicketPage } from '#app/modules/inbox/index.server.ts';
import type { TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** The conversation as somebody who opens it is shown it. */
export async function openView(ctx: ShopContext, asked: { ticketId: number; staffId: string | null; most: number }): Promise<TicketView> {
  return (await openTicketPage(ctx, { ...asked, houseAddress: 'care@aftercare.example' })).view;
}
