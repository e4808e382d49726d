import { thriftySigns } from '#app/kernel/sms-parts.ts';
import { formatMoney } from '#app/kernel/money.ts';
import { dayIn } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { parcelFace, trackingWords } from '#app/modules/tracking/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Telling } from './telling.ts';
import { shortDays } from './days-in-words.ts';
import { variantOf, type Variant } from './variant-of.ts';
import { noticeWords, type NoticeWords } from './words.ts';

const withDate: ReadonlySet<Variant> = new Set(['shipped', 'in_transit', 'arrived', 'cleared']);
const withNewDate: ReadonlySet<Variant> = new Set(['delay', 'delayAgain', 'delayStill']);

/** The same news as a text message in the customer's language: what happened, the day that counts, and the page that says more. */
export function draftSms(shop: Pick<Shop, 'name' | 'locales'>, telling: Telling) {
  const { order, parcels, link, reviewUrl, back } = telling;
  const words = noticeWords([order.locale, ...shop.locales]);
  const { locale } = words;
  const [parcel] = parcels;
  const variant = variantOf(telling);
  const what = trackingWords([locale]).t((parcel && parcelFace(parcel).headline) ?? 'status.exception');
  const news = words.t(`sms.${variant}`, { shop: shop.name, order: order.name, what, parcels: parcels.length, amount: back?.amount ? formatMoney(back.amount, locale) : '' });
  const said = joined([news, ...(parcel && parcels.length === 1 ? dateOf(variant, parcel, telling, words) : [])]);
  const label = back?.labels.find(({ url }) => url !== null)?.url;
  return { locale, text: `${thriftySigns(said)} ${label ? `${label} ` : ''}${reviewUrl ?? link}` };
}

function dateOf(variant: Variant, { promise }: ParcelStory, { order, now }: Telling, { t, locale }: NoticeWords): string[] {
  const today = dayIn(order.zone, now);
  const day = promise && promise.to >= today ? shortDays(locale, promise.from < today ? promise.to : promise.from, promise.to) : null;
  if (withNewDate.has(variant)) return [day === null ? t('sms.noDay') : t('sms.newDay', { day })];
  return withDate.has(variant) && day !== null ? [t('sms.expected', { day })] : [];
}

/** Chinese and Japanese sentences follow each other without a space. */
function joined(sentences: readonly string[]): string {
  return sentences.join(' ').replace(/。 /g, '。');
}
