import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The mailbox that speaks. */
export interface ReplySender {
  address: string;
  name: string;
  /** How mail to it comes in, as it is stored. */
  wayIn: string;
  settings: unknown;
}

/** The mailbox that a ticket's customer wrote to, else the shop's first; null where it has none, and speaks as its sending settings say. */
export async function senderOf(tx: ShopTx, mailboxId: string | null): Promise<ReplySender | null> {
  const rows = await tx.mailboxes.findMany({ orderBy: [{ is_default: 'desc' }, { created_at: 'asc' }], select: { id: true, address: true, name: true, way_in: true, settings: true } });
  const box = rows.find(({ id }) => id === mailboxId) ?? rows[0];
  return box ? { address: box.address, name: box.name, wayIn: box.way_in, settings: box.settings } : null;
}
