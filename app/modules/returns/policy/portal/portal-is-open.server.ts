import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { portalSetting } from './portal-setting.ts';

/** True where customers may begin a return: the merchant opened the portal, and a policy says what they get. */
export async function portalIsOpen(tx: ShopTx): Promise<boolean> {
  const { value } = await readSetting(tx, portalSetting);
  return value.open && (await tx.returns_policy_versions.findFirst({ select: { version: true } })) !== null;
}
