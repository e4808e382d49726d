import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { normalNumber, type Scan } from '#app/modules/carriers/index.server.ts';
import type { SourceKey, SourceNews } from './source.ts';
import { storeScans } from './store-scans.server.ts';
import { fingerprint } from './told-scan.ts';

// Who sends news by itself need not be asked for a day; who is asked is asked again the later the longer it has been silent.
const told = `
  update followings set
         state = case when followings.state = 'wanted' then 'following' else followings.state end,
         registered_at = coalesce(followings.registered_at, $3::timestamptz),
         reference = coalesce(r.reference, followings.reference),
         last_news_at = case when r.fresh then $3::timestamptz else followings.last_news_at end,
         next_poll_at = case when followings.state = 'ended' then null when $4 then $3::timestamptz + interval '24 hours' else followings.next_poll_at end
    from json_to_recordset($2::json) as r(number text, reference text, fresh boolean)
   where followings.source = $1 and followings.number = r.number and followings.state <> 'refused'`;

/** Keeps what a source told, whether it was asked or pushed. */
export async function storeNews(tx: ShopTx, shop: Pick<Shop, 'installedAt'>, source: SourceKey, news: readonly SourceNews[], how: { pushed: boolean; now: Date }): Promise<void> {
  if (news.length === 0) return;
  const fresh = await storeScans(tx, shop, news.map((one) => ({ number: one.number, scans: [...one.scans, ...estimateIn(source, one, how.now)] })), how.now);
  const rows = news.map(({ number, reference, scans }) => ({ number: normalNumber(number), reference, fresh: scans.some(({ id }) => fresh.has(id)) }));
  await runInBulk(tx, told, [source, JSON.stringify(rows), how.now.toISOString(), how.pushed], 'followings-told');
}

/** The date alone, dated when it was told: it may change while the parcel lies still. */
function estimateIn(source: SourceKey, { estimatedDeliveryAt, lookedAt, scans }: SourceNews, now: Date): Scan[] {
  const newest = scans.at(-1);
  if (!estimatedDeliveryAt || !newest) return [];
  const happenedAt = new Date(Math.max(Math.min((lookedAt ?? now).getTime(), now.getTime()), newest.happenedAt.getTime()));
  const id = `${source}:estimate:${fingerprint([estimatedDeliveryAt.toISOString()])}`;
  return [{ id, source, status: null, cause: null, code: 'estimate', message: null, happenedAt, utcOffset: null, estimatedDeliveryAt, place: { city: null, province: null, country: null, zip: null } }];
}
