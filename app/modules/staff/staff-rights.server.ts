import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { rightsOf, type Right, type Role } from './roles.ts';
import { staffSetting } from './staff-setting.ts';

/** What a person of the shop may do with returns. */
export async function staffRights(tx: ShopTx, staffId: string): Promise<readonly Right[]> {
  return rightsOf[await roleOf(tx, staffId)];
}

/** True where a person of the shop may do this. */
export async function mayStaff(tx: ShopTx, staffId: string, right: Right): Promise<boolean> {
  return (await staffRights(tx, staffId)).includes(right);
}

async function roleOf(tx: ShopTx, staffId: string): Promise<Role> {
  const { value } = await readSetting(tx, staffSetting);
  const member: { account_owner: boolean } | null = await tx.staff_members.findFirst({ where: { id: staffId }, select: { account_owner: true } });
  return member?.account_owner ? 'everything' : (value.people[staffId] ?? value.everybody);
}
