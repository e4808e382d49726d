import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ReturnView } from '../../views.ts';
import { agreedOf } from '../../requests/agreed-of.server.ts';

/** What may be done about a warranty case now: approve it with the same goods to go out, or send those. */
export type ReplacementStep = 'approve' | 'send';

/** The next step of a replacement; null where the return is no warranty case, nothing is left to send, or a person has to look otherwise. */
export async function replacementOf(tx: ShopTx, view: Pick<ReturnView, 'exchangeLines' | 'id' | 'status'>): Promise<ReplacementStep | null> {
  const agreed = await agreedOf(tx, view.id);
  if (agreed?.road !== 'warranty') return null;
  if (view.status === 'requested') return 'approve';
  return view.status === 'open' && view.exchangeLines.some(({ processed, quantity }) => processed < quantity) ? 'send' : null;
}
