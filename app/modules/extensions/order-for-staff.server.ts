import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { AdminLocale } from '#app/kernel/locales.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import { trackingWords } from '#app/modules/tracking/index.server.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { StaffOrder } from './answers.ts';
import { tellParcel } from './tell-parcel.ts';

/** One order's parcels for the people of the shop, in the admin's language. Throws `not_found` for an id we do not hold. */
export async function orderForStaff(ctx: ShopContext, orderId: string, locale: AdminLocale): Promise<StaffOrder> {
  if (!isNumericId(orderId)) throw notFound('order');
  const story = await orderStory(ctx, orderId);
  const { shop, clock } = ctx;
  const words = trackingWords([locale]);
  const telling = { words, dates: dateFormat(locale, shop.ianaTimezone), zone: shop.ianaTimezone, now: clock.now() };
  const parcels = story.parcels.filter(({ cancelled, removedAt }) => !cancelled && removedAt === null);
  return {
    parcels: parcels.map((parcel, at) => {
      const { id, heading, status, tone, date, why, carrier, number } = tellParcel(telling, parcel, { at: at + 1, of: parcels.length });
      return { id, heading, status, tone, date, why, carrier, number, troubles: [] };
    }),
    path: `/app/orders/${orderId}`,
  };
}
