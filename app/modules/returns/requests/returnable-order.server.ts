import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { decideLines } from '../policy/decide-lines.server.ts';
import { keptRequests } from './kept-request.server.ts';
import { orderUnits } from './order-units.server.ts';
import { partState, requestState } from './request-state.ts';
import type { RequestSummary, ReturnableOrder } from './request.ts';
import { returnReasons } from './return-reasons.server.ts';

/** Of a line that is looked at: how many units of it, and why, as far as its customer has said. */
export interface LookedAt {
  lineId: string;
  units: number;
  /** The number of Shopify's reason. */
  reasonId: string | null;
}

/**
 * The lines of an order, what of them may still come back, and what the policy gives for each; what was not looked at closer is decided for one
 * unit. Null while the shop promises nothing. Throws `not_found` for an order that is not this shop's. `freed`: returns in whose place something
 * else would come.
 */
export async function returnableOrder(ctx: ShopContext, orderId: string, looked: readonly LookedAt[] = [], freed: readonly string[] = []): Promise<ReturnableOrder | null> {
  if (!isNumericId(orderId)) throw notFound('order');
  const { order, units, requests } = await ctx.tx((tx) => readHeld(tx, orderId, freed));
  const open = units.filter(({ left }) => left > 0);
  const reasons = await returnReasons(ctx, orderId, open);
  const wishes = open.map(({ lineId, left }) => {
    const asked = looked.find((row) => row.lineId === lineId);
    return { lineId, units: Math.min(left, Math.max(1, asked?.units ?? 1)), reason: reasons.get(lineId)?.find(({ id }) => id === asked?.reasonId)?.handle ?? null };
  });
  const decisions = await decideLines(ctx, orderId, wishes);
  if (!decisions) return null;
  return {
    orderId,
    name: order.name,
    currency: order.presentment_currency,
    locale: order.customer_locale,
    customerId: order.customer_id,
    lines: units.map(({ left, ...line }) => ({ ...line, returnable: left, reasons: reasons.get(line.lineId) ?? [], decision: decisions.get(line.lineId) ?? null })),
    requests,
  };
}

async function readHeld(tx: ShopTx, orderId: string, freed: readonly string[]) {
  const order = await tx.orders.findFirst({ where: { id: orderId, deleted_at: null, redacted_at: null, fingerprint: { not: '' } }, select: { name: true, presentment_currency: true, customer_locale: true, customer_id: true } });
  if (!order) throw notFound('order');
  return { order, units: await orderUnits(tx, orderId, freed), requests: await summaries(tx, orderId) };
}

async function summaries(tx: ShopTx, orderId: string): Promise<RequestSummary[]> {
  const requests = await keptRequests(tx, { orderId });
  return requests.map(({ id, source, createdAt, withdrawnAt, replacedBy, parts, lines }) => ({
    id,
    source,
    state: requestState(parts.map((part) => partState(part, withdrawnAt !== null)), replacedBy !== null),
    createdAt,
    units: lines.reduce((sum, line) => sum + line.units, 0),
  }));
}
