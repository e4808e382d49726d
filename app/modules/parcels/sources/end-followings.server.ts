import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { normalNumber } from '#app/modules/carriers/index.server.ts';

const end = `
  update followings set state = 'ended', next_poll_at = null
   where number = any($1::text[]) and state in ('wanted', 'following')
     and not exists (select from parcels where parcels.number = any(followings.spellings) and parcels.settled_at is null)
     and not exists (select from parcels_back where parcels_back.number = any(followings.spellings) and parcels_back.settled_at is null)`;

/** Parcels that are settled need no following, unless another open parcel has the same number. Call it when their rows say so. */
export async function endFollowings(tx: ShopTx, numbers: readonly string[]): Promise<void> {
  if (numbers.length > 0) await runInBulk(tx, end, [[...new Set(numbers.map(normalNumber))]], 'followings-end');
}
