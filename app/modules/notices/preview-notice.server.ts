import { ExpectedError } from '#app/kernel/errors.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { spokenLink } from '#app/kernel/spoken-link.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import { preferencesPlaceholder, shortLink } from '#app/modules/outbox/index.server.ts';
import { readPeakNote } from '#app/modules/peak/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { isFurtherKind } from './further/further-kinds.ts';
import { previewFurther } from './further/preview-further.server.ts';
import { isNoticeKind } from './kinds.ts';
import { isOn, noticesSetting, rulesOf } from './notices-setting.ts';
import { currentSms, currentWords, type OwnWords, type SmsWords } from '#app/modules/own-words/index.server.ts';
import { readNoticeLines, readNoticeOrder } from './read-order.server.ts';
import { reviewPage } from './review.ts';
import { sampleOf } from './sample.ts';
import { situationOf, situationsOf } from './situations.ts';
import type { Telling } from './text/telling.ts';
import { writeNotice } from './text/write-notice.server.ts';
import { writeSms } from './text/write-sms.server.ts';
import type { NoticePreview } from './views.ts';

interface Asked {
  kind: string;
  locale: string | null;
  /** Number of the order to write about; the newest one unless said. */
  order: string | null;
  /** How it is to stand, of those its kind can; the usual one unless said. */
  situation?: string | null;
  /** Words that are not saved yet; those that count unless given. */
  words?: { email: OwnWords } | { sms: SmsWords };
  /** Whether it is sent to be tried: a short link is for the customer of an order alone. */
  tried?: boolean;
  /** What is added to the text; what is in force unless given. */
  note?: string | null;
}

interface Needs {
  linkTo(orderId: string): string;
}

/** A notice of this kind, or one of the other mails that are worded here, as the customer of a real order would get it, were the parcel to stand so. Nothing is sent. */
export function previewNotice(ctx: ShopContext, { linkTo }: Needs, asked: Asked): Promise<NoticePreview> {
  const { kind } = asked;
  if (isFurtherKind(kind)) return previewFurther(ctx, kind, { locale: asked.locale, words: asked.words && 'email' in asked.words ? asked.words.email : undefined });
  if (!isNoticeKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  const locale = bestLocale([asked.locale, ...ctx.shop.locales], customerLocales);
  const now = ctx.clock.now();
  const situation = situationOf(kind, asked.situation ?? null);
  return ctx.tx(async (tx) => {
    const found = await orderToShow(tx, asked.order);
    const order = found === null ? null : await readNoticeOrder(tx, found, now);
    const mailWords = asked.words && 'email' in asked.words ? asked.words.email : ((await currentWords(tx, kind, locale))?.words ?? null);
    const smsWords = asked.words && 'sms' in asked.words ? asked.words.sms : ((await currentSms(tx, kind, locale))?.words ?? null);
    const { value: setting } = await readSetting(tx, noticesSetting);
    const telling: Telling = {
      kind,
      order: { name: order?.name ?? '#1001', locale, zone: order?.zone ?? ctx.shop.ianaTimezone },
      lines: found ? ((await readNoticeLines(tx, [found])).get(found) ?? []) : [],
      ...sampleOf({ kind, situation, real: order?.parcels.find(({ withdrawn }) => !withdrawn) ?? null, orderId: found ?? '0', orderName: order?.name ?? '#1001', currency: ctx.shop.currency, now }),
      link: spokenLink(linkTo(found ?? '0'), locale),
      reviewUrl: kind === 'review' ? reviewPage(rulesOf(setting, kind).reviewUrl ?? ctx.shop.primaryUrl, order?.name ?? '#1001') : null,
      note: asked.note === undefined ? await readPeakNote(tx, ctx.shop, { kind, locale, now }) : asked.note,
      now,
    };
    const { message } = writeNotice(ctx.shop, telling, mailWords, await readBrand(tx, ctx.shop));
    const { subject } = message;
    const named = (body: string) => body.replaceAll(preferencesPlaceholder, `${ctx.shop.primaryUrl}/apps/aftercare/preferences`);
    return { kind, situation, situations: situationsOf(kind), on: isOn(setting, kind), locale, order: order?.name ?? null, notFound: asked.order !== null && !order, subject, html: named(message.html), text: named(message.text), sms: writeSms(ctx.shop, asked.tried ? telling : { ...telling, link: shortLink(ctx.shop) }, smsWords).message.text };
  });
}

async function orderToShow(tx: ShopTx, name: string | null): Promise<string | null> {
  const known = { deleted_at: null, fingerprint: { not: '' } };
  if (name !== null) {
    const bare = name.trim().replace(/^#/, '');
    return (await tx.orders.findFirst({ where: { ...known, name: { in: [bare, `#${bare}`, name.trim()] } }, select: { id: true } }))?.id ?? null;
  }
  const sent = await tx.orders.findFirst({ where: { ...known, fulfillment_status: 'fulfilled' }, orderBy: { processed_at: 'desc' }, select: { id: true } });
  return (sent ?? (await tx.orders.findFirst({ where: known, orderBy: { processed_at: 'desc' }, select: { id: true } })))?.id ?? null;
}
