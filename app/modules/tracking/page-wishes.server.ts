import type { ShopTx } from '#app/platform/db/database.server.ts';
import { peakSetting, type PeakProfile } from '#app/modules/peak/index.pure.ts';
import { portalSetting } from '#app/modules/returns/index.pure.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { trackingPageSetting, type TrackingPage } from './tracking-page-setting.ts';

/** What a merchant wants of the page: how it is always, and what is planned for busy times. */
export interface PageWishes {
  page: TrackingPage;
  peak: readonly PeakProfile[];
  /** Customers may begin returns by themselves. */
  returns: boolean;
}

export async function readPageWishes(tx: ShopTx): Promise<PageWishes> {
  return { page: (await readSetting(tx, trackingPageSetting)).value, peak: (await readSetting(tx, peakSetting)).value, returns: (await readSetting(tx, portalSetting)).value.open };
}
