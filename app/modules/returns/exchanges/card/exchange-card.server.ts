import { numericId } from '#app/kernel/ids.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ExchangeStockDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { agreedOf } from '../../requests/agreed-of.server.ts';
import { refundPath } from '../../processing/refund-asked.ts';
import { unitsToProcess } from '../../processing/units-to-process.ts';
import type { ReturnView } from '../../views.ts';
import type { ExchangeVariant } from '../choices/choice.ts';
import { readVariant } from '../choices/read-variant.ts';
import { bindHolds } from '../holds/bind-holds.server.ts';
import { holdsWhere, type Hold } from '../holds/hold-store.server.ts';
import type { Owed } from '../owed/owed.ts';
import { replacementOf, type ReplacementStep } from '../replacement/replacement-of.server.ts';
import { owedNow } from '../owed/what-is-owed.server.ts';

/** Goods of an exchange, and whether they can go out. */
export interface ExchangeCardLine {
  id: string;
  title: string;
  quantity: number;
  sent: number;
  /** Null once all of it went out, and where Shopify did not say. */
  stock: Pick<ExchangeVariant, 'left' | 'stock'> | 'gone' | null;
  /** Units that are set aside for it, and until when. */
  held: { quantity: number; until: Date } | null;
}

/** What a person needs to know of the goods that go out for a return. */
export interface ExchangeCardView {
  returnId: string;
  /** In which its customer paid. */
  currency: string;
  lines: ExchangeCardLine[];
  owed: Owed | null;
  /** Where goods can be sent before what comes back is there: how, and what the shop risks. */
  sendNow: { path: string; /** In minor units of what was paid in. */ value: { minor: number; currency: string } | null; orders: number; returns: number } | null;
  /** What may be done about a warranty case. */
  replacement: ReplacementStep | null;
}

/** What goes out for a return, as it stands now; null where nothing does. What Shopify does not say is left out. */
export async function exchangeCard(ctx: ShopContext, view: ReturnView): Promise<ExchangeCardView | null> {
  const replacement = await ctx.tx((tx) => replacementOf(tx, view));
  if (view.exchangeLines.length === 0 && !replacement) return null;
  const known = await ctx.tx((tx) => readKnown(tx, view));
  const open = known.rows.filter(({ quantity, processed }) => processed < quantity);
  const [stock, owed] = await Promise.all([told(ctx, () => stockOf(ctx, open.flatMap(({ variant_id }) => variant_id ?? []))), told(ctx, () => (known.rows.some(({ processed }) => processed > 0) ? owedNow(ctx, view.orderId) : Promise.resolve(null)))]);
  return {
    returnId: view.id,
    currency: known.currency,
    lines: known.rows.map((row) => ({
      id: row.id,
      title: [row.title, row.variant_title].filter(Boolean).join(' · '),
      quantity: row.quantity,
      sent: row.processed,
      stock: row.processed >= row.quantity || !stock ? null : (stock.get(row.variant_id ?? '') ?? 'gone'),
      held: heldFor(known.holds, row.variant_id),
    })),
    owed,
    sendNow: view.status === 'open' && open.length > 0 && view.received.length === 0 && !replacement ? sendNowOf(view, known) : null,
    replacement,
  };
}

type Known = Awaited<ReturnType<typeof readKnown>>;

async function readKnown(tx: ShopTx, view: ReturnView) {
  await bindHolds(tx);
  const order = await tx.orders.findFirst({ where: { id: view.orderId }, select: { customer_id: true, presentment_currency: true } });
  const orders = order?.customer_id ? await tx.orders.findMany({ where: { customer_id: order.customer_id, deleted_at: null }, select: { id: true } }) : [];
  return {
    rows: await tx.return_exchange_lines.findMany({ where: { return_id: view.id }, orderBy: { position: 'asc' } }),
    holds: await holdsWhere(tx, { return_id: view.id, state: 'held' }),
    agreed: await agreedOf(tx, view.id),
    currency: order?.presentment_currency ?? '',
    orders: orders.length,
    returns: await tx.returns.count({ where: { order_id: { in: orders.map(({ id }) => id) }, status: { in: ['open', 'closed'] }, id: { not: view.id } } }),
  };
}

/** All that is exchanged, with the units that come back for it; where it was begun elsewhere, everything. */
function sendNowOf(view: ReturnView, { rows, agreed, currency, orders, returns }: Known): ExchangeCardView['sendNow'] {
  const swapped = agreed && new Set(agreed.lines.filter(({ outcome }) => outcome === 'exchange' || outcome === 'other_product').map(({ lineId }) => lineId));
  const units = unitsToProcess(view).filter(({ lineId }) => !swapped || swapped.has(view.lines.find(({ id }) => id === lineId)?.orderLineId ?? ''));
  const exchanges = rows.map(({ id, quantity, processed }) => ({ id, quantity: quantity - processed }));
  const prices = rows.map(({ id }) => agreed?.exchanges.find(({ exchangeLineId }) => exchangeLineId === id)?.agreed.unitPrice ?? null);
  const value = prices.every((price) => price !== null) ? prices.reduce((sum: number, price, at) => sum + (price ?? 0) * (exchanges[at]?.quantity ?? 0), 0) : null;
  return { path: refundPath(view.id, { units: units.map(({ lineId, left }) => ({ id: lineId, quantity: left })), exchanges, to: agreed?.to ?? 'original', shipping: false }), value: value === null ? null : { minor: value, currency }, orders, returns };
}

async function stockOf({ admin }: ShopContext, variantIds: readonly string[]): Promise<Map<string, ExchangeVariant>> {
  if (variantIds.length === 0) return new Map();
  const { nodes } = await admin.run(ExchangeStockDocument, { ids: variantIds.map((id) => `gid://shopify/ProductVariant/${id}`) });
  return new Map(nodes.flatMap((node) => (node?.__typename === 'ProductVariant' ? readVariant(node, new Map()).map((variant) => [numericId('ProductVariant', node.id), variant] as const) : [])));
}

function heldFor(holds: readonly Hold[], variantId: string | null): ExchangeCardLine['held'] {
  const own = holds.filter((hold) => hold.variantId === variantId);
  const [first] = own;
  return first ? { quantity: own.reduce((sum, { quantity }) => sum + quantity, 0), until: first.until } : null;
}

async function told<T>({ log }: Pick<ShopContext, 'log'>, ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    log.warn({ error }, 'Shopify did not say how an exchange stands');
    return null;
  }
}
