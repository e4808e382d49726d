import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { brandOf } from './brand.ts';
import { brandSetting, type BrandSettings } from './brand-setting.ts';
import { sampleMail } from './sample-mail.server.tsx';

/** What the page of the brand begins with. */
export interface BrandView {
  brand: Current<BrandSettings>;
  shopUrl: string;
  sample: string;
}

/** The brand as it is set, and a mail that wears it. */
export async function brandView(ctx: ShopContext, locale: string): Promise<BrandView> {
  const brand = await ctx.tx((tx) => readSetting(tx, brandSetting));
  return { brand, shopUrl: ctx.shop.primaryUrl, sample: sampleMail(brandOf(ctx.shop, brand.value), locale) };
}
