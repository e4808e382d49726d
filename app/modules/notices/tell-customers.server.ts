import { spokenLink } from '#app/kernel/spoken-link.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand, type Brand } from '#app/modules/brand/index.server.ts';
import { queueMessages, shortLink, type OutgoingMessage } from '#app/modules/outbox/index.server.ts';
import { currentSms, currentWords, noteFailure } from '#app/modules/own-words/index.server.ts';
import { readPeakNote } from '#app/modules/peak/index.server.ts';
import { optOutWords } from '#app/modules/sending/index.server.ts';
import type { Fact } from './fact.ts';
import { kindTerms, noticeKinds, type NoticeKind } from './kinds.ts';
import { readNoticeLines, type NoticeLine, type NoticeOrder } from './read-order.server.ts';
import type { ReturnTold } from './return-told.ts';
import { delaysTold, markQueued, type PlannedNotice } from './store.server.ts';
import { promisesTold } from './text/promises-told.ts';
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

/** What one customer is to be told in one message, on these ways. */
export interface Errand {
  order: NoticeOrder;
  /** What is told in one message, of one kind. */
  together: readonly [Due, ...Due[]];
  ways: readonly Way[];
  link: string;
  /** Where a review is written; of a request for one. */
  reviewUrl: string | null;
}

/** Writes what is due in each customer's language and hands it to the outbox, a message for each way. */
export async function tellCustomers(tx: ShopTx, ctx: ShopContext, errands: readonly Errand[], now: Date): Promise<void> {
  if (errands.length === 0) return;
  const lines = await readNoticeLines(tx, errands.map(({ order }) => order.id));
  const words = wordsOnce(tx, ctx);
  const messages: OutgoingMessage[][] = [];
  for (const errand of errands) messages.push(await write(tx, ctx, words, { ...errand, lines: lines.get(errand.order.id) ?? [], now }));
  const queued = await queueMessages(tx, messages.flat());
  const settled = errands.map(({ together }, at) => {
    const first = messages.slice(0, at).flat().length;
    return { notices: together.map(({ notice }) => notice.id), messageIds: queued.slice(first, first + (messages[at]?.length ?? 0)).map(({ id }) => id) };
  });
  await markQueued(tx, settled, now);
}

async function write(tx: ShopTx, ctx: ShopContext, words: Words, { order, together, ways, link, reviewUrl, lines, now }: Errand & { lines: NoticeLine[]; now: Date }): Promise<OutgoingMessage[]> {
  const [{ notice, fact, expires }] = together;
  const { kind } = fact;
  const delays = kind === 'delay' && notice.shipment_id !== null ? await delaysTold(tx, notice.shipment_id) : 0;
  const parcels = together.flatMap((due) => due.fact.parcel ?? []);
  const telling: Telling = { kind, order, parcels, lines, delays, milestone: fact.milestone ?? null, back: fact.back ?? null, link: spokenLink(link, localeOf(ctx.shop, order.locale)), reviewUrl, now };
  const about = {
    kind: `notices.${kind}`,
    topic: fact.back ? topicOf(fact.back, fact) : parcels.length > 0 ? `parcel:${parcels.map(({ shipmentId }) => shipmentId).sort().join('+')}` : `order:${order.id}:${kind}`,
    // What is decided later is the newer truth; of what is decided at once, what comes later in an order's life.
    rank: now.getTime() * 100 + noticeKinds.indexOf(kind),
    category: kindTerms[kind].category,
    urgent: kindTerms[kind].urgent,
    orderId: order.id,
    customerId: order.customerId,
    expiresAt: expires,
  };
  const messages: OutgoingMessage[] = [];
  for (const way of ways) {
    // What is left of several, one of which moved on, is another message than all of them.
    const dedupeKey = [`notices:${notice.fact}`, ...together.slice(1).map((other) => `with-${other.notice.id}`), ...(messages.length > 0 ? [way.channel] : [])].join(':');
    const written = isCarried(way) ? carriedMessage(ctx.shop, way, order.id, telling) : way.channel === 'sms' ? await sms(tx, ctx, words, telling, way.to) : await mail(tx, ctx, words, telling);
    const said = isCarried(way) && 'payload' in written ? `${written.text} ${JSON.stringify(written.payload)}` : written.text;
    messages.push({ ...about, ...written, to: way.to, dedupeKey, promises: promisesTold(written.locale, telling, said) });
  }
  return messages;
}

/** Of one return the newest is told; each refund is its own news. */
function topicOf({ id }: ReturnTold, { kind, key }: Fact): string {
  return kind === 'return_refunded' ? key : `return:${id}`;
}

type Words = ReturnType<typeof wordsOnce>;

/** The merchant's own words and brand, each looked up once. */
function wordsOnce(tx: ShopTx, ctx: ShopContext) {
  let brand: Promise<Brand> | null = null;
  return { brand: () => (brand ??= readBrand(tx, ctx.shop)), mail: once((kind, locale) => currentWords(tx, kind, locale)), sms: once((kind, locale) => currentSms(tx, kind, locale)) };
}

function once<Found>(find: (kind: NoticeKind, locale: string) => Promise<Found>) {
  const found = new Map<string, Promise<Found>>();
  return (kind: NoticeKind, locale: string) => {
    const asked = found.get(`${kind} ${locale}`) ?? find(kind, locale);
    found.set(`${kind} ${locale}`, asked);
    return asked;
  };
}

async function mail(tx: ShopTx, ctx: ShopContext, words: Words, telling: Telling) {
  const { kind, now } = telling;
  const locale = localeOf(ctx.shop, telling.order.locale);
  const own = await words.mail(kind, locale);
  const note = await readPeakNote(tx, ctx.shop, { kind, locale, now });
  const { message, failure } = writeNotice(ctx.shop, { ...telling, note }, own?.words ?? null, await words.brand());
  if (own && failure !== null) await noteFailure(tx, { kind, locale, version: own.version }, failure, now);
  return { channel: 'email' as const, ...message };
}

async function sms(tx: ShopTx, ctx: ShopContext, words: Words, telling: Telling, to: string) {
  const { kind, now } = telling;
  const locale = localeOf(ctx.shop, telling.order.locale);
  const own = await words.sms(kind, locale);
  const { message, failure } = writeSms(ctx.shop, { ...telling, link: shortLink(ctx.shop) }, own?.words ?? null);
  if (own && failure !== null) await noteFailure(tx, { kind, channel: 'sms', locale, version: own.version }, failure, now);
  const optOut = await optOutWords(tx, to, locale);
  return { channel: 'sms' as const, ...message, text: [message.text, ...(optOut === null ? [] : [optOut])].join('\n') };
}
