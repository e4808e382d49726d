import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Whether somebody may say how long words are kept, and hand over or erase all that is held of a person: only who may do everything. */
export async function mayHandle(tx: ShopTx, by: string | null): Promise<boolean> {
  return by !== null && mayStaff(tx, by, 'beyond_limit');
}
