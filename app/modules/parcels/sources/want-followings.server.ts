import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { normalNumber } from '#app/modules/carriers/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { followParcelsJob } from './jobs.ts';
import type { SourceKey } from './source.ts';
import { sourcesSetting } from './source-setting.ts';

/** An open parcel as its shop writes it. */
export interface WantedParcel {
  number: string;
  carrier: string | null;
}

// A number that a source already follows with success is not registered again because we now think better of its carrier.
const insert = `
  insert into followings (source, number, carrier, spellings)
  select source, r.number, r.carrier, r.spellings
    from unnest($1::text[]) as source cross join json_to_recordset($2::json) as r(number text, carrier text, spellings text[])
   where not exists (select from followings other where other.source = source.source and other.number = r.number and other.carrier <> r.carrier
                        and other.state = 'following' and other.last_news_at is not null)
   order by 1, 2, 3
      on conflict (shop_id, source, number, carrier) do update
     set spellings = array(select distinct unnest(followings.spellings || excluded.spellings)),
         state = case when followings.state <> 'ended' then followings.state when followings.registered_at is null then 'wanted' else 'following' end,
         next_poll_at = case when followings.state = 'ended' then null else followings.next_poll_at end
   where followings.state = 'ended' or not followings.spellings @> excluded.spellings
  returning 1`;

/** Open parcels with a number: every connected source is to follow them. Saying so again changes nothing. */
export async function wantFollowings(tx: ShopTx, parcels: readonly WantedParcel[]): Promise<void> {
  const { value } = await readSetting(tx, sourcesSetting);
  await wantAt(tx, value.connections.map(({ source }) => source), parcels);
}

/** The same at these sources only. */
export async function wantAt(tx: ShopTx, sources: readonly SourceKey[], parcels: readonly WantedParcel[]): Promise<void> {
  const rows = new Map<string, { number: string; carrier: string; spellings: string[] }>();
  for (const { number: written, carrier: told } of parcels) {
    const number = normalNumber(written);
    if (number.length < 5) continue;
    const carrier = told ?? '';
    const row = rows.get(`${number} ${carrier}`) ?? { number, carrier, spellings: [] };
    rows.set(`${number} ${carrier}`, { ...row, spellings: [...new Set([...row.spellings, written])] });
  }
  if (sources.length === 0 || rows.size === 0) return;
  const changed = await runInBulk(tx, insert, [sources, JSON.stringify([...rows.values()])], 'followings-want');
  if (changed.length > 0) await enqueue(tx, followParcelsJob, {}, { key: followParcelsJob.name });
}
