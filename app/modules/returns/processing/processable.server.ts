import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { AgreedExchange } from '../money/preview-return.server.ts';
import { agreedOf } from '../requests/agreed-of.server.ts';
import type { AgreedReturn } from '../requests/request.ts';
import { returnViews } from '../return-views.server.ts';
import type { ReturnView } from '../views.ts';
import { pricesOfExchanges } from './agreed-exchanges.server.ts';
import { unitsToProcess, type UnitsLeft } from './units-to-process.ts';

/** A return with what of it may still be processed. */
export interface Processable {
  view: ReturnView;
  /** In which its customer paid. */
  currency: string;
  customerId: string | null;
  /** What was agreed with the customer; null for what was begun elsewhere. */
  agreed: AgreedReturn | null;
  units: UnitsLeft[];
  exchanges: { id: string; left: number; agreed: AgreedExchange | null }[];
}

/** What of a return may still be refunded or sent in exchange, as the mirror has it. Throws `not_found` for an id that is not one of this shop's. */
export async function processable(ctx: ShopContext, id: string): Promise<Processable> {
  if (!isNumericId(id)) throw notFound('return');
  const { view, order, goods, agreed } = await ctx.tx(async (tx) => {
    const [found] = await returnViews(tx, { id });
    const row: { currency: string; presentment_currency: string; customer_id: string | null } | null = found
      ? await tx.orders.findFirst({ where: { id: found.orderId }, select: { currency: true, presentment_currency: true, customer_id: true } })
      : null;
    return { view: found, order: row, agreed: await agreedOf(tx, id), goods: await tx.return_exchange_lines.findMany({ where: { return_id: id }, orderBy: { position: 'asc' } }) };
  });
  if (!view || !order) throw notFound('return');
  const left = goods.filter(({ quantity, processed }) => processed < quantity);
  const known = new Map(agreed?.exchanges.map((line) => [line.exchangeLineId, line.agreed]));
  const unknown = left.filter(({ id: line }) => !known.has(line));
  const prices = await pricesOfExchanges(ctx.admin, unknown.map(({ id: line, variant_id: variantId }) => ({ id: line, variantId })), { currency: order.currency, presentment: order.presentment_currency });
  return {
    view,
    currency: order.presentment_currency,
    customerId: order.customer_id,
    agreed,
    units: unitsToProcess(view),
    exchanges: left.map((line) => ({ id: line.id, left: line.quantity - line.processed, agreed: known.get(line.id) ?? prices.get(line.id) ?? null })),
  };
}
