import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The addresses the shop itself writes from. */
export async function ownAddresses(tx: ShopTx): Promise<ReadonlySet<string>> {
  const boxes = await tx.mailboxes.findMany({ select: { address: true } });
  return new Set(boxes.map(({ address }) => address.toLowerCase()));
}
