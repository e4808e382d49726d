import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isHeldOut } from '#app/modules/effect/index.server.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { reviewsOffUntil } from '#app/modules/peak/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { unmetBy } from './audience-sql.server.ts';
import { factsOf, type Fact } from './fact.ts';
import { decideNoticesJob, dueKey } from './jobs.ts';
import { judgeNotice, type Circumstances } from './judge-notice.ts';
import { kindTerms, noticeKinds, type NoticeKind } from './kinds.ts';
import { momentsOf } from './moments.ts';
import { isToldTogether } from './one-happening.ts';
import { isOn, noticesSetting, rulesOf, toldSince, type NoticesSetting } from './notices-setting.ts';
import { readContentments } from './read-contentment.server.ts';
import { holdOrders, readNoticeOrders, type NoticeOrder } from './read-order.server.ts';
import { readReturnsToTell } from './read-returns-to-tell.server.ts';
import { returnFacts, returnKinds } from './return-facts.ts';
import { reviewFact, reviewPage } from './review.ts';
import { markHeld, planNotices, plannedOf, postpone, type NewNotice } from './store.server.ts';
import { tellCustomers, type Due, type Errand } from './tell-customers.server.ts';
import { waysOf } from './ways/ways-of.server.ts';

/** What says how something goes back. */
const wayBackKinds: ReadonlySet<NoticeKind> = new Set(['return_approved', 'return_label']);

/** What deciding asks of the rest of the app. */
export interface Needs {
  /** The signed address of an order's page. */
  linkTo(orderId: string): string;
  /** Text messages can go through the app's own provider. */
  hasHouseSms: boolean;
}

/**
 * Looks at one order: plans what is true and was never planned, and hands what is due and still true to the outbox. Whatever brought it here,
 * however often and in whichever order, the customer is told each fact once.
 */
export function decideNotices(ctx: ShopContext, needs: Needs, { orderId }: { orderId: string }): Promise<void> {
  return ctx.tx((tx) => decideOrders(tx, ctx, needs, [orderId]));
}

/** The same of many orders in one transaction. */
export async function decideOrders(tx: ShopTx, ctx: ShopContext, needs: Needs, orderIds: readonly string[]): Promise<void> {
  const now = ctx.clock.now();
  await holdOrders(tx, orderIds);
  const orders = await readNoticeOrders(tx, orderIds, now);
  const { value: setting } = await readSetting(tx, noticesSetting);
  const hours = await readHours(tx, ctx.shop);
  const contentments = await readContentments(tx, isOn(setting, 'review') ? orderIds : []);
  const returns = await readReturnsToTell(tx, returnKinds.some((kind) => isOn(setting, kind)) ? orderIds : []);
  const noReviews = await reviewsOffUntil(tx, ctx.shop, now);
  const known = [...orders.values()].map((order) => {
    const contentment = contentments.get(order.id) ?? null;
    return { order, facts: [...factsOf(order), ...returnFacts(order, returns.get(order.id) ?? []), ...(contentment ? reviewFact(order, contentment) : [])], contentment, reviewsOffUntil: noReviews, setting, hours, now };
  });
  await planNotices(tx, known.flatMap((one) => one.facts.flatMap((fact) => toPlan(fact, one, ctx.shop.installedAt))), now);
  const planned = Map.groupBy(await plannedOf(tx, [...orders.keys()]), ({ order_id }) => order_id);
  const errands: Errand[] = [];
  for (const one of known) errands.push(...(await decide(tx, ctx, needs, { ...one, planned: planned.get(one.order.id) ?? [] })));
  await tellCustomers(tx, ctx, errands, now);
}

/** Settles what is not to be told now, and answers what is. */
async function decide(tx: ShopTx, ctx: ShopContext, { linkTo, hasHouseSms }: Needs, known: Circumstances): Promise<Errand[]> {
  const { order, planned, setting, now } = known;
  const due: Due[] = [];
  const later: Date[] = [];
  for (const notice of planned) {
    const ruling = judgeNotice(notice, known);
    if ('hold' in ruling) await markHeld(tx, notice, ruling.hold, now);
    else if ('tell' in ruling) {
      const unmet = await unmetBy(tx, { orderId: order.id, shipmentId: ruling.tell.parcel?.shipmentId ?? null }, rulesOf(setting, ruling.tell.kind).audience);
      if (unmet) await markHeld(tx, notice, `audience_${unmet}`, now);
      else due.push({ notice, fact: ruling.tell, expires: ruling.expires });
    } else {
      later.push(ruling.wait);
      await postpone(tx, notice, ruling);
    }
  }
  const errands: Errand[] = [];
  for (const together of inOneMessage(due)) {
    const { kind, parcel } = together[0].fact;
    const { open, closed } = await waysOf(tx, { hasHouseSms }, order, kind, kindTerms[kind].category);
    const heldOut = open.length > 0 && kind === 'delay' && parcel !== null && (await isHeldOut(tx, ctx.shop, { order, parcel, now }));
    if (open.length > 0 && !heldOut) errands.push({ order, together, ways: open, link: linkTo(order.id), reviewUrl: reviewUrlOf(kind, order, setting) });
    else for (const { notice } of together) await markHeld(tx, notice, heldOut ? 'held_out' : (closed[0]?.because ?? 'no_address'), now);
  }

  if (later.length > 0) await enqueue(tx, decideNoticesJob, { orderId: order.id }, { key: dueKey(order.id), runAt: new Date(Math.min(...later.map(Number))) });
  return errands;
}

function reviewUrlOf(kind: NoticeKind, { name }: NoticeOrder, setting: NoticesSetting): string | null {
  const { reviewUrl } = rulesOf(setting, kind);
  return kind === 'review' && reviewUrl !== null ? reviewPage(reviewUrl, name) : null;
}

/** Only what happened while the app was there, the kind was on, and lately enough to be news. */
function toPlan({ kind, key, at, parcel }: Fact, { order, setting, hours, now }: Omit<Circumstances, 'planned'>, installedAt: Date): NewNotice[] {
  const since = toldSince(setting, kind);
  if (!isOn(setting, kind) || at < installedAt || (since !== null && at < since)) return [];
  const { due, expires } = momentsOf(kind, at, { rules: rulesOf(setting, kind), hours, incomplete: order.incomplete });
  return expires > now ? [{ orderId: order.id, shipmentId: parcel?.shipmentId ?? null, kind, fact: key, happenedAt: at, dueAt: due, expiresAt: expires }] : [];
}

/** Parcels that left, go out or arrive together are told together, as are an approval and its label; who brings them is part of what is told. */
function inOneMessage(due: readonly Due[]): [Due, ...Due[]][] {
  const inOrder = due.toSorted((one, other) => noticeKinds.indexOf(one.fact.kind) - noticeKinds.indexOf(other.fact.kind));
  const happenings = Map.groupBy(inOrder, ({ notice, fact }) => {
    if (fact.back && wayBackKinds.has(fact.kind)) return `back ${fact.back.id}`;
    return isToldTogether(fact) ? `${fact.kind} ${fact.kind === 'out_for_delivery' ? fact.parcel?.method : ''}` : String(notice.id);
  });
  return [...happenings.values()].flatMap(([first, ...others]): [Due, ...Due[]][] => (first ? [[first, ...others]] : []));
}
