import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { holdExchanges } from './hold-exchanges.server.ts';

interface Asked {
  /** The key of the request that is about to be kept. */
  wish: string;
  orderId: string;
  lines: readonly { lineId: string; variantId: string | null; units: number }[];
  /** The request in whose place it comes. */
  inPlaceOf?: string;
}

/** Lines whose goods are gone. */
type Gone = { lineId: string; problem: 'sold_out' | 'variant_missing'; offer: null }[];

/** Sets aside what is about to be exchanged for, where the shop wants that, and says which lines cannot have it: then nothing is set aside. */
export async function holdForRequest(ctx: ShopContext, { wish, orderId, lines, inPlaceOf }: Asked): Promise<Gone> {
  const wanted = lines.flatMap(({ variantId, units: quantity }) => (variantId === null ? [] : [{ variantId, quantity }]));
  const former = inPlaceOf === undefined ? null : await ctx.tx((tx) => tx.return_requests.findFirst({ where: { id: inPlaceOf }, select: { request_key: true } }));
  const holding = await holdExchanges(ctx, { wish, orderId, wanted, inPlaceOf: former?.request_key ?? null });
  if (holding.is !== 'gone') return [];
  return lines.flatMap(({ lineId, variantId }) => holding.problems.filter((row) => row.variantId === variantId).map(({ problem }) => ({ lineId, problem: problem === 'unknown' ? ('variant_missing' as const) : ('sold_out' as const), offer: null })));
}
