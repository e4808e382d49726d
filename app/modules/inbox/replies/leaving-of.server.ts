import { leavesFrom } from '#app/modules/sending/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { senderOf } from './sender-of.server.ts';

/** An answer that leaves from another address than the one that is written to. */
export interface Leaving {
  from: string;
  answersTo: string;
}

/** From where answers to a mailbox leave, where that is not the address they are answered at; null where both are one, or the shop has no address. */
export async function leavingOf(tx: ShopTx, { mailboxId, houseAddress }: { mailboxId: string | null; houseAddress: string }): Promise<Leaving | null> {
  const sender = await senderOf(tx, mailboxId);
  if (!sender) return null;
  const from = (await leavesFrom(tx, houseAddress))(sender.address);
  return from.toLowerCase() === sender.address.toLowerCase() ? null : { from, answersTo: sender.address };
}
