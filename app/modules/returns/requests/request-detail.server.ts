import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { keptRequests, requestOfReturn, type KeptPart, type KeptRequest } from './kept-request.server.ts';
import { partState, requestState } from './request-state.ts';
import type { RequestedReturn, RequestView } from './request.ts';
import { whatCame } from './what-came.server.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One request and how far it has come. Throws `not_found` for an id that is not one of this shop's. */
export async function requestDetail(ctx: ShopContext, requestId: string): Promise<RequestView> {
  if (!uuid.test(requestId)) throw notFound('request');
  return ctx.tx(async (tx) => {
    const [request] = await keptRequests(tx, { id: requestId });
    if (!request) throw notFound('request');
    return viewOf(tx, request);
  });
}

/** The request that a return at Shopify came from; null for one that was begun elsewhere. */
export async function requestBehind(tx: ShopTx, returnId: string): Promise<RequestView | null> {
  const found = await requestOfReturn(tx, returnId);
  return found && viewOf(tx, found.request);
}

async function viewOf(tx: ShopTx, request: KeptRequest): Promise<RequestView> {
  const came = await whatCame(tx, request.parts.flatMap(({ returnId }) => returnId ?? []), request.shown.currency);
  const isWithdrawn = request.withdrawnAt !== null;
  const returns = request.parts.map((part) => ({ part, state: partState(part, isWithdrawn) }));
  const mayCancel = !isWithdrawn && returns.every(({ part, state }) => isCancellable(part, state));
  return {
    id: request.id,
    orderId: request.orderId,
    orderName: request.orderName,
    source: request.source,
    state: requestState(returns.map(({ state }) => state), request.replacedBy !== null),
    createdAt: request.createdAt,
    withdrawnAt: request.withdrawnAt,
    replacedBy: request.replacedBy,
    locale: request.locale,
    lines: request.lines.map((line) => ({ ...line, road: request.parts.find(({ id }) => id === line.partId)?.road ?? 'original' })),
    returns: returns.map(({ part: { road, returnId, mirrored }, state }) => ({
      road,
      returnId,
      name: mirrored?.name ?? null,
      state,
      next: mirrored?.next ?? null,
      since: mirrored?.since ?? null,
      decline: mirrored?.decline ?? null,
      hasArrived: mirrored?.hasArrived ?? false,
      ...(came.get(returnId ?? '') ?? { refused: [], open: [], refunds: [] }),
    })),
    wayBack: request.wayBack,
    shown: request.shown,
    refundOn: request.refundOn,
    sends: request.parts.some(({ road }) => road !== 'keep'),
    mayCancel,
    mayChange: mayCancel,
  };
}

/** Until it is on its way back, and while nobody has worked on it; what may be kept is paid for as soon as it is open. */
function isCancellable({ road, mirrored }: KeptPart, state: RequestedReturn['state']): boolean {
  if (!mirrored) return false;
  return state === 'asked' || (state === 'send' && road !== 'keep' && !mirrored.isWorkedOn);
}
