import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { after, day } from '#app/kernel/time.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import { orderStory, type CustomerOrderView, type OrderStory } from '#app/modules/orders/index.server.ts';
import { orderState, trackingWords, waitingLines } from '#app/modules/tracking/index.server.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { CustomerOrder, ToldParcel, Tone } from './answers.ts';
import { named, tellParcel } from './tell-parcel.ts';

interface Question {
  orderId: string;
  /** Who is signed in, as Shopify says. */
  customerId: string;
  /** Wished languages, best first; the order's and the shop's own follow. */
  locales: readonly string[];
  /** Signs the way to the tracking page. */
  secret: string;
}

/** One order for the customer it belongs to. Another customer's, another shop's and an unknown order are the same `not_found`. */
export async function orderForCustomer(ctx: ShopContext, { orderId, customerId, locales, secret }: Question): Promise<CustomerOrder> {
  if (!isNumericId(orderId)) throw notFound('order');
  const story = await orderStory(ctx, orderId);
  if (story.customer?.id !== customerId) throw notFound('order');

  const { shop, clock } = ctx;
  const words = trackingWords([...locales, story.order.customerLocale ?? '', ...shop.locales]);
  const now = clock.now();
  const dates = dateFormat(words.locale, shop.ianaTimezone);
  const view = toView(story);
  const parcels = view.parcels.map((parcel, at) => tellParcel({ words, dates, zone: shop.ianaTimezone, now }, parcel, { at: at + 1, of: view.parcels.length }));
  return {
    locale: words.locale,
    name: story.order.name,
    summary: words.t(`state.${orderState(view)}`),
    tone: toneOf(parcels),
    parcels,
    waiting: waitingLines(view).map((line) => ({ title: named(line.title, line.variantTitle), imageUrl: line.imageUrl, quantity: line.unfulfilledQuantity })),
    trackingUrl: orderLink(shop, orderId, { purpose: 'order', expiresAt: after(now, day) }, secret),
    times: words.t('times', { zone: dates.zoneName(now) }),
  };
}

/** The most pressing of its parcels. */
function toneOf(parcels: readonly ToldParcel[]): Tone {
  const order: Tone[] = ['attention', 'moving', 'waiting', 'done'];
  return order.find((tone) => parcels.some((parcel) => parcel.tone === tone)) ?? 'waiting';
}

function toView({ order, lines, parcels }: OrderStory): CustomerOrderView {
  return {
    order,
    firstName: null,
    customerLocale: order.customerLocale,
    destination: null,
    statusPageUrl: order.statusPageUrl,
    lines: lines.filter(({ currentQuantity }) => currentQuantity > 0),
    parcels: parcels.filter(({ cancelled, removedAt }) => !cancelled && removedAt === null),
  };
}
