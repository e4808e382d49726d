import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actsOn } from '../acts.ts';
import { returnViews } from '../return-views.server.ts';
import type { ReturnView } from '../views.ts';
import { keptRequests, requestOfReturn, type KeptRequest } from './kept-request.server.ts';
import { partState, requestState } from './request-state.ts';
import type { RequestedReturn, RequestView } from './request.ts';
import { standings } from './stand-of.server.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One request and how far it has come. Throws `not_found` for an id that is not one of this shop's. */
export function requestDetail(ctx: ShopContext, requestId: string): Promise<RequestView> {
  return ctx.tx(async (tx) => {
    const [request] = uuid.test(requestId) ? await keptRequests(tx, { id: requestId }) : [];
    const view = request && (await requestView(tx, request));
    if (!view) throw notFound('request');
    return view;
  });
}

/** The request that a return at Shopify came from; null for one that was begun elsewhere. */
export async function requestBehind(tx: ShopTx, returnId: string): Promise<RequestView | null> {
  const found = await requestOfReturn(tx, returnId);
  return found && requestView(tx, found.request);
}

async function requestView(tx: ShopTx, request: KeptRequest): Promise<RequestView | null> {
  const order = await tx.orders.findFirst({ where: { id: request.orderId, deleted_at: null }, select: { name: true } });
  if (!order) return null;
  const sold = await tx.order_lines.findMany({ where: { order_id: request.orderId }, select: { id: true, title: true, variant_title: true, image_url: true } });
  const views = await returnViews(tx, { id: { in: request.parts.flatMap(({ returnId }) => returnId ?? []) } });
  const found = await standings(tx, [request]);
  const returns = request.parts.map((part): RequestedReturn => {
    const view = views.find(({ id }) => id === part.returnId);
    const standing = found.get(part.id);
    return {
      road: part.road,
      returnId: part.returnId,
      name: view?.name ?? null,
      state: standing ? partState(standing) : 'making',
      next: view?.next ?? null,
      since: view?.waitsSince ?? null,
      decline: view?.decline ?? null,
    };
  });
  const mayCancel = request.withdrawnAt === null && returns.every(({ state, returnId, road }) => isCancellable(road, state, views.find(({ id }) => id === returnId)));
  return {
    id: request.id,
    orderId: request.orderId,
    orderName: order.name,
    state: requestState(returns.map(({ state }) => state)),
    createdAt: request.createdAt,
    withdrawnAt: request.withdrawnAt,
    locale: request.locale,
    lines: request.lines.map((line) => {
      const { title = '', variant_title: variantTitle = null, image_url: image = null } = sold.find(({ id }) => id === line.lineId) ?? {};
      const road = request.parts.find(({ id }) => id === line.partId)?.road ?? 'original';
      return { ...line, title, variantTitle, image, road };
    }),
    returns,
    wayBack: request.wayBack,
    shown: request.shown,
    refundOn: request.refundOn,
    sends: request.parts.some(({ road }) => road !== 'keep'),
    mayCancel,
    mayChange: mayCancel,
  };
}

/** Until it is on its way back, and while nobody has worked on it; what may be kept is paid for as soon as it is open. */
function isCancellable(road: RequestedReturn['road'], state: RequestedReturn['state'], view: ReturnView | undefined): boolean {
  if (!view) return false;
  if (state === 'asked') return true;
  return state === 'send' && road !== 'keep' && actsOn(view).includes('cancel');
}
