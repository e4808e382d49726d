import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { isOn, noticesSetting } from './notices-setting.ts';
import type { returnKinds } from './return-facts.ts';

/** Which of the notices about returns customers get. */
export type ReturnNoticesOn = Readonly<Record<(typeof returnKinds)[number], boolean>>;

/** Which notices about returns are on: what a page may promise by email. */
export async function returnNoticesOn(tx: ShopTx): Promise<ReturnNoticesOn> {
  const { value } = await readSetting(tx, noticesSetting);
  const on = (kind: (typeof returnKinds)[number]) => isOn(value, kind);
  return { return_approved: on('return_approved'), return_label: on('return_label'), return_received: on('return_received'), return_refunded: on('return_refunded'), return_declined: on('return_declined') };
}
