import type { ReactNode } from 'react';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { bannerOf, type Reading } from './banner/banner-of.ts';
import { PeakBanner } from './banner/peak-banner.tsx';
import { peakSetting, type PeakProfile } from './profile.ts';

/** The banner for the top of a page; nothing where none is in force. */
export function peakBanner(profiles: readonly PeakProfile[], reading: Reading): ReactNode {
  const banner = bannerOf(profiles, reading);
  return banner && <PeakBanner banner={banner} />;
}

/** The same for a page that has not read what is planned. */
export async function readPeakBanner(tx: ShopTx, { shop, clock }: Pick<ShopContext, 'shop' | 'clock'>, locale: string): Promise<ReactNode> {
  const { value: profiles } = await readSetting(tx, peakSetting);
  return peakBanner(profiles, { zone: shop.ianaTimezone, locale, now: clock.now() });
}
