import type { ShopTx } from '#app/platform/db/database.server.ts';
import { roomToGive, type OrderWorth, type Room } from './ledger.ts';
import { orderNow } from './order-now.server.ts';
import { readLedger } from './read-ledger.server.ts';

/** What may still be given for an order and for each of its lines, as the ledger stands; nothing is set aside by asking. */
export async function roomLeft(tx: ShopTx, worth: OrderWorth, goodwillLimit: number): Promise<{ order: Room; lines: ReadonlyMap<string, Room> }> {
  return roomToGive(await orderNow(tx, worth, 'read'), await readLedger(tx, worth.orderId), goodwillLimit);
}
