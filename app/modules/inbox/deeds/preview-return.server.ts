import { randomUUID } from 'node:crypto';
import { portalIsOpen, exchangeChoices, planRequest, type ExchangeVariant } from '#app/modules/returns/index.server.ts';
import { nameReason, policyWords, type AmountRow, type PaymentBack, type Plan, type Problem, type ReturnableLine, type Shown } from '#app/modules/returns/index.pure.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ChosenLine } from './chosen-line.ts';
import type { OfferedOutcome } from './offered-outcomes.ts';
import { returnOffered, type ReturnOffered } from './return-offered.server.ts';
import { returnSentence } from './return-sentence.server.ts';
import type { OrderClick } from './tag-order.server.ts';
import { readWay, wishOf } from './wished-return.ts';

/** A line of the order with what may be chosen for it. */
export interface LineToReturn {
  lineId: string;
  title: string;
  left: number;
  /** Why nothing of it can come back. */
  why: ReturnableLine['why'];
  reasons: { id: string; name: string; needsNote: boolean }[];
  outcomes: OfferedOutcome[];
  /** Its other forms, where an exchange was chosen; null where none was. */
  variants: (Pick<ExchangeVariant, 'left' | 'price' | 'stock' | 'variantId'> & { title: string })[] | null;
}

/** What a return means in money, as its customer is shown it in the portal. */
export interface ReturnMeans extends Pick<Plan, 'approval' | 'bonus' | 'refundOn' | 'to'> {
  rows: { kind: AmountRow['kind']; title: string; quantity: number; amount: number }[];
  back: PaymentBack[];
  taxIncluded: number;
  shown: Shown;
  keepsAll: boolean;
}

/** What beginning a return would mean, before anybody clicks. */
export interface ReturnPreview {
  key: string;
  currency: string;
  mayBegin: boolean;
  /** The shop promises nothing of returns yet. */
  isUnpromised: boolean;
  lines: LineToReturn[];
  ways: ReturnOffered['ways'];
  way: string;
  /** Null until all that is needed is chosen. */
  means: ReturnMeans | null;
  /** Why it cannot be planned as it was chosen: what stands in the way, or that Shopify counts otherwise. */
  problems: (Problem['problem'] | 'different')[];
  /** Where the customer can do the same with photos and other products; null while it is closed. */
  portal: string | null;
  sentence: string | null;
}

interface Asked extends Pick<OrderClick, 'by' | 'orderId' | 'ticketId'> {
  lines: readonly ChosenLine[];
  way: string;
  /** Of whoever looks. */
  locale: string;
  trackingUrl(orderId: string): string;
}

/** Stands for words that are typed: they change nothing of what a return means. */
const typedLater = '…';

/** Shows what beginning a return would mean, in the words and sums its customer would see. Begins nothing. */
export async function previewReturn(ctx: ShopContext, { ticketId, orderId, by, lines, way: wished, locale, trackingUrl }: Asked): Promise<ReturnPreview> {
  const { mayBegin, isOpen } = await ctx.tx(async (tx) => ({ mayBegin: await mayStaff(tx, by, 'approve'), isOpen: await portalIsOpen(tx) }));
  const base = { key: randomUUID() as string, mayBegin, portal: isOpen ? `${ctx.shop.primaryUrl}/apps/aftercare/returns` : null };
  const offered = await returnOffered(ctx, { orderId, lines, locale });
  if (!offered) return { ...base, currency: ctx.shop.currency, isUnpromised: true, lines: [], ways: [], way: '', means: null, problems: [], sentence: null };
  const { order, chosen, ways } = offered;
  const way = ways.find(({ value }) => value === wished)?.value ?? ways[0]?.value ?? '';
  const wish = way === '' ? null : wishOf(chosen, (lineId) => standIn(offered, lineId));
  const planned = wish && (await planRequest(ctx, { orderId, lines: wish, wayBack: readWay(way) }));
  const plan = planned?.is === 'planned' ? planned : null;
  return {
    ...base,
    currency: order.currency,
    isUnpromised: false,
    lines: await Promise.all(order.lines.map((line) => lineToReturn(ctx, offered, line, locale))),
    ways,
    way,
    means: plan && meansOf(plan),
    problems: planned?.is === 'refused' ? [...new Set(planned.problems.map(({ problem }) => problem))] : planned?.is === 'different' ? ['different'] : [],
    sentence: plan && (await returnSentence(ctx, { ticketId, orderId, lines: plan.lines, waits: plan.approval === 'person', trackingUrl })),
  };
}

function standIn({ outcomesOf, chosen }: ReturnOffered, lineId: string) {
  const { outcome } = chosen.find((line) => line.lineId === lineId) ?? { outcome: null };
  const offer = outcomesOf.get(lineId)?.find((each) => each.outcome === outcome);
  return { note: typedLater, answers: (offer?.questions ?? []).map(() => typedLater), exception: offer?.refusal ? typedLater : '' };
}

async function lineToReturn(ctx: ShopContext, { order, outcomesOf, chosen }: ReturnOffered, line: ReturnableLine, locale: string): Promise<LineToReturn> {
  const { lineId, title, variantTitle, returnable, why, reasons, productId } = line;
  const words = policyWords([locale], ctx.shop.currency);
  const isExchanged = chosen.some((each) => each.lineId === lineId && each.outcome === 'exchange');
  const choices = isExchanged && productId !== null ? await exchangeChoices(ctx, { orderId: order.orderId, productId }) : null;
  return {
    lineId,
    title: [title, variantTitle].filter(Boolean).join(', '),
    left: returnable,
    why,
    reasons: reasons.map(({ id, handle, name }) => ({ id, name: nameReason({ value: handle, name }, words), needsNote: handle.startsWith('other') })),
    outcomes: outcomesOf.get(lineId) ?? [],
    variants: isExchanged ? (choices?.variants ?? []).map(({ variantId, title: form, price, stock, left }) => ({ variantId, title: form ?? title, price, stock, left })) : null,
  };
}

function meansOf({ money: { rows, taxIncluded }, lines, approval, bonus, refundOn, to, back, shown }: Plan): ReturnMeans {
  // Rows name lines as Shopify does, by a global id that ends in the number.
  const titleOf = (id: string) => lines.find(({ lineId }) => lineId === id.split('/').at(-1))?.title ?? '';
  return {
    approval, bonus, refundOn, to, back, taxIncluded, shown,
    rows: rows.map((row) => ({ kind: row.kind, title: 'title' in row ? row.title : row.kind === 'price' ? titleOf(row.lineId) : '', quantity: 'quantity' in row ? row.quantity : 0, amount: row.amount })),
    keepsAll: lines.every(({ outcome }) => outcome === 'keep'),
  };
}
