import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { noteFor } from './note-for.ts';
import { peakSetting } from './profile.ts';

/** What a notice of this kind adds to its text now; null where it says nothing of a busy time. */
export async function readPeakNote(tx: ShopTx, { ianaTimezone }: Pick<Shop, 'ianaTimezone'>, notice: { kind: string; locale: string; now: Date }): Promise<string | null> {
  const { value: profiles } = await readSetting(tx, peakSetting);
  return noteFor(profiles, ianaTimezone, notice);
}
