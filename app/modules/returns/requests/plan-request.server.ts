import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { exchangesStillThere, type WantedUnits } from '../exchanges/choices/exchanges-still-there.server.ts';
import { decideLines } from '../policy/decide-lines.server.ts';
import type { BestOffer } from '../policy/decision.ts';
import { unevenLines, unevenWishes } from './even-exchange.ts';
import { orderUnits, type LineUnits } from './order-units.server.ts';
import { planParts, together, type LineToPlan } from './plan-parts.server.ts';
import type { PaymentBack } from '../money/share-over-payments.ts';
import type { Plan, Planned, PlannedPart, Problem, ReturnReason, Shown, WishedReturnLine } from './request.ts';
import { returnReasons } from './return-reasons.server.ts';
import { returnableNow } from './returnable-now.server.ts';
import { inPresentment, partsOf, roads, wayBackCost } from './roads.ts';
import { takeUnits } from './take-units.ts';
import { isException, wishProblems } from './wish-problems.ts';

/** What a customer wishes for an order. */
export interface Wish {
  orderId: string;
  lines: readonly WishedReturnLine[];
  wayBack: WayBackChoice;
  /** Of somebody who was given it: what goes out is worth what comes back, and nothing is paid by anybody. */
  gift?: boolean;
}

/**
 * Checks a wish against the policy, the order and Shopify, all as they are now, and says what it would mean; writes nothing. Throws `not_found`
 * for an order that is not this shop's, and while the shop promises nothing. `freed`: returns in whose place it would come.
 */
export async function planRequest(ctx: ShopContext, { orderId, lines: wishes, wayBack, gift = false }: Wish, freed: readonly string[] = []): Promise<Planned> {
  if (!isNumericId(orderId)) throw notFound('order');
  const { order, units } = await ctx.tx((tx) => readHeld(tx, orderId, freed));
  if (wishes.length === 0) return { is: 'refused', problems: [{ lineId: null, problem: 'nothing_wished', offer: null }] };
  const reasons = await returnReasons(ctx, orderId, units);
  const reasonOf = ({ lineId, reasonId }: WishedReturnLine) => reasons.get(lineId)?.find(({ id }) => id === reasonId) ?? null;
  const offers = await offersFor(ctx, orderId, wishes, units, reasonOf);
  const problems = wishes.flatMap((wish, at) => {
    const line = units.find(({ lineId }) => lineId === wish.lineId) ?? null;
    const earlier = wishes.slice(0, at).reduce((sum, other) => sum + (other.lineId === wish.lineId ? other.units : 0), 0);
    return wishProblems(wish, { line: line && { left: line.left - earlier }, reason: reasonOf(wish), offer: offers[at] ?? null, hasAccount: order.customer_id !== null });
  });
  if (problems.length > 0) return { is: 'refused', problems };
  const uneven = gift ? unevenWishes(wishes, wayBack, offers) : [];
  if (uneven.length > 0) return { is: 'refused', problems: uneven };
  const { parts, partOfLine } = partsOf(wishes.map(({ outcome }, at) => ({ outcome, offer: offerAt(offers, at) })));
  const lines = wishes.map((wish, at): LineToPlan => {
    const offer = offerAt(offers, at);
    const { title, variantTitle } = lineOf(units, wish.lineId);
    return { ...wish, title, variantTitle, reason: reasonOf(wish) ?? missing('reason'), offer, road: roads[wish.outcome], part: partOfLine[at] ?? 0, fee: offer.offer.allowed ? offer.offer.fee.percent : 0 };
  });
  const taken = freed.length > 0 ? 'not free yet' : takeUnits(await returnableNow(ctx, orderId), lines);
  const gone = await exchangesStillThere(ctx, lines.flatMap((line) => wantedOf(line, lineOf(units, line.lineId))), freed);
  const unsellable: Problem[] = lines.flatMap(({ lineId, variantId }) => gone.filter((row) => row.variantId === variantId).map(({ problem }) => ({ lineId, problem: problem === 'unknown' ? ('variant_missing' as const) : ('sold_out' as const), offer: null })));
  if (!taken) return { is: 'refused', problems: [...unsellable, { lineId: null, problem: 'too_many', offer: null }] };
  if (unsellable.length > 0) return { is: 'refused', problems: unsellable };
  const cost = wayBackCost(lines, wayBack.kind);
  const planned = await planParts(ctx.admin, { orderId, currency: order.presentment_currency, parts, lines, units: taken === 'not free yet' ? null : taken, fee: cost === null ? 0 : inPresentment(cost, order) });
  if (!planned) return { is: 'different' };
  const plan = planOf(planned.parts, planned.lines, order.presentment_currency, cost === null);
  const paid = gift ? unevenLines(plan, (lineId) => lineOf(units, lineId).price) : [];
  return paid.length > 0 ? { is: 'refused', problems: paid } : plan;
}

interface Order {
  customer_id: string | null;
  currency: string;
  presentment_currency: string;
  total: bigint;
  total_presentment: bigint;
}

async function readHeld(tx: ShopTx, orderId: string, freed: readonly string[]): Promise<{ order: Order; units: LineUnits[] }> {
  const order = await tx.orders.findFirst({
    where: { id: orderId, deleted_at: null, redacted_at: null, fingerprint: { not: '' } },
    select: { customer_id: true, currency: true, presentment_currency: true, total: true, total_presentment: true },
  });
  return { order: order ?? missing('order'), units: await orderUnits(tx, orderId, freed) };
}

/** What the policy gives for each wish, in their order; null for what is not of this order or not so many. Wishes for the same line are decided one after the other. */
async function offersFor(ctx: ShopContext, orderId: string, wishes: readonly WishedReturnLine[], units: readonly LineUnits[], reasonOf: (wish: WishedReturnLine) => ReturnReason | null): Promise<(BestOffer | null)[]> {
  const offers: (BestOffer | null)[] = wishes.map(() => null);
  let open = wishes.flatMap((wish, at) => (wish.units >= 1 && units.some(({ lineId, quantity }) => lineId === wish.lineId && wish.units <= quantity) ? [{ wish, at }] : []));
  for (let isFirst = true; isFirst || open.length > 0; isFirst = false) {
    const now = open.filter(({ wish }, index) => open.findIndex((other) => other.wish.lineId === wish.lineId) === index);
    const decisions = await decideLines(ctx, orderId, now.map(({ wish }) => ({ lineId: wish.lineId, units: wish.units, reason: reasonOf(wish)?.handle ?? null })));
    if (!decisions) throw notFound('order');
    for (const { wish, at } of now) offers[at] = decisions.get(wish.lineId)?.offers[wish.outcome] ?? null;
    open = open.filter((row) => !now.includes(row));
  }
  return offers;
}

function planOf(parts: PlannedPart[], lines: Plan['lines'], currency: string, paysDirectly: boolean): Plan {
  const money = together(parts, currency);
  const bonus = parts.reduce((sum, part) => sum + part.bonus.amount, 0);
  const paid = parts.filter(({ money: { refund }, road }) => refund > 0 || road !== 'warranty');
  const toCredit = paid.filter(({ road }) => road === 'store_credit').length;
  const steps = lines.flatMap(({ offer: { offer } }) => (offer.allowed ? [offer.refundOn] : ['inspection' as const]));
  const asks = lines.some((line) => line.outcome === 'warranty' || isException(line) || !line.offer.offer.allowed || line.offer.offer.approval === 'person');
  const shown: Shown = { refund: money.refund, owed: money.owed, bonus, currency };
  return {
    is: 'planned',
    money,
    lines,
    parts,
    bonus,
    back: mergedBack(parts),
    to: toCredit === 0 ? 'original' : toCredit === paid.length ? 'store_credit' : 'both',
    fee: paysDirectly ? null : parts.reduce((sum, { fee }) => sum + fee, 0),
    approval: asks ? 'person' : 'nobody',
    refundOn: steps.includes('inspection') ? 'inspection' : steps.includes('receipt') ? 'receipt' : 'scan',
    shown,
  };
}

/** What goes back on one payment is told once. */
function mergedBack(parts: readonly PlannedPart[]): PaymentBack[] {
  const merged = new Map<string, PaymentBack>();
  for (const row of parts.flatMap(({ back }) => back)) merged.set(row.paymentId, { ...row, amount: row.amount + (merged.get(row.paymentId)?.amount ?? 0) });
  return [...merged.values()];
}

function offerAt(offers: readonly (BestOffer | null)[], at: number): BestOffer {
  return offers[at] ?? missing('line');
}

/** An exchange is another form of the same product; only `other_product` is anything else. */
function wantedOf({ variantId, units, outcome }: WishedReturnLine, { productId }: LineUnits): WantedUnits[] {
  if (variantId === null) return [];
  return [{ variantId, quantity: units, ...(outcome === 'exchange' ? { productId } : {}) }];
}

function lineOf(units: readonly LineUnits[], id: string): LineUnits {
  return units.find(({ lineId }) => lineId === id) ?? missing('line');
}

function missing(what: string): never {
  throw notFound(what);
}
