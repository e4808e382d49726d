import { hour, minute, after } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { SourceKey } from './source.ts';
import type { FailureKind, SourceFailure } from './source-failure.ts';

export interface SourceState {
  state: 'ok' | FailureKind;
  /** What the source said. */
  words: string | null;
  since: Date;
  failures: number;
  pausedUntil: Date | null;
  answeredAt: Date | null;
  pushedAt: Date | null;
}

interface Row {
  source: string;
  state: SourceState['state'];
  words: string | null;
  since: Date;
  failures: number;
  paused_until: Date | null;
  answered_at: Date | null;
  pushed_at: Date | null;
}

/** How every connected source stands, by its key. */
export async function readSourceStates(tx: ShopTx): Promise<Map<string, SourceState>> {
  const rows = await tx.$queryRaw<Row[]>(sql`select source, state, words, since, failures, paused_until, answered_at, pushed_at from source_states`);
  return new Map(rows.map(({ source, paused_until, answered_at, pushed_at, ...rest }) => [source, { ...rest, pausedUntil: paused_until, answeredAt: answered_at, pushedAt: pushed_at }]));
}

/** A source was connected; its open parcels are wanted. */
export async function noteConnected(tx: ShopTx, source: SourceKey, now: Date): Promise<void> {
  await tx.$executeRaw(sql`insert into source_states (source, since) values (${source}, ${now}::timestamptz) on conflict do nothing`);
}

/** The source answers: nothing stands in its way, but that a used-up account may still be polled. */
export async function noteAnswer(tx: ShopTx, source: SourceKey, now: Date): Promise<void> {
  await tx.$executeRaw(sql`insert into source_states (source, since, answered_at) values (${source}, ${now}::timestamptz, ${now}::timestamptz)
    on conflict (shop_id, source) do update set answered_at = ${now}::timestamptz`);
  await tx.$executeRaw(sql`update source_states set failures = 0, paused_until = null, words = null, state = 'ok', since = ${now}::timestamptz
    where source = ${source} and (state <> 'ok' or paused_until is not null) and not (state = 'quota' and coalesce(paused_until > ${now}::timestamptz, false))`);
}

/** The merchant changed something about the account: it may be asked at once. */
export async function endPause(tx: ShopTx, source: SourceKey): Promise<void> {
  await tx.$executeRaw(sql`update source_states set paused_until = null, failures = 0 where source = ${source}`);
}

/** The source sent news by itself. */
export async function notePush(tx: ShopTx, source: SourceKey, now: Date): Promise<void> {
  await tx.$executeRaw(sql`update source_states set pushed_at = ${now}::timestamptz where source = ${source}`);
}

/** The source refused a whole call: nobody of us asks it again before the pause is over. */
export async function noteFailure(tx: ShopTx, source: SourceKey, { kind, message, retryAfter }: SourceFailure, now: Date): Promise<Date> {
  const { failures: before = 0 } = (await readSourceStates(tx)).get(source) ?? {};
  const pausedUntil = after(now, pauseAfter(kind, before, retryAfter));
  const words = message.slice(0, 300);
  await tx.$executeRaw(sql`insert into source_states (source, state, words, since, failures, paused_until) values (${source}, ${kind}, ${words}, ${now}::timestamptz, 1, ${pausedUntil}::timestamptz)
    on conflict (shop_id, source) do update set state = ${kind}, words = ${words}, failures = source_states.failures + 1, paused_until = ${pausedUntil}::timestamptz,
      since = case when source_states.state = ${kind} then source_states.since else ${now}::timestamptz end`);
  return pausedUntil;
}

const longest = 6 * hour;

/** A used-up account or a withdrawn key does not mend itself within minutes; everything else may. What the source asks for counts, within reason. */
export function pauseAfter(kind: FailureKind, failuresBefore: number, asked: number | null): number {
  if (kind === 'key' || kind === 'quota') return longest;
  const grown = Math.min(longest, (kind === 'slow_down' ? minute / 2 : minute) * 2 ** Math.min(failuresBefore, 10));
  return Math.min(longest, Math.max(grown, asked ?? 0));
}
