import { dayIn } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { preferencesPlaceholder } from '#app/modules/outbox/index.server.ts';
import { choiceLink, parcelFace, trackingWords, writeDays, type TrackingWords } from '#app/modules/tracking/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { NoticeKind } from '../kinds.ts';
import { daysInWords } from './days-in-words.ts';
import type { NoticeDraft } from './notice-draft.ts';
import { factsOfReturn, returnCore } from './return-words.ts';
import type { ReturnTold } from '../return-told.ts';
import type { Telling } from './telling.ts';
import { variantOf, type Variant } from './variant-of.ts';
import { noticeWords, type NoticeWords } from './words.ts';

interface Speech {
  telling: Telling;
  /** The customer's day. */
  today: string;
  words: NoticeWords;
  tracking: TrackingWords;
}

type Core = Pick<NoticeDraft, 'subject' | 'heading' | 'paragraphs'>;

const linesShown = 5;

/** Writes a notice in the customer's language with the texts that come with the app. */
export function draftNotice(shop: Pick<Shop, 'name' | 'locales'>, telling: Telling): NoticeDraft {
  const { order, parcels, link, reviewUrl = null, back = null, now } = telling;
  const words = noticeWords([order.locale, ...shop.locales]);
  const { t, locale } = words;
  const speech = { telling, words, tracking: trackingWords([locale]), today: dayIn(order.zone, now) };
  return {
    locale,
    ...coreOf(speech, shop.name),
    facts: back ? factsOfReturn(back, words) : parcels.length === 1 ? parcels.flatMap((parcel) => factsOfParcel(speech, parcel)) : parcels.flatMap((parcel) => numberOf(speech, parcel)),
    contents: contentsOf(back && back.items.length > 0 ? { label: t('fact.returned'), meant: back.items } : boughtIn(speech), t),
    action: { ...(reviewUrl === null ? { label: t('action'), url: link } : { label: t('review.action'), url: reviewUrl }), hint: t('buttonHint') },
    notes: [t('help', { order: order.name })],
    footer: t('footer', { shop: shop.name }),
    preferences: { label: t('preferences'), url: preferencesPlaceholder },
  };
}

function coreOf({ telling, today, words: { t, locale }, tracking }: Speech, shop: string): Core {
  const { order: { name: order }, parcels, link } = telling;
  const [parcel] = parcels;
  const face = parcel && parcelFace(parcel);
  const advice = face?.advice ? [adviceOf(face.advice, t, tracking.t)] : [];
  const variant = variantOf(telling);
  const choice = [{ text: `${t('date.choice')} ` }, { text: t('date.choose'), href: choiceLink(link) }];
  switch (variant) {
    case 'shippedTogether': {
      const several = { order, parcels: parcels.length };
      return { subject: t('shipped.subject', { shop, order }), heading: t('shippedTogether.heading', several), paragraphs: [t('shippedTogether.text', several)] };
    }
    case 'outTogether':
    case 'deliveredTogether': {
      const several = { shop, order, parcels: parcels.length };
      return { subject: t(`${variant}.subject`, several), heading: t(`${variant}.heading`, several), paragraphs: [t(`${variant}.text`, several), ...(variant === 'deliveredTogether' ? [t('deliveredTogether.notThere')] : [])] };
    }
    case 'return_approved':
    case 'return_label':
    case 'return_received':
    case 'return_refunded':
    case 'return_declined':
      return telling.back ? returnCore(variant, telling.back, { shop, order }, { t, locale }) : plain(variant);
    case 'attempted':
    case 'ready_for_pickup':
      return { ...plain(variant), paragraphs: [t(`${variant}.text`, { order }), ...advice] };
    case 'delivered':
      return { ...plain(variant), paragraphs: [t('delivered.text', { order }), t('delivered.notThere')] };
    case 'review':
      return { ...plain(variant), paragraphs: [t('review.text', { order }), [{ text: `${t('review.wrong')} ` }, { text: t('review.toUs'), href: link }]] };
    case 'exception':
      return { subject: t('exception.subject', { shop, order }), heading: tracking.t(face?.headline ?? 'status.exception'), paragraphs: [t('exception.text', { order }), ...advice] };
    case 'silent':
      return { ...plain(variant), paragraphs: [t('silent.text', { order }), choice] };
    case 'delay':
    case 'delayAgain':
    case 'delayStill':
      return { ...plain(variant), paragraphs: [t(`${variant}.text`, { order }), ...(parcel ? dates(parcel) : []), choice] };
    default:
      return plain(variant);
  }

  function plain(key: Exclude<Variant, 'exception' | 'shippedTogether' | 'outTogether' | 'deliveredTogether'>): Core {
    return { subject: t(`${key}.subject`, { shop, order }), heading: t(`${key}.heading`), paragraphs: [t(`${key}.text`, { order })] };
  }

  function dates({ promise, missedTo, firstPromisedTo, cause }: ParcelStory): string[] {
    const expected = promise && promise.to >= today ? daysInWords(locale, promise.from < today ? promise.to : promise.from, promise.to) : null;
    const promised = missedTo ?? firstPromisedTo;
    const date = expected === null ? t('date.none') : promised ? t('date.moved', { promised: daysInWords(locale, promised), day: expected }) : t('date.now', { day: expected });
    return [date, ...(cause ? [t('date.reason', { reason: tracking.t(`eventCause.${cause}`) })] : [])];
  }
}

const saidOtherwise = ['advice.damaged', 'advice.lost', 'advice.refused', 'advice.unclaimed', 'advice.label_voided'] as const;

/** The page's advice; where that points to what stands beside it, or speaks of the shop as of another, a mail has its own. */
function adviceOf(advice: Parameters<TrackingWords['t']>[0], t: NoticeWords['t'], onPage: TrackingWords['t']): string {
  const own = saidOtherwise.find((one) => one === advice);
  return own ? t(own) : onPage(advice);
}

const withDate: ReadonlySet<NoticeKind> = new Set(['shipped', 'in_transit', 'attempted', 'delay']);

function factsOfParcel(speech: Speech, parcel: ParcelStory) {
  const { telling: { kind }, today, words: { t, locale } } = speech;
  const { promise, carrierName } = parcel;
  const expected = withDate.has(kind) && promise && promise.to >= today ? [{ label: t('fact.expected'), value: writeDays(locale, promise.from < today ? promise.to : promise.from, promise.to) }] : [];
  return [...expected, ...(carrierName ? [{ label: t('fact.carrier'), value: carrierName }] : []), ...numberOf(speech, parcel)];
}

function numberOf({ words: { t } }: Speech, { number }: ParcelStory) {
  return number === null ? [] : [{ label: t('fact.number'), value: number }];
}

function boughtIn({ telling: { parcels, lines }, words: { t } }: Speech) {
  const [parcel, second] = parcels;
  const meant = parcels.length === 0 ? lines : lines.filter(({ fulfillmentId }) => parcels.some((one) => one.fulfillmentId === fulfillmentId));
  return { label: t(parcel && !second ? 'fact.contents' : 'fact.items'), meant };
}

function contentsOf({ label, meant }: { label: string; meant: readonly ReturnTold['items'][number][] }, t: NoticeWords['t']): NoticeDraft['contents'] {
  if (meant.length === 0) return null;
  const shown = meant.length > linesShown ? meant.slice(0, linesShown - 1) : meant;
  return {
    label,
    lines: shown.map(({ title, variant, quantity, imageUrl }) => ({ text: [quantity > 1 ? `${quantity} × ${title}` : title, variant].filter(Boolean).join(' · '), imageUrl })),
    more: shown.length < meant.length ? t('fact.others', { items: meant.length - shown.length }) : null,
  };
}
