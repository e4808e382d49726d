import { after } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { factsOf, type Fact } from './fact.ts';
import type { HeldFor } from './held-for.ts';
import { decideNoticesJob, dueKey } from './jobs.ts';
import { isNoticeKind, kindTerms, noticeKinds } from './kinds.ts';
import { isOn, noticesSetting, toldSince, type NoticesSetting } from './notices-setting.ts';
import { holdOrder, readNoticeLines, readNoticeOrder, type NoticeOrder } from './read-order.server.ts';
import { delaysTold, markHeld, markQueued, plannedOf, planNotices, type PlannedNotice } from './store.server.ts';
import { currentWords, noteFailure } from './own-words/words-store.server.ts';
import { localeOf, writeNotice } from './text/write-notice.server.ts';

interface Needs {
  /** The signed address of an order's page. */
  linkTo(orderId: string): string;
}

/** A notice whose moment has come, beside what makes it true. */
interface Due {
  notice: PlannedNotice;
  fact: Fact;
}

/**
 * Looks at one order: plans what is true and was never planned, and hands what is due and still true to the outbox. Whatever brought it here,
 * however often and in whichever order, the customer is told each fact once.
 */
export async function decideNotices(ctx: ShopContext, { linkTo }: Needs, { orderId }: { orderId: string }): Promise<void> {
  await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    await holdOrder(tx, orderId);
    const order = await readNoticeOrder(tx, orderId, now);
    if (!order) return;
    const { value: setting } = await readSetting(tx, noticesSetting);
    const facts = factsOf(order);
    await planNotices(tx, facts.filter((fact) => isToTell(fact, { setting, installedAt: ctx.shop.installedAt, now })).map((fact) => toNotice(order, fact)));

    const planned = await plannedOf(tx, orderId);
    const due: Due[] = [];
    for (const notice of planned.filter(({ due_at }) => due_at <= now)) {
      const fact = facts.find(({ key }) => key === notice.fact);
      const heldFor = reasonToHold({ notice, fact, order, setting, now });
      if (heldFor || !fact) await markHeld(tx, notice, heldFor ?? 'no_longer_true', now);
      else due.push({ notice, fact });
    }
    for (const together of inOneMessage(due)) await tell(tx, ctx, { order, together, link: linkTo(orderId), now });

    const next = planned.find(({ due_at }) => due_at > now);
    if (next) await enqueue(tx, decideNoticesJob, { orderId }, { key: dueKey(orderId), runAt: next.due_at });
  });
}

/** Only what happened while the app was there, the kind was on, and lately enough to be news. */
function isToTell({ kind, at }: Fact, { setting, installedAt, now }: { setting: NoticesSetting; installedAt: Date; now: Date }): boolean {
  const since = toldSince(setting, kind);
  return isOn(setting, kind) && at >= installedAt && (since === null || at >= since) && after(at, kindTerms[kind].life) > now;
}

function toNotice(order: NoticeOrder, { kind, key, at, parcel }: Fact) {
  return { orderId: order.id, shipmentId: parcel?.shipmentId ?? null, kind, fact: key, happenedAt: at, dueAt: at, expiresAt: after(at, kindTerms[kind].life) };
}

function reasonToHold({ notice, fact, order, setting, now }: { notice: PlannedNotice; fact: Fact | undefined; order: NoticeOrder; setting: NoticesSetting; now: Date }): HeldFor | null {
  if (!fact) return 'no_longer_true';
  if (!isNoticeKind(notice.kind) || !isOn(setting, notice.kind)) return 'switched_off';
  if (notice.expires_at <= now) return 'too_late';
  if (order.email === null) return 'no_address';
  const aboutTrouble = notice.kind === 'delay' || notice.kind === 'exception' || notice.kind === 'returning' || notice.kind === 'preparing';
  return order.toldByStaff && aboutTrouble ? 'told_by_staff' : null;
}

/** Parcels that left together are told together. */
function inOneMessage(due: readonly Due[]): Due[][] {
  const shipped = due.filter(({ fact }) => fact.kind === 'shipped');
  const rest = due.filter(({ fact }) => fact.kind !== 'shipped').map((one) => [one]);
  return shipped.length > 0 ? [shipped, ...rest] : rest;
}

async function tell(tx: ShopTx, ctx: ShopContext, { order, together, link, now }: { order: NoticeOrder; together: Due[]; link: string; now: Date }): Promise<void> {
  const [first] = together;
  if (!first || order.email === null) return;
  const { kind, parcel } = first.fact;
  const delays = kind === 'delay' && first.notice.shipment_id !== null ? await delaysTold(tx, first.notice.shipment_id) : 0;
  const locale = localeOf(ctx.shop, order.locale);
  const own = await currentWords(tx, kind, locale);
  const parcels = together.flatMap(({ fact }) => fact.parcel ?? []);
  const { message, failure } = writeNotice(ctx.shop, { kind, order, parcels, lines: await readNoticeLines(tx, order.id), delays, link, now }, own?.words ?? null);
  if (own && failure !== null) await noteFailure(tx, { kind, locale, version: own.version }, failure, now);
  const { id } = await queueMessage(tx, {
    channel: 'email',
    kind: `notices.${kind}`,
    dedupeKey: `notices:${first.notice.fact}`,
    topic: together.length > 1 || !parcel ? `order:${order.id}:${kind}` : `parcel:${parcel.shipmentId}`,
    // What is decided later is the newer truth; of what is decided at once, what comes later in an order's life.
    rank: now.getTime() * 100 + noticeKinds.indexOf(kind),
    urgent: kindTerms[kind].urgent,
    to: order.email,
    orderId: order.id,
    customerId: order.customerId,
    expiresAt: first.notice.expires_at,
    ...message,
  });
  await markQueued(tx, together.map(({ notice }) => notice), id, now);
}
