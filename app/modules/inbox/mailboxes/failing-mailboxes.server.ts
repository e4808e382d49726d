import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The addresses whose mail does not come in, as far as we can tell. */
export async function failingMailboxes(tx: ShopTx): Promise<string[]> {
  const rows = await tx.mailboxes.findMany({ where: { state: 'failing' }, orderBy: { address: 'asc' }, select: { address: true } });
  return rows.map(({ address }) => address);
}
