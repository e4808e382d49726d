import { ExpectedError } from '#app/kernel/errors.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Whether somebody may see who read what: only who may do everything. */
export async function maySeeReadings(tx: ShopTx, by: string | null): Promise<boolean> {
  return by !== null && mayStaff(tx, by, 'beyond_limit');
}

/** It is nothing for others to take along. */
export function notForThem(): ExpectedError {
  return new ExpectedError('may_not', 403, 'Only who may do everything sees who read what.');
}
