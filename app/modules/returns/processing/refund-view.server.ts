import { gid } from '#app/kernel/ids.ts';
import { sentAgain, type SentAgain } from '#app/modules/compensation/index.server.ts';
import { goodwillLimit, mayStaff, refundLimit } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { AmountRow } from '../money/amount-rows.ts';
import { previewReturn, refusedPreview, type ReturnPreview } from '../money/preview-return.server.ts';
import type { PaymentBack } from '../money/share-over-payments.ts';
import { storeCreditBonus } from '../money/store-credit-bonus.ts';
import { feesOf } from '../money/waived-fees.ts';
import type { AgreedReturn } from '../requests/request.ts';
import type { ReturnView } from '../views.ts';
import { processable, type Processable } from './processable.server.ts';
import type { RefundAsked } from './refund-asked.ts';
import type { UnitsLeft } from './units-to-process.ts';

/** One amount as the page shows it: what for, and of how many of what. */
export interface ShownRow {
  kind: AmountRow['kind'];
  title: string | null;
  quantity: number | null;
  amount: number;
}

/** What refunding would mean. */
export interface RefundPreview {
  rows: ShownRow[];
  taxIncluded: number;
  refund: number;
  owed: number;
  fees: number;
  /** What the shop adds to store credit, as it was promised. */
  bonus: number;
  back: PaymentBack[];
  credit: number;
  /** Shipping of the order that could still be given back. */
  shippingLeft: number;
  /** False where Shopify counts otherwise than we do: then nothing can be sent. */
  equal: boolean;
}

/** What somebody needs to see before they refund or exchange. */
export interface RefundView {
  view: ReturnView;
  currency: string;
  hasCustomer: boolean;
  units: UnitsLeft[];
  exchanges: { id: string; left: number }[];
  /** What is chosen, exactly as the preview is of it. */
  asked: RefundAsked;
  /** Null where nothing is chosen, or Shopify refuses to preview it. */
  preview: RefundPreview | null;
  /** What its customer was shown and promised; null for what was begun elsewhere. */
  promised: Pick<AgreedReturn, 'refundOn' | 'road' | 'shown'> | null;
  limits: { goodwill: number; refund: number | null; may: boolean };
  /** What of its goods went out again for nothing, by their titles: it counts as given. */
  sentAgain: (Omit<SentAgain, 'lineId'> & { title: string | null })[];
}

/** A return with what refunding the chosen units would mean, by Shopify's own preview. Moves nothing. */
export async function refundView(ctx: ShopContext, id: string, asked: Partial<RefundAsked>, staffId: string | null): Promise<RefundView> {
  const found = await processable(ctx, id);
  const { view, currency, customerId, units, exchanges, agreed } = found;
  const chosen = choose(found, asked);
  const told = chosen.units.length + chosen.exchanges.length === 0 ? null : await previewReturn(ctx.admin, processingOf(found, chosen)).catch(refusedPreview);
  const limits = await ctx.tx(async (tx) => ({
    goodwill: await goodwillLimit(tx, { orderId: view.orderId, staffId }),
    refund: await refundLimit(tx, { orderId: view.orderId, staffId }),
    may: staffId === null || (await mayStaff(tx, staffId, 'refund')),
  }));
  const again = await ctx.tx((tx) => sentAgain(tx, view.orderId));
  const titles = new Map(view.lines.map(({ orderLineId, title }) => [orderLineId === null ? '' : gid('LineItem', orderLineId), title]));
  return { view, currency, hasCustomer: customerId !== null, units, exchanges: exchanges.map(({ id: line, left }) => ({ id: line, left })), asked: chosen, preview: told && shown(told, titles, chosen.to === 'store_credit' ? (agreed?.bonusPercentage ?? 0) : 0), promised: agreed && { refundOn: agreed.refundOn, road: agreed.road, shown: agreed.shown }, limits, sentAgain: again.flatMap(({ lineId, ...rest }) => (titles.has(gid('LineItem', lineId)) ? [{ ...rest, title: titles.get(gid('LineItem', lineId)) ?? null }] : [])) };
}

/** What was asked for, within what there is; where nothing was, all that was accepted, or all there is where nobody looked yet. */
function choose({ units, exchanges, agreed }: Processable, asked: Partial<RefundAsked>): RefundAsked {
  const looked = units.some(({ accepted }) => accepted > 0);
  const of = (rows: RefundAsked['units'] | undefined, id: string, most: number, usual: number) => Math.min(most, rows ? (rows.find((row) => row.id === id)?.quantity ?? 0) : usual);
  return {
    units: units.map(({ lineId, left, accepted }) => ({ id: lineId, quantity: of(asked.units, lineId, left, looked ? accepted : left) })).filter(({ quantity }) => quantity > 0),
    exchanges: exchanges.map(({ id, left }) => ({ id, quantity: of(asked.exchanges, id, left, left) })).filter(({ quantity }) => quantity > 0),
    to: asked.to ?? agreed?.to ?? 'original',
    shipping: asked.shipping ?? false,
  };
}

/** What is asked of Shopify for a choice. */
export function processingOf({ view, currency, exchanges }: Processable, { units, exchanges: goods, to, shipping }: RefundAsked) {
  return {
    returnId: gid('Return', view.id),
    currency,
    to,
    units: units.map(({ id, quantity }) => ({ id: gid('ReturnLineItem', id), quantity })),
    exchanges: goods.map(({ id, quantity }) => ({ id: gid('ExchangeLineItem', id), quantity, agreed: exchanges.find((line) => line.id === id)?.agreed ?? null })),
    shipping: shipping ? ('all' as const) : null,
    duties: [],
  };
}

function shown({ ours, order, back, check }: ReturnPreview, titles: ReadonlyMap<string, string | null>, bonus: number): RefundPreview {
  return {
    rows: ours.rows.map((row) => ({
      kind: row.kind,
      title: 'lineId' in row ? (titles.get(row.lineId) ?? null) : 'title' in row ? row.title : null,
      quantity: 'quantity' in row ? row.quantity : null,
      amount: row.amount,
    })),
    taxIncluded: ours.taxIncluded,
    refund: ours.refund,
    owed: ours.owed,
    fees: feesOf(ours),
    bonus: storeCreditBonus(ours.refund, bonus),
    back: back.payments,
    credit: back.credit,
    shippingLeft: order.shipping?.left ?? 0,
    equal: check.is === 'equal',
  };
}
