import { ExpectedError } from '#app/kernel/errors.ts';
import { customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { checkSms, checkWords } from './check-words.ts';
import type { OwnWords, SmsWords, WordProblem } from './own-words.ts';
import type { Values } from './values.ts';
import { addVersion, type Place } from './words-store.server.ts';

interface Asked {
  kind: string;
  locale: string;
  /** Null: back to the words that come with the app. */
  words: { email: OwnWords | null } | { sms: SmsWords | null };
  /** The newest version its writer saw. */
  after: number;
  by: string | null;
  /** What they are tried with. */
  trials: readonly Values[];
}

/** Keeps a merchant's words as a new version that counts from now on, or says what is wrong with them and keeps nothing. */
export async function saveWords(ctx: ShopContext, { kind, locale, words, after, by, trials }: Asked): Promise<{ saved: number } | { problems: WordProblem[] }> {
  if (!customerLocales.some((known) => known === locale)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  const problems = 'sms' in words ? (words.sms ? checkSms(words.sms, trials) : []) : words.email ? checkWords(words.email, trials) : [];
  if (problems.length > 0) return { problems };
  const place: Place = { kind, channel: 'sms' in words ? 'sms' : 'email', locale };
  await ctx.tx((tx) => addVersion(tx, place, { words: 'sms' in words ? words.sms : words.email, after, by, at: ctx.clock.now() }));
  return { saved: after + 1 };
}
