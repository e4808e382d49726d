import { cut } from '#app/kernel/text.ts';
import { after, minute } from '#app/kernel/time.ts';
import { runInBulk, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { isCarrierKey } from '#app/modules/carriers/index.server.ts';
import type { Followed, Registration, SourceKey } from './source.ts';

interface Registered {
  number: string;
  carrier: string;
  state: 'following' | 'refused';
  reference: string | null;
  refusal: string | null;
  next_poll_at: Date | null;
}

interface Row {
  number: string;
  carrier: string;
  reference: string | null;
}

/** Parcels that the source has not been told of, those first that failed least. */
export async function takeWanted(tx: ShopTx, source: SourceKey, atMost: number, now: Date): Promise<Followed[]> {
  const rows = await tx.$queryRaw<Row[]>(sql`select number, carrier, reference from followings
    where source = ${source} and state = 'wanted' and (next_poll_at is null or next_poll_at <= ${now}::timestamptz) order by failures, created_at, number limit ${atMost}`);
  return rows.map(followedOf);
}

/** Parcels that have been silent for long enough to be asked for. */
export async function takeDue(tx: ShopTx, source: SourceKey, atMost: number, now: Date): Promise<Followed[]> {
  const rows = await tx.$queryRaw<Row[]>(sql`select number, carrier, reference from followings
    where source = ${source} and state = 'following' and (next_poll_at is null or next_poll_at <= ${now}::timestamptz) order by next_poll_at nulls first, number limit ${atMost}`);
  return rows.map(followedOf);
}

/** Writes what became of a registration; where the account is used up the parcel stays wanted. */
export async function noteRegistrations(tx: ShopTx, source: SourceKey, registrations: readonly Registration[], firstAnswerAfter: number, now: Date): Promise<void> {
  const rows = registrations.flatMap((one): Registered[] => {
    if (one.outcome === 'quota') return [];
    const known = { number: one.number, carrier: one.carrier ?? '' };
    if (one.outcome === 'refused') return [{ ...known, state: 'refused', reference: null, refusal: cut(one.words, 300), next_poll_at: null }];
    return [{ ...known, state: 'following', reference: one.reference, refusal: null, next_poll_at: after(now, one.news ? 180 * minute : firstAnswerAfter) }];
  });
  await runInBulk(tx, `
    update followings set state = r.state, reference = coalesce(r.reference, followings.reference), refusal = r.refusal, next_poll_at = r.next_poll_at, registered_at = $3::timestamptz, failures = 0
      from json_to_recordset($2::json) as r(number text, carrier text, state text, reference text, refusal text, next_poll_at timestamptz)
     where source = $1 and followings.number = r.number and followings.carrier = r.carrier and followings.state = 'wanted'`,
    [source, JSON.stringify(rows), now.toISOString()], 'followings-registered');
}

/** Was asked for; is asked for again the later, the longer it has been silent: after three hours at first, after a day at last. */
export async function notePolls(tx: ShopTx, source: SourceKey, parcels: readonly Followed[], now: Date): Promise<void> {
  await tx.$executeRaw(sql`update followings set failures = 0, next_poll_at =
      ${now}::timestamptz + greatest(interval '3 hours', least(interval '24 hours', (${now}::timestamptz - coalesce(last_news_at, registered_at, created_at)) / 4))
    where source = ${source} and state = 'following' and number = any(${parcels.map(({ number }) => number)}::text[])`);
}

/**
 * The source says that it does not follow these: they are registered once more. What was registered only now is asked for again first, as some
 * sources are slow to know it.
 */
export async function wantUnknown(tx: ShopTx, source: SourceKey, numbers: readonly string[], now: Date): Promise<void> {
  if (numbers.length === 0) return;
  await tx.$executeRaw(sql`update followings set state = 'wanted', reference = null, next_poll_at = null
    where source = ${source} and state = 'following' and registered_at < ${now}::timestamptz - interval '3 hours' and number = any(${numbers}::text[])`);
}

/** The merchant's account is another: it follows nothing yet, and has refused nothing. */
export async function wantAllAnew(tx: ShopTx, source: SourceKey): Promise<void> {
  await tx.$executeRaw(sql`update followings set state = case when state = 'ended' then 'ended' else 'wanted' end,
      reference = null, registered_at = null, refusal = null, next_poll_at = null, failures = 0 where source = ${source}`);
}

/** These were part of a call that failed: others go first, so that one bad number does not hold up all. */
export async function putOff(tx: ShopTx, source: SourceKey, parcels: readonly Followed[], now: Date): Promise<void> {
  await tx.$executeRaw(sql`update followings set failures = failures + 1, next_poll_at = ${now}::timestamptz + interval '1 minute' * least(360, power(2, failures))
    where source = ${source} and state in ('wanted', 'following') and number = any(${parcels.map(({ number }) => number)}::text[])`);
}

/** When something is to be asked next. */
export async function nextDue(tx: ShopTx, source: SourceKey, states: readonly ('wanted' | 'following')[], now: Date): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>(sql`select min(coalesce(next_poll_at, ${now}::timestamptz)) as at from followings where source = ${source} and state = any(${states}::text[])`);
  return row?.at ?? null;
}

function followedOf({ number, carrier, reference }: Row): Followed {
  return { number, carrier: isCarrierKey(carrier) ? carrier : null, reference };
}
