import { waysFor } from '#app/modules/portal/index.server.ts';
import { policyWords, type ReturnableOrder } from '#app/modules/returns/index.pure.ts';
import { returnableOrder } from '#app/modules/returns/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ChosenLine } from './chosen-line.ts';
import { offeredOutcomes, type OfferedOutcome } from './offered-outcomes.ts';

/** A return as the order and the policy allow it for what was chosen. */
export interface ReturnOffered {
  order: ReturnableOrder;
  outcomesOf: ReadonlyMap<string, OfferedOutcome[]>;
  /** What was chosen without what is not offered for it (any more). */
  chosen: ChosenLine[];
  /** How it may be sent; none before it is known what is sent. */
  ways: { value: string; title: string; cost: string }[];
}

/** What of an order may come back, by what and how; null while the shop promises nothing. */
export async function returnOffered(ctx: ShopContext, { orderId, lines, locale }: { orderId: string; lines: readonly ChosenLine[]; locale: string }): Promise<ReturnOffered | null> {
  const order = await returnableOrder(ctx, orderId, lines);
  if (!order) return null;
  const words = policyWords([locale], ctx.shop.currency);
  const outcomesOf = new Map(order.lines.map((line) => [line.lineId, offeredOutcomes(line, order.customerId !== null, ctx.shop.ianaTimezone, words)]));
  const chosen = lines.flatMap((line) => {
    const known = order.lines.find(({ lineId, returnable }) => lineId === line.lineId && returnable > 0);
    if (!known) return [];
    const outcome = outcomesOf.get(line.lineId)?.some((each) => each.outcome === line.outcome && each.photos === 0) ? line.outcome : null;
    return [{ ...line, units: Math.min(line.units, known.returnable), reasonId: known.reasons.some(({ id }) => id === line.reasonId) ? line.reasonId : null, outcome }];
  });
  const isWhole = chosen.length > 0 && chosen.every(({ outcome }) => outcome !== null);
  return { order, outcomesOf, chosen, ways: isWhole ? await waysOf(ctx, order, chosen, locale) : [] };
}

async function waysOf(ctx: ShopContext, order: ReturnableOrder, chosen: readonly ChosenLine[], locale: string): Promise<ReturnOffered['ways']> {
  const offers = chosen.flatMap(({ lineId, outcome }) => {
    const decision = order.lines.find((line) => line.lineId === lineId)?.decision;
    return decision && outcome && outcome !== 'keep' ? [decision.offers[outcome]] : [];
  });
  const ways = await waysFor(ctx, { orderId: order.orderId, locales: [locale], offers });
  return ways.map(({ choice: { kind, placeId }, title, cost }) => ({ value: `${kind}.${placeId ?? ''}`, title, cost }));
}
