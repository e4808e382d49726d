import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { after } from '#app/kernel/time.ts';
import { fullKeyLife, orderKey, orderLink } from '#app/modules/access/index.server.ts';
import { mayReturn, storefrontPage } from '#app/modules/account-entry/index.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import { orderStory, type CustomerOrderView, type OrderStory } from '#app/modules/orders/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { orderState, readTrackedOrder, shownPromises, trackingWords, unsentWords, waitingLines, type TrackedOrder } from '#app/modules/tracking/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { CustomerOrder, ToldParcel, Tone } from './answers.ts';
import type { Telling } from './tell-date.ts';
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

/**
 * One order for the customer it belongs to; the days it names are written down as shown. Another customer's, another shop's and an unknown
 * order are the same `not_found`.
 */
export async function orderForCustomer(ctx: ShopContext, { orderId, customerId, locales, secret }: Question): Promise<CustomerOrder> {
  if (!isNumericId(orderId)) throw notFound('order');
  const story = await orderStory(ctx, orderId);
  if (story.customer?.id !== customerId) throw notFound('order');

  const { shop, clock } = ctx;
  const now = clock.now();
  const words = trackingWords([...locales, story.order.customerLocale ?? '', ...shop.locales]);
  const { tracked, open } = await ctx.tx(async (tx) => {
    const read = await readTrackedOrder(tx, ctx, toView(story));
    await append(tx, shownPromises(read, { where: 'account', zone: shop.ianaTimezone, now }));
    return { tracked: read, open: await portalIsOpen(tx) };
  });
  // Being signed in proves as much as a code by mail, and the pages open for as long.
  const terms = { purpose: 'full', expiresAt: after(now, fullKeyLife) } as const;
  const coming = unsentWords(words, tracked);
  const parcels = tellParcels(tracked, { words, zone: shop.ianaTimezone, now });
  return {
    locale: words.locale,
    name: story.order.name,
    summary: words.t(`state.${orderState(tracked.view, tracked.parcels.map((parcel) => parcel.story), tracked.isPickup)}`),
    tone: toneOf(parcels),
    parcels,
    waiting: waitingLines(tracked.view).map((line) => ({ title: named(line.title, line.variantTitle), imageUrl: line.imageUrl, quantity: line.unfulfilledQuantity })),
    coming: coming.main,
    comingWhy: coming.isMissed ? coming.notes.join(' ') : null,
    trackingUrl: `${orderLink(shop, orderId, terms, secret)}&locale=${words.locale}`,
    returnsUrl: open && mayReturn(story) ? storefrontPage(shop, 'returns', { key: orderKey(shop, { orderId, ...terms }, secret), locale: words.locale }) : null,
  };
}

function tellParcels({ parcels }: TrackedOrder, telling: Telling): ToldParcel[] {
  const shown = parcels.filter(({ story }) => story.method !== 'none');
  return shown.map(({ story, lines }, at) => tellParcel(telling, story, lines, { at: at + 1, of: shown.length }));
}

/** The most pressing of its parcels. */
function toneOf(parcels: readonly ToldParcel[]): Tone {
  const order: Tone[] = ['attention', 'moving', 'waiting', 'done'];
  return order.find((tone) => parcels.some((parcel) => parcel.tone === tone)) ?? 'waiting';
}

function toView({ order, lines, parcels }: OrderStory): CustomerOrderView {
  const kept = lines.filter(({ currentQuantity }) => currentQuantity > 0);
  return { order, lines: kept, parcels, firstName: null, customerLocale: order.customerLocale, destination: null, statusPageUrl: order.statusPageUrl };
}
