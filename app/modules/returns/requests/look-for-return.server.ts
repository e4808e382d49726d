import { gid, numericId } from '#app/kernel/ids.ts';
import { after, minute } from '#app/kernel/time.ts';
import { isAnotherSending, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { ReturnsMadeDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { requestOfPart } from './kept-request.server.ts';
import { isSameReturn } from './same-return.ts';

/** Shopify's clock and ours agree to so much. */
const clockSkew = minute;

/**
 * Looks for a return that was made since it was sent, with the same in it, and that no other wish became. Of several that are alike any will do:
 * whatever tells them apart is kept here. What is found is the part's from then on, so that nobody else takes it.
 */
export async function lookForReturn(ctx: ShopContext, { chainId, input: { partId }, sentAt, orderId }: StepAt<{ partId: string }>): Promise<StepResult | null> {
  const known = await ctx.tx((tx) => requestOfPart(tx, partId));
  if (!known) throw new Error(`The part ${partId} is not known any more.`);
  const { part, lines } = known;
  if (part.returnId !== null) return { returnId: part.returnId };
  const { order } = await ctx.admin.run(ReturnsMadeDocument, { orderId: gid('Order', orderId) });
  if (!order) throw new Error(`Order ${orderId} cannot be read.`);
  const since = after(sentAt, -clockSkew);
  const alike = order.returns.nodes.filter((made) => new Date(made.createdAt) >= since && isSameReturn(made, part, lines)).map(({ id }) => numericId('Return', id));
  return ctx.tx((tx) => takeOne(tx, { orderId, partId, alike, chainId, now: ctx.clock.now() }));
}

interface Sought {
  orderId: string;
  partId: string;
  alike: readonly string[];
  chainId: string;
  now: Date;
}

/** Of several that look at once, each takes another: the order is locked while one takes. Nobody takes what another may be making. */
async function takeOne(tx: ShopTx, { orderId, partId, alike, ...looker }: Sought): Promise<StepResult | null> {
  await tx.$queryRaw(sql`select id from orders where id = ${orderId} for update`);
  const taken = await tx.return_request_parts.findMany({ where: { OR: [{ return_id: { in: [...alike] } }, { former_return_ids: { hasSome: [...alike] } }] }, select: { return_id: true, former_return_ids: true } });
  const found = alike.findLast((id) => !taken.some(({ return_id, former_return_ids }) => return_id === id || former_return_ids.includes(id)));
  if (found === undefined) return null;
  if (await isAnotherSending(tx, { orderId, ...looker })) throw new Error(`Another return of order ${orderId} is being made.`);
  await tx.return_request_parts.updateMany({ where: { id: partId }, data: { return_id: found } });
  return { returnId: found };
}
