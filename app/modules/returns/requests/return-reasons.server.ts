import { gid, numericId } from '#app/kernel/ids.ts';
import { remembered } from '#app/kernel/remembered.ts';
import { minute } from '#app/kernel/time.ts';
import { ReasonsForOrderDocument, type ReasonFactsFragment } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ReturnReason } from './request.ts';

/** Reasons change as seldom as a product's category. */
const freshFor = 30 * minute;
const known = remembered<{ reasons: ReturnReason[]; until: number }>(20_000);

interface Line {
  lineId: string;
  productId: string | null;
}

/**
 * The reasons that Shopify suggests for what each line holds, else those that suit everything. They are remembered by product for half an
 * hour, so that looking at an order asks Shopify nothing as a rule.
 */
export async function returnReasons(ctx: ShopContext, orderId: string, lines: readonly Line[]): Promise<Map<string, ReturnReason[]>> {
  const now = ctx.clock.now().getTime();
  const keyOf = ({ productId }: Line) => `${ctx.shop.id}:${productId ?? ''}`;
  const found = new Map(
    lines.flatMap((line) => {
      const kept = known.get(keyOf(line));
      return kept && kept.until > now ? [[line.lineId, kept.reasons] as const] : [];
    }),
  );
  if (lines.every(({ lineId }) => found.has(lineId))) return found;
  const { order, returnReasonDefinitions } = await ctx.admin.run(ReasonsForOrderDocument, { id: gid('Order', orderId) });
  const usual = returnReasonDefinitions.nodes.map(readReason);
  for (const line of lines) {
    const told = order?.lineItems.nodes.find(({ id }) => numericId('LineItem', id) === line.lineId)?.suggestedReturnReasonDefinitions?.nodes ?? [];
    const reasons = told.length > 0 ? told.map(readReason) : usual;
    known.set(keyOf(line), { reasons, until: now + freshFor });
    found.set(line.lineId, reasons);
  }
  return found;
}

function readReason({ id, handle, name }: ReasonFactsFragment): ReturnReason {
  return { id: numericId('ReturnReasonDefinition', id), handle, name };
}
