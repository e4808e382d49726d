import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { askFacts, withCodes } from './known/ask-facts.server.ts';
import { knownLines } from './known/known-lines.server.ts';
import { knownOrders } from './known/known-orders.server.ts';
import { promisedVersions } from './store/policy-in-force.server.ts';

/** Units of a line that would come back, and why; no reason yet while its customer only looks. */
export interface WishedLine {
  lineId: string;
  units: number;
  reason: string | null;
}

/**
 * What the shop's policy gives now for lines of an order, by line; null while the shop has promised nothing. Throws `not_found` for what is not
 * of this order or shop. How many units may still come back is not the policy's affair.
 */
export async function decideLines(ctx: ShopContext, orderId: string, wishes: readonly WishedLine[]): Promise<Map<string, Decision> | null> {
  const held = await ctx.tx((tx) => readHeld(tx, orderId, ctx.shop.ianaTimezone));
  if (!held.versions) return null;
  const { versions, order, known } = held;
  const lines = wishes.map((wish) => ({ ...wish, known: known.get(wish.lineId) ?? missing('line') }));
  const asked = await askFacts(ctx, versions.map(({ policy }) => policy), { orderIds: [orderId], productIds: lines.map(({ known }) => known.productId) });
  return new Map(
    lines.map(({ lineId, units, reason, known }) => {
      if (!Number.isInteger(units) || units < 1 || units > known.quantity) throw new ExpectedError('quantity', 422, 'There are not so many of it.');
      return [lineId, decide(versions, { order: withCodes(order, orderId, asked), line: known.facts(units, asked), reason }, ctx.clock.now())];
    }),
  );
}

async function readHeld(tx: ShopTx, orderId: string, zone: string) {
  const order = (await knownOrders(tx, [orderId], zone)).get(orderId) ?? missing('order');
  return { order, versions: await promisedVersions(tx), known: await knownLines(tx, [orderId], zone) };
}

function missing(what: string): never {
  throw notFound(what);
}
