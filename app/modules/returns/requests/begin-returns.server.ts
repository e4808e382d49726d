import { beginChain } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { makeReturnChain } from './make-return-chain.ts';

/** Begins to make the returns of a request, each by a chain of its own. */
export async function beginReturns(tx: ShopTx, { requestId, orderId, at }: { requestId: string; orderId: string; at: Date }): Promise<void> {
  const request = await tx.return_requests.findFirst({ where: { id: requestId }, select: { source: true, actor: true } });
  const parts = await tx.return_request_parts.findMany({ where: { request_id: requestId }, orderBy: { position: 'asc' }, select: { id: true } });
  for (const { id: partId } of parts) {
    const source = request?.source === 'staff' ? 'staff' : 'portal';
    const { chainId } = await beginChain(tx, makeReturnChain, { orderId, input: { partId }, requestKey: `returns.make:${partId}`, source, actor: request?.actor ?? null, at });
    await tx.return_request_parts.updateMany({ where: { id: partId }, data: { chain_id: chainId } });
  }
}
