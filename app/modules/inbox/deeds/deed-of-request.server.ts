import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The chain that a click became, where it was heard before: a second click is the first. One that was another deed's is refused. */
export async function deedOfRequest(tx: ShopTx, key: string, { kind, orderId }: { kind: string; orderId: string }): Promise<string | null> {
  const chain = await tx.chains.findFirst({ where: { request_key: key }, select: { id: true, kind: true, order_id: true } });
  if (chain && (chain.kind !== kind || chain.order_id !== orderId)) throw new ExpectedError('used', 409, 'This click was used for something else.');
  return chain?.id ?? null;
}
