import { formatMoney } from '#app/kernel/money.ts';
import { dayIn } from '#app/kernel/time.ts';
import { choiceLink, trackingWords } from '#app/modules/tracking/index.server.ts';
import { daysInWords } from '../text/days-in-words.ts';
import type { Telling } from '../text/telling.ts';
import type { NoticeValues } from './variables.ts';

/** What a merchant's words may name, for one customer. */
export function valuesOf(shopName: string, locale: string, { order, parcels, lines, delays, link, reviewUrl = null, back = null, now }: Telling): NoticeValues {
  const [parcel] = parcels;
  const today = dayIn(order.zone, now);
  const { promise = null, missedTo = null, firstPromisedTo = null, cause = null, number = null, carrierName = null } = parcel ?? {};
  const expected = promise && promise.to >= today ? promise : null;
  const promised = missedTo ?? (expected && firstPromisedTo !== expected.to ? firstPromisedTo : null);
  const meant = parcel ? lines.filter(({ fulfillmentId }) => parcels.some((one) => one.fulfillmentId === fulfillmentId)) : lines;
  return {
    order_name: order.name,
    shop_name: shopName,
    parcel_number: number ?? '',
    carrier: carrierName ?? '',
    expected: expected ? daysInWords(locale, expected.from < today ? expected.to : expected.from, expected.to) : '',
    promised: promised ? daysInWords(locale, promised) : '',
    cause: cause ? trackingWords([locale]).t(`eventCause.${cause}`) : '',
    parcels: parcels.length,
    delay_number: delays + 1,
    tracking_url: link,
    choice_url: choiceLink(link),
    review_url: reviewUrl ?? '',
    return_name: back?.name ?? '',
    label_url: back?.labels.find(({ url }) => url !== null)?.url ?? '',
    refund_amount: back?.amount ? formatMoney(back.amount, locale) : '',
    decline_note: back?.decline?.note ?? '',
    items: (back && back.items.length > 0 ? back.items : meant).map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title)),
  };
}
