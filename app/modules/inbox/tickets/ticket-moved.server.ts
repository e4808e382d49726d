import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** To be said after whatever changed a ticket, in the transaction that did: open screens read it again. */
export async function ticketMoved(tx: ShopTx, ticketId: number): Promise<void> {
  await announce(tx, 'tickets', String(ticketId));
}
