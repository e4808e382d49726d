import { ExpectedError } from '#app/kernel/errors.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { bannerIn } from './banner/banner-of.ts';
import { renderBanner } from './banner/render-banner.server.tsx';
import { spanOf } from './in-force.ts';
import { shownPart } from './profile.ts';

/** What customers will see of a profile as it is being written: as they see it now, or on its first day where that is still to come. */
export function previewPeak(ctx: ShopContext, { profile, locale }: { profile: unknown; locale: string }): { banner: string } {
  const read = shownPart.safeParse(profile);
  if (!read.success) throw new ExpectedError('invalid_profile', 400, 'This is no profile.');
  const { ianaTimezone: zone } = ctx.shop;
  const { from } = spanOf(read.data, zone);
  const now = ctx.clock.now() > from ? ctx.clock.now() : from;
  const language = bestLocale([locale, ...ctx.shop.locales], customerLocales);
  return { banner: renderBanner(bannerIn(read.data, { zone, locale: language, now }), language) };
}
