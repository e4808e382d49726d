import { unknownIntent } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { arrangeTickets } from './arrange-tickets.server.ts';
import { changeFromPage } from './change-from-page.server.ts';
import { followTicket } from './follow-ticket.server.ts';

interface Asked {
  /** As it stands in the address. */
  id: string;
  form: FormData;
  staffId: string | null;
}

/** Does what a form of a ticket's page asks. */
export async function actOnTicket(ctx: ShopContext, asked: Asked) {
  const { form, staffId } = asked;
  switch (form.get('intent')) {
    case 'change':
      return changeFromPage(ctx, asked);
    case 'follow':
      if (staffId === null) throw unknownIntent();
      await followTicket(ctx, { id: asked.id, staffId, follows: form.get('follows') === 'yes' });
      return { is: 'followed' as const };
    case 'merge':
    case 'unmerge':
    case 'split':
    case 'undo-split':
      return arrangeTickets(ctx, asked);
    default:
      throw unknownIntent();
  }
}
