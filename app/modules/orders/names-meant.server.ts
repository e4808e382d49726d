import type { ShopTx } from '#app/platform/db/database.server.ts';
import { namesInText } from './names-in-text.ts';

/** What the order may be called that somebody of the shop means by what they typed: with its sign or without, and with what this shop sets around its numbers. */
export async function orderNamesMeant(tx: ShopTx, typed: string): Promise<string[]> {
  const name = typed.normalize('NFKC').replaceAll('\0', '').trim();
  const plain = name.replace(/^#/, '');
  if (plain === '') return [];
  const asSaid = [name, plain, `#${plain}`];
  // Several words, or a number of a parcel, are what no order is called.
  if (!/^[^\s\d]{0,12}\d{1,12}[^\s\d]{0,12}$/.test(plain)) return [...new Set(asSaid)];
  const latest = await tx.orders.findFirst({ where: { deleted_at: null, fingerprint: { not: '' } }, orderBy: { processed_at: 'desc' }, select: { name: true } });
  return [...new Set([...asSaid, ...namesInText(plain, latest?.name ?? null).keys()])];
}
