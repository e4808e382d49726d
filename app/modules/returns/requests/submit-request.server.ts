import { notFound } from '#app/kernel/errors.ts';
import { advanceWatched } from '#app/modules/compensation/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { holdForRequest } from '../exchanges/holds/hold-for-request.server.ts';
import { readReturnsOf } from '../read-returns.server.ts';
import { beginReturns } from './begin-returns.server.ts';
import { keepRequest, type NewRequest } from './keep-request.server.ts';
import { makeReturnChain } from './make-return-chain.ts';
import { orderUnits } from './order-units.server.ts';
import { planRequest, type Wish } from './plan-request.server.ts';
import type { Plan, Problem, RequestSource, Shown, Submitted } from './request.ts';

/** A wish as it was confirmed. */
export interface ConfirmedWish extends Omit<Wish, 'gift'> {
  shown: Shown;
  /** Of the page it was confirmed on: however often it is sent, it is one request. */
  requestKey: string;
  locale: string;
  /** The recipient of a gift exchanges evenly alone. */
  source: RequestSource;
  actor: string | null;
  /** What is written down together with it, or not at all. */
  alongside?(tx: ShopTx, requestId: string): Promise<void>;
}

/**
 * Keeps a wish and makes its returns at Shopify, once for each key. What is shown must be what it means now; of wishes for the same units one
 * is kept. Where Shopify does not answer, a job goes on.
 */
export async function submitRequest(ctx: ShopContext, wish: ConfirmedWish): Promise<Submitted> {
  const { orderId, requestKey, shown, locale, source, actor } = wish;
  const known = await ctx.tx((tx) => requestOfKey(tx, wish));
  if (known) return goOn(ctx, known, orderId);
  const plan = await planRequest(ctx, { ...wish, gift: source === 'gift' });
  if (plan.is !== 'planned') return plan;
  if (!isAsShown(plan.shown, shown)) return { is: 'moved', now: plan.shown };
  const gone = await holdForRequest(ctx, { wish: requestKey, orderId, lines: plan.lines });
  if (gone.length > 0) return { is: 'refused', problems: gone };
  const kept = await ctx.tx(async (tx): Promise<{ requestId: string } | { problems: Problem[] }> => {
    await lockOrder(tx, orderId);
    const meanwhile = await requestOfKey(tx, wish);
    if (meanwhile) return { requestId: meanwhile };
    const problems = await tooMany(tx, orderId, plan);
    if (problems.length > 0) return { problems };
    const at = ctx.clock.now();
    const wanted: NewRequest = { orderId, plan, wayBack: wayBackOf(plan, wish), requestKey, locale, source, actor, replaces: null, at };
    const requestId = await keepRequest(tx, wanted);
    await beginReturns(tx, { requestId, orderId, at });
    await wish.alongside?.(tx, requestId);
    return { requestId };
  });
  return 'problems' in kept ? { is: 'refused', problems: kept.problems } : goOn(ctx, kept.requestId, orderId);
}

/** Takes the returns of a request as far as they go, and reads what came of it, so that it is seen at once. */
export async function goOn(ctx: ShopContext, requestId: string, orderId: string): Promise<{ is: 'made' | 'making'; requestId: string }> {
  const parts = () => ctx.tx((tx) => tx.return_request_parts.findMany({ where: { request_id: requestId }, orderBy: { position: 'asc' }, select: { return_id: true, chain_id: true } }));
  const open = (await parts()).flatMap(({ return_id, chain_id }) => (return_id === null && chain_id !== null ? [chain_id] : []));
  for (const chainId of open) await advanceWatched(ctx, [makeReturnChain], chainId);
  if (open.length > 0) await look(ctx, orderId);
  return { is: (await parts()).every(({ return_id }) => return_id !== null) ? 'made' : 'making', requestId };
}

/** Reads the order's returns where that goes; a job does it otherwise, which whoever made one has asked for. */
export async function look(ctx: ShopContext, orderId: string): Promise<void> {
  try {
    await readReturnsOf(ctx, orderId);
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'a return was not read after it was made');
  }
}

/** Of any number of wishes for an order one is counted after the other. */
export async function lockOrder(tx: ShopTx, orderId: string): Promise<void> {
  await tx.$queryRaw(sql`select id from orders where id = ${orderId} for update`);
}

/** What of a plan is no longer there, with all wishes counted that were kept meanwhile. */
export async function tooMany(tx: ShopTx, orderId: string, { lines }: Plan, freed: readonly string[] = []): Promise<Problem[]> {
  const units = await orderUnits(tx, orderId, freed);
  return [...Map.groupBy(lines, ({ lineId }) => lineId)].flatMap(([lineId, wished]): Problem[] => {
    const left = units.find((row) => row.lineId === lineId)?.left ?? 0;
    return wished.reduce((sum, line) => sum + line.units, 0) > left ? [{ lineId, problem: 'too_many', offer: null }] : [];
  });
}

/** True where the amounts are those that were shown. */
export function isAsShown(now: Shown, shown: Shown): boolean {
  return now.refund === shown.refund && now.owed === shown.owed && now.bonus === shown.bonus && now.currency === shown.currency;
}

/** What is kept needs no way back. */
export function wayBackOf({ parts }: Plan, { wayBack }: Wish): Wish['wayBack'] {
  return parts.every(({ road }) => road === 'keep') ? { kind: 'none', placeId: null, carrier: null, trackingNumber: null } : wayBack;
}

/** The request that a key became; throws where it was used for another order. */
export async function requestOfKey(tx: ShopTx, { requestKey, orderId }: Pick<ConfirmedWish, 'orderId' | 'requestKey'>): Promise<string | null> {
  const known = await tx.return_requests.findFirst({ where: { request_key: requestKey }, select: { id: true, order_id: true } });
  if (known && known.order_id !== orderId) throw notFound('order');
  return known?.id ?? null;
}
