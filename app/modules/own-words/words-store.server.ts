import type { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import { cut } from '#app/kernel/text.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ownWordsSchema, smsWordsSchema, type OwnWords, type SmsWords } from './own-words.ts';
import type { WordChannel } from './word-parts.ts';

/** Whose versions are counted apart: a kind on one way in one language. */
export interface Place {
  kind: string;
  channel: WordChannel;
  locale: string;
}

/** A version of somebody's words; null: the words that come with the app. */
export interface WordsVersion<Words = OwnWords> {
  version: number;
  words: Words | null;
  madeAt: Date;
  /** Set where the app's own words had to be sent in place of these. */
  failure: string | null;
  failedAt: Date | null;
}

/** The newest versions first; what is kept for ever is shown so far. */
const shown = 20;

/** What was ever written for a mail of a kind in a language, the newest first. */
export const mailVersions = (tx: ShopTx, kind: string, locale: string) => versionsOf(tx, { kind, channel: 'email', locale }, ownWordsSchema);
/** The same for its text message. */
export const smsVersions = (tx: ShopTx, kind: string, locale: string) => versionsOf(tx, { kind, channel: 'sms', locale }, smsWordsSchema);

async function versionsOf<Words>(tx: ShopTx, place: Place, schema: z.ZodType<Words>): Promise<WordsVersion<Words>[]> {
  const rows = await tx.notice_words.findMany({ where: { ...place }, orderBy: { version: 'desc' }, take: shown });
  return rows.map((row) => ({ version: row.version, words: readWords(row.words, schema), madeAt: row.made_at, failure: row.failure, failedAt: row.failed_at }));
}

/** The words of a mail that count now, or null for those of the app. */
export const currentWords = (tx: ShopTx, kind: string, locale: string): Promise<{ version: number; words: OwnWords } | null> => current(tx, { kind, channel: 'email', locale }, ownWordsSchema);
/** The same for its text message. */
export const currentSms = (tx: ShopTx, kind: string, locale: string): Promise<{ version: number; words: SmsWords } | null> => current(tx, { kind, channel: 'sms', locale }, smsWordsSchema);

async function current<Words>(tx: ShopTx, place: Place, schema: z.ZodType<Words>): Promise<{ version: number; words: Words } | null> {
  const row = await tx.notice_words.findFirst({ where: { ...place }, orderBy: { version: 'desc' } });
  const words = row && readWords(row.words, schema);
  return words ? { version: row.version, words } : null;
}

interface NewVersion {
  words: OwnWords | SmsWords | null;
  after: number;
  by: string | null;
  at: Date;
}

/** Adds a version after the one its writer saw; whoever saw an older one is told so. */
export async function addVersion(tx: ShopTx, place: Place, { words, after, by, at }: NewVersion): Promise<void> {
  const newest = await tx.notice_words.findFirst({ where: { ...place }, orderBy: { version: 'desc' }, select: { version: true } });
  const { count } =
    (newest?.version ?? 0) === after
      ? await tx.notice_words.createMany({ skipDuplicates: true, data: [{ ...place, version: after + 1, made_by: by, made_at: at, ...(words ? { words } : {}) }] })
      : { count: 0 };
  if (count === 0) throw new ExpectedError('conflict', 409, 'These words were changed by someone else.');
}

/** Writes down that words could not be used; those of a mail unless said. */
export async function noteFailure(tx: ShopTx, { channel = 'email', ...about }: Omit<Place, 'channel'> & { channel?: WordChannel; version: number }, failure: string, at: Date): Promise<void> {
  await tx.notice_words.updateMany({ where: { ...about, channel }, data: { failure: cut(failure, 500), failed_at: at } });
}

/** Where the newest words are the merchant's own, and whether they failed. */
export async function ownLanguages(tx: ShopTx): Promise<(Place & { failed: boolean })[]> {
  const rows = await tx.notice_words.findMany({ distinct: ['kind', 'channel', 'locale'], orderBy: [{ kind: 'asc' }, { channel: 'asc' }, { locale: 'asc' }, { version: 'desc' }] });
  return rows.filter(({ words }) => words !== null).map(({ kind, channel, locale, failed_at }) => ({ kind, channel: channel === 'sms' ? 'sms' : 'email', locale, failed: failed_at !== null }));
}

function readWords<Words>(stored: unknown, schema: z.ZodType<Words>): Words | null {
  const read = schema.safeParse(stored);
  return read.success ? read.data : null;
}
