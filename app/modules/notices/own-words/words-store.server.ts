import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { NoticeKind } from '../kinds.ts';
import { ownWordsSchema, type OwnWords } from './own-words.ts';

/** A version of somebody's words; null: the words that come with the app. */
export interface WordsVersion {
  version: number;
  words: OwnWords | null;
  madeAt: Date;
  /** Set where the app's own words had to be sent in place of these. */
  failure: string | null;
  failedAt: Date | null;
}

/** The newest versions first; what is kept for ever is shown so far. */
const shown = 20;

/** What was ever written for a kind in a language, the newest first. */
export async function versionsOf(tx: ShopTx, kind: NoticeKind, locale: string): Promise<WordsVersion[]> {
  const rows = await tx.notice_words.findMany({ where: { kind, locale }, orderBy: { version: 'desc' }, take: shown });
  return rows.map((row) => ({ version: row.version, words: readWords(row.words), madeAt: row.made_at, failure: row.failure, failedAt: row.failed_at }));
}

/** The words that count now, or null for those of the app. */
export async function currentWords(tx: ShopTx, kind: NoticeKind, locale: string): Promise<{ version: number; words: OwnWords } | null> {
  const row = await tx.notice_words.findFirst({ where: { kind, locale }, orderBy: { version: 'desc' } });
  const words = row && readWords(row.words);
  return words ? { version: row.version, words } : null;
}

/** Adds a version after the one its writer saw; whoever saw an older one is told so. */
export async function addVersion(tx: ShopTx, { kind, locale, words, after, by, at }: { kind: NoticeKind; locale: string; words: OwnWords | null; after: number; by: string | null; at: Date }): Promise<void> {
  const newest = await tx.notice_words.findFirst({ where: { kind, locale }, orderBy: { version: 'desc' }, select: { version: true } });
  const { count } =
    (newest?.version ?? 0) === after
      ? await tx.notice_words.createMany({ skipDuplicates: true, data: [{ kind, locale, version: after + 1, made_by: by, made_at: at, ...(words ? { words } : {}) }] })
      : { count: 0 };
  if (count === 0) throw new ExpectedError('conflict', 409, 'These words were changed by someone else.');
}

/** Writes down that words could not be used. */
export async function noteFailure(tx: ShopTx, { kind, locale, version }: { kind: NoticeKind; locale: string; version: number }, failure: string, at: Date): Promise<void> {
  await tx.notice_words.updateMany({ where: { kind, locale, version }, data: { failure: failure.slice(0, 500), failed_at: at } });
}

/** Of each kind, the languages whose newest words are the merchant's own, and whether any of those failed. */
export async function ownLanguages(tx: ShopTx): Promise<{ kind: string; locale: string; failed: boolean }[]> {
  const rows = await tx.notice_words.findMany({ distinct: ['kind', 'locale'], orderBy: [{ kind: 'asc' }, { locale: 'asc' }, { version: 'desc' }] });
  return rows.filter(({ words }) => words !== null).map(({ kind, locale, failed_at }) => ({ kind, locale, failed: failed_at !== null }));
}

function readWords(stored: unknown): OwnWords | null {
  const read = ownWordsSchema.safeParse(stored);
  return read.success ? read.data : null;
}
