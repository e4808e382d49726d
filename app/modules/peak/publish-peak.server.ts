import { AppInstallationIdDocument, PublishBusyTimesDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { peakSetting } from './profile.ts';
import { storefrontBanners } from './storefront-banners.ts';

/** Puts what is planned where the blocks in the shop's theme read it. A shop that never planned anything is left alone. */
export async function publishPeak({ shop, clock, admin, tx }: ShopContext): Promise<void> {
  const { value: profiles, version } = await tx((db) => readSetting(db, peakSetting));
  if (version === 0) return;
  const { currentAppInstallation } = await admin.run(AppInstallationIdDocument, {});
  const value = JSON.stringify(storefrontBanners(profiles, shop.ianaTimezone, clock.now()));
  await admin.run(PublishBusyTimesDocument, { metafields: [{ ownerId: currentAppInstallation.id, namespace: 'aftercare', key: 'busy_times', type: 'json', value }] });
}
