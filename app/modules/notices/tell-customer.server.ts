import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { readPeakNote } from '#app/modules/peak/index.server.ts';
import { optOutWords } from '#app/modules/sending/index.server.ts';
import type { Fact } from './fact.ts';
import { kindTerms, noticeKinds } from './kinds.ts';
import { readNoticeLines, type NoticeOrder } from './read-order.server.ts';
import { delaysTold, markQueued, type PlannedNotice } from './store.server.ts';
import { currentSms, currentWords, noteFailure } from './own-words/words-store.server.ts';
import type { Telling } from './text/telling.ts';
import { localeOf, writeNotice } from './text/write-notice.server.ts';
import { writeSms } from './text/write-sms.server.ts';
import { carriedMessage, isCarried } from './ways/carried-message.ts';
import type { Way } from './ways/way.ts';

/** A notice whose moment has come, beside what makes it true. */
export interface Due {
  notice: PlannedNotice;
  fact: Fact;
  expires: Date;
}

interface Errand {
  order: NoticeOrder;
  /** What is told in one message, of one kind. */
  together: readonly [Due, ...Due[]];
  ways: readonly Way[];
  link: string;
  /** Where a review is written; of a request for one. */
  reviewUrl: string | null;
  now: Date;
}

/** Writes what is due in the customer's language and hands it to the outbox, a message for each way. */
export async function tellCustomer(tx: ShopTx, ctx: ShopContext, { order, together, ways, link, reviewUrl, now }: Errand): Promise<void> {
  const [{ notice, fact, expires }] = together;
  const { kind, parcel } = fact;
  const delays = kind === 'delay' && notice.shipment_id !== null ? await delaysTold(tx, notice.shipment_id) : 0;
  const parcels = together.flatMap((due) => due.fact.parcel ?? []);
  const telling: Telling = { kind, order, parcels, lines: await readNoticeLines(tx, order.id), delays, link, reviewUrl, now };
  const about = {
    kind: `notices.${kind}`,
    topic: together.length > 1 || !parcel ? `order:${order.id}:${kind}` : `parcel:${parcel.shipmentId}`,
    // What is decided later is the newer truth; of what is decided at once, what comes later in an order's life.
    rank: now.getTime() * 100 + noticeKinds.indexOf(kind),
    category: kindTerms[kind].category,
    urgent: kindTerms[kind].urgent,
    orderId: order.id,
    customerId: order.customerId,
    expiresAt: expires,
  };
  const queued: string[] = [];
  for (const way of ways) {
    const dedupeKey = `notices:${notice.fact}${queued.length > 0 ? `:${way.channel}` : ''}`;
    const written = isCarried(way) ? carriedMessage(ctx.shop, way, order.id, telling) : way.channel === 'sms' ? await sms(tx, ctx, telling, way.to) : await mail(tx, ctx, telling);
    queued.push((await queueMessage(tx, { ...about, ...written, to: way.to, dedupeKey })).id);
  }
  await markQueued(tx, together.map((due) => due.notice), queued, now);
}

async function mail(tx: ShopTx, ctx: ShopContext, telling: Telling) {
  const { kind, now } = telling;
  const locale = localeOf(ctx.shop, telling.order.locale);
  const own = await currentWords(tx, kind, locale);
  const note = await readPeakNote(tx, ctx.shop, { kind, locale, now });
  const { message, failure } = writeNotice(ctx.shop, { ...telling, note }, own?.words ?? null, await readBrand(tx, ctx.shop));
  if (own && failure !== null) await noteFailure(tx, { kind, locale, version: own.version }, failure, now);
  return { channel: 'email' as const, ...message };
}

async function sms(tx: ShopTx, ctx: ShopContext, telling: Telling, to: string) {
  const { kind, now } = telling;
  const locale = localeOf(ctx.shop, telling.order.locale);
  const own = await currentSms(tx, kind, locale);
  const { message, failure } = writeSms(ctx.shop, telling, own?.words ?? null);
  if (own && failure !== null) await noteFailure(tx, { kind, channel: 'sms', locale, version: own.version }, failure, now);
  const optOut = await optOutWords(tx, to, locale);
  return { channel: 'sms' as const, ...message, text: [message.text, ...(optOut === null ? [] : [optOut])].join('\n') };
}
