import { isNumericId } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import type { AdminLocale } from '#app/kernel/locales.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import { parcelStories } from '#app/modules/parcels/index.server.ts';
import { trackingWords } from '#app/modules/tracking/index.server.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { StaffOrder } from './answers.ts';
import en from './i18n/en.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };
import { tellParcel } from './tell-parcel.ts';

const resources = { en, 'zh-CN': zhCN };

/** One order's parcels and what is wrong with them, for the people of the shop. Throws `not_found` for an id we do not hold. */
export async function orderForStaff(ctx: ShopContext, orderId: string, locale: AdminLocale): Promise<StaffOrder> {
  if (!isNumericId(orderId)) throw notFound('order');
  const { parcels } = await orderStory(ctx, orderId);
  const { shop, clock } = ctx;
  const telling = { words: trackingWords([locale]), zone: shop.ianaTimezone, now: clock.now() };
  const { t } = createTranslator(locale, resources);
  const dates = dateFormat(locale, shop.ianaTimezone);
  const stories = (await ctx.tx((tx) => parcelStories(tx, orderId, telling.now))).filter(({ withdrawn }) => !withdrawn);
  return {
    parcels: stories.map((story, at) => {
      const contents = parcels.find(({ id }) => id === story.shipmentId)?.lines ?? [];
      const { id, heading, status, tone, date, why, carrier, number } = tellParcel(telling, story, contents, { at: at + 1, of: stories.length });
      const troubles = story.troubles.map((trouble) => ({ id: trouble.id, text: t(`trouble.${trouble.kind}`), since: dates.moment(trouble.since) }));
      return { id, heading, status, tone, date, why, carrier, number, troubles };
    }),
    path: `/app/orders/${orderId}`,
  };
}
