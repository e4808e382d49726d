import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The order that staff mean by what it is called, with its sign or without; the newest, where several are. */
export async function orderNamed(tx: ShopTx, name: string): Promise<string | null> {
  const plain = name.replace(/^#/, '');
  if (plain === '') return null;
  const order = await tx.orders.findFirst({ where: { name: { in: [plain, `#${plain}`] }, deleted_at: null, fingerprint: { not: '' } }, orderBy: { processed_at: 'desc' }, select: { id: true } });
  return order?.id ?? null;
}
