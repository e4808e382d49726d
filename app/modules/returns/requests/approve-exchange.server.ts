import { gid } from '#app/kernel/ids.ts';
import { advanceWatched, beginChain, chainOfRequest, chainsInTrouble, type AnyChain } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { calculateReturn } from '../money/calculate-return.server.ts';
import type { AgreedExchange } from '../money/preview-return.server.ts';
import { requestOfReturn, type KeptLine, type KeptPart, type KeptRequest } from './kept-request.server.ts';
import { replaceReturnChain } from './replace-return-chain.ts';

interface Asked {
  request: KeptRequest;
  part: KeptPart;
  lines: KeptLine[];
}

/** What came of an approval. `running`: it goes on by itself. */
export type ExchangeApproved = { is: 'done' | 'running' } | { is: 'stuck'; detail: string };

const kinds: readonly AnyChain[] = [replaceReturnChain];

/** Approves a return that an exchange was wished for: it ends as an open return with the exchange in it. Null where there is none to be put in. */
export async function approveExchange(ctx: ShopContext, returnId: string, by: string | null): Promise<ExchangeApproved | null> {
  const asked = await ctx.tx((tx) => requestOfReturn(tx, returnId));
  if (!asked || asked.part.returnId !== returnId || asked.lines.every(({ exchange }) => exchange === null)) return null;
  const requestKey = `returns.replace:${returnId}`;
  const known = await ctx.tx((tx) => chainOfRequest(tx, requestKey));
  const chainId = known ?? (await begin(ctx, asked, { returnId, requestKey, by }));
  const state = await advanceWatched(ctx, kinds, chainId);
  if (state === 'done' || state === 'running') return { is: state };
  const trouble = (await ctx.tx((tx) => chainsInTrouble(tx, asked.request.orderId))).find(({ id }) => id === chainId);
  return { is: 'stuck', detail: trouble?.detail ?? '' };
}

async function begin(ctx: ShopContext, asked: Asked, { returnId, requestKey, by }: { returnId: string; requestKey: string; by: string | null }): Promise<string> {
  const prices = await newPrices(ctx, asked);
  return ctx.tx(async (tx) => {
    const begun = await beginChain(tx, replaceReturnChain, {
      orderId: asked.request.orderId,
      input: { partId: asked.part.id, returnId },
      requestKey,
      subject: returnId,
      source: by === null ? 'job' : 'staff',
      actor: by,
      at: ctx.clock.now(),
    });
    if (begun.is === 'new') await keepPrices(tx, asked, prices);
    await tx.return_request_parts.updateMany({ where: { id: asked.part.id }, data: { chain_id: begun.chainId } });
    return begun.chainId;
  });
}

/** Puts the exchange into returns of an order that were approved in Shopify's own admin, which knows nothing of it. */
export async function followApprovals(ctx: ShopContext, orderId: string): Promise<void> {
  const bare = await ctx.tx(async (tx) => {
    const requests = await tx.return_requests.findMany({ where: { order_id: orderId, approval: 'person', withdrawn_at: null }, select: { id: true } });
    const parts = await tx.return_request_parts.findMany({ where: { request_id: { in: requests.map(({ id }) => id) }, return_id: { not: null } }, select: { return_id: true } });
    const open = await tx.returns.findMany({ where: { id: { in: parts.flatMap(({ return_id }) => return_id ?? []) }, status: 'open' }, select: { id: true } });
    const filled = await tx.return_exchange_lines.findMany({ where: { return_id: { in: open.map(({ id }) => id) } }, select: { return_id: true } });
    return open.map(({ id }) => id).filter((id) => !filled.some(({ return_id }) => return_id === id));
  });
  for (const returnId of bare) await approveExchange(ctx, returnId, null);
}

/** Goods became dearer since they were promised: the difference is taken off, so that they cost what was agreed; what became cheaper is cheaper. */
async function newPrices(ctx: ShopContext, { request, part, lines }: Asked): Promise<Map<string, AgreedExchange>> {
  const exchanged = lines.flatMap(({ id, exchange, units }) => (exchange ? [{ id, exchange, units }] : []));
  const { agreed: now } = await calculateReturn(ctx.admin, {
    orderId: gid('Order', request.orderId),
    currency: part.shown.currency,
    units: [],
    exchanges: exchanged.map(({ exchange, units }) => ({ variantId: gid('ProductVariant', exchange.variantId), quantity: units, discount: null })),
    returnShippingFee: 0,
  });
  return new Map(
    exchanged.flatMap(({ id, exchange: { agreed }, units }, at) => {
      const found = now[at];
      if (!found || found.unitPrice === agreed.unitPrice) return [];
      const dearer = (found.unitPrice - agreed.unitPrice) * units;
      return [[id, { ...found, discount: dearer > 0 ? { amount: dearer } : null }] as const];
    }),
  );
}

async function keepPrices(tx: ShopTx, { lines }: Asked, prices: ReadonlyMap<string, AgreedExchange>): Promise<void> {
  for (const { id, exchange } of lines) {
    const agreed = prices.get(id);
    if (exchange && agreed) await tx.return_request_lines.updateMany({ where: { id }, data: { exchange: JSON.parse(JSON.stringify({ ...exchange, agreed })) } });
  }
}
