import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isNoticeKind } from '../kinds.ts';
import type { NoticeEditing } from '../views.ts';
import { startingWords } from './starting-words.ts';
import { variableNames } from './variables.ts';
import { ownLanguages, mailVersions } from './words-store.server.ts';

/** What is there to edit of a kind in a language. */
export function editWords(ctx: ShopContext, kind: string, locale: string): Promise<NoticeEditing> {
  if (!isNoticeKind(kind)) throw new ExpectedError('unknown_notice', 404, 'There is no such notice.');
  return ctx.tx(async (tx) => {
    const versions = await mailVersions(tx, kind, locale);
    return {
      version: versions[0]?.version ?? 0,
      own: versions[0]?.words ?? null,
      starting: startingWords(kind, locale),
      versions,
      ownLanguages: (await ownLanguages(tx)).filter((own) => own.kind === kind && own.channel === 'email').map((own) => own.locale),
      variables: variableNames,
    };
  });
}
