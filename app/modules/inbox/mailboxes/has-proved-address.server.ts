import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Whether mail to one of the shop's addresses was seen to arrive. */
export async function hasProvedAddress(tx: ShopTx): Promise<boolean> {
  return (await tx.mailboxes.findFirst({ where: { verified_at: { not: null } }, select: { id: true } })) !== null;
}
