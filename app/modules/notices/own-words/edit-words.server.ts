import { ExpectedError } from '#app/kernel/errors.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isNoticeKind } from '../kinds.ts';
import type { LanguageState, NoticeEditing, WordsEditing } from '../views.ts';
import { startingSms, startingWords } from './starting-words.ts';
import { variableNames } from './variables.ts';
import { mailVersions, ownLanguages, smsVersions, type Place, type WordsVersion } from './words-store.server.ts';

/** What is there to edit of a kind in a language, and how it stands in the others. */
export function editWords(ctx: ShopContext, kind: string, locale: string): Promise<NoticeEditing> {
  if (!isNoticeKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  return ctx.tx(async (tx) => {
    const own = (await ownLanguages(tx)).filter((place) => place.kind === kind);
    return {
      email: editing(await mailVersions(tx, kind, locale), startingWords(kind, locale)),
      sms: editing(await smsVersions(tx, kind, locale), startingSms(kind, locale)),
      languages: customerLocales.map((each) => ({ locale: each, spoken: speaks(ctx.shop.locales, each), email: stateOf(own, 'email', each), sms: stateOf(own, 'sms', each) })),
      variables: variableNames,
    };
  });
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
