import type { Stage } from './stage.ts';

/** How far the newest import of the shop is; null where none was begun. Throws where it failed. */
export async function importState(stage: Stage): Promise<string | null> {
  const row = await stage.asShop(async (client) => (await client.query<{ state: string; failure: string | null }>('select state, failure from imports order by id desc limit 1')).rows[0]);
  if (row?.state === 'failed') throw new Error(`The import failed: ${row.failure}`);
  return row?.state ?? null;
}
