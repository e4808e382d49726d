import { ExpectedError } from '#app/kernel/errors.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mailVersions, ownLanguages, smsVersions, type Place, type WordsVersion } from '#app/modules/own-words/index.server.ts';
import { isFurtherKind } from '../further/further-kinds.ts';
import { furtherMails } from '../further/further-mails.server.ts';
import { isNoticeKind } from '../kinds.ts';
import type { LanguageState, NoticeEditing, WordsEditing } from '../views.ts';
import { startingSms, startingWords } from './starting-words.ts';
import { variableNames } from './variables.ts';

/** What is there to edit of a kind in a language, and how it stands in the others. */
export function editWords(ctx: ShopContext, kind: string, locale: string): Promise<NoticeEditing> {
  const { starting, sms, variables } = beginningOf(kind);
  return ctx.tx(async (tx) => {
    const own = (await ownLanguages(tx)).filter((place) => place.kind === kind);
    return {
      email: editing(await mailVersions(tx, kind, locale), starting(locale)),
      sms: sms && editing(await smsVersions(tx, kind, locale), sms(locale)),
      languages: customerLocales.map((each) => ({ locale: each, spoken: speaks(ctx.shop.locales, each), email: stateOf(own, 'email', each), sms: stateOf(own, 'sms', each) })),
      variables,
    };
  });
}

/** What a kind is worded from: the app's words, on each way that it has, and what words may name. */
function beginningOf(kind: string) {
  if (isNoticeKind(kind)) return { starting: (locale: string) => startingWords(kind, locale), sms: (locale: string) => startingSms(kind, locale), variables: variableNames };
  if (!isFurtherKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  const { starting, trials } = furtherMails[kind].mail;
  return { starting, sms: null, variables: Object.keys(trials[0] ?? {}) };
}

function editing<Words>(versions: WordsVersion<Words>[], starting: Words): WordsEditing<Words> {
  const [newest] = versions;
  return { version: newest?.version ?? 0, own: newest?.words ?? null, starting, versions };
}

function speaks(spoken: readonly string[], locale: LanguageState['locale']): boolean {
  return spoken.some((each) => bestLocale([each], customerLocales) === locale);
}

function stateOf(own: readonly (Place & { failed: boolean })[], channel: Place['channel'], locale: string): LanguageState['email'] {
  const place = own.find((one) => one.channel === channel && one.locale === locale);
  return place ? (place.failed ? 'failed' : 'own') : 'app';
}
