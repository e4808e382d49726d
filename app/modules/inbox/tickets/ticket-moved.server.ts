import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { settlePromises } from '../promises/settle-promises.server.ts';
import { wakeAssigningFor } from '../teams/wake-assigning.server.ts';

/** To be said after whatever changed a ticket, in the transaction that did: its promises are reckoned anew, its team finds somebody, and open screens read it again. */
export async function ticketMoved(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  await settlePromises(tx, ticketId, now);
  await wakeAssigningFor(tx, ticketId);
  await announce(tx, 'tickets', String(ticketId));
}
