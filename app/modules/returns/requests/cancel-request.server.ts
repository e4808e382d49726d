import { append } from '#app/modules/journal/index.server.ts';
import { advanceWatched, beginChain, chainOfRequest, chainStates } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { requestDetail } from './request-detail.server.ts';
import type { RequestView } from './request.ts';
import { lockOrder, look } from './submit-request.server.ts';
import { withdrawChain } from './withdraw-chain.ts';

/** What became of taking a request back. `cancelling`: it goes on by itself. `too_late`: it is on its way, or somebody has worked on it. */
export type Cancelled = { is: 'cancelled' | 'cancelling' | 'too_late' };

/** Takes a request back with all its returns at Shopify, once for each key. Throws `not_found` for one that is not this shop's. */
export async function cancelRequest(ctx: ShopContext, requestId: string, { key }: { key: string }): Promise<Cancelled> {
  const view = await requestDetail(ctx, requestId);
  const begun = await ctx.tx((tx) => beginWithdrawal(tx, view, { key, successor: null, at: ctx.clock.now() }));
  if (begun) return carryOut(ctx, begun, view);
  const { state, withdrawnAt } = await requestDetail(ctx, requestId);
  if (state === 'cancelled' || state === 'replaced') return { is: 'cancelled' };
  return { is: withdrawnAt ? 'cancelling' : 'too_late' };
}

/** Writes down that a request is taken back, and what comes in its place; null where it may not be any more. A key that is known is the withdrawal it was. */
export async function beginWithdrawal(tx: ShopTx, view: RequestView, { key, successor, at }: { key: string; successor: string | null; at: Date }): Promise<string | null> {
  await lockOrder(tx, view.orderId);
  const known = await chainOfRequest(tx, withdrawalOf(key));
  if (known) return known;
  if (!view.mayCancel) return null;
  const { count } = await tx.return_requests.updateMany({ where: { id: view.id, withdrawn_at: null }, data: { withdrawn_at: at } });
  if (count === 0) return null;
  const returnIds = view.returns.flatMap(({ returnId }) => returnId ?? []);
  const { chainId } = await beginChain(tx, withdrawChain, { orderId: view.orderId, input: { requestId: view.id, returnIds, successor }, requestKey: withdrawalOf(key), source: 'portal', actor: null, at });
  await append(tx, [
    { type: 'return.withdrawn', happenedAt: at, orderId: view.orderId, source: 'customer', data: { requestId: view.id, items: view.lines.reduce((sum, { units }) => sum + units, 0), changed: successor !== null }, dedupeKey: `return.withdrawn:${chainId}` },
  ]);
  return chainId;
}

/** Under which key the withdrawal of a form is known. */
export function withdrawalOf(key: string): string {
  return `returns.withdraw:${key}`;
}

/** Takes a withdrawal as far as it goes. */
export async function carryOut(ctx: ShopContext, chainId: string, { id, orderId }: Pick<RequestView, 'id' | 'orderId'>): Promise<Cancelled> {
  await advanceWatched(ctx, [withdrawChain], chainId);
  await look(ctx, orderId);
  return ctx.tx(async (tx) => {
    const states = await chainStates(tx, [chainId]);
    if (states.get(chainId) !== 'done') return { is: 'cancelling' };
    const row = await tx.return_requests.findFirst({ where: { id }, select: { withdrawn_at: true } });
    return { is: row?.withdrawn_at ? 'cancelled' : 'too_late' };
  });
}
