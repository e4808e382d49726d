import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { preferencesPage, preferencesPlaceholder } from '#app/modules/outbox/index.server.ts';
import { currentWords, type OwnWords } from '#app/modules/own-words/index.server.ts';
import type { NoticePreview } from '../views.ts';
import type { FurtherKind } from './further-kinds.ts';
import { furtherMails } from './further-mails.server.ts';

/** Such a mail as a customer would get it, in words that are not saved yet where there are some. Nothing is sent. */
export function previewFurther(ctx: ShopContext, kind: FurtherKind, { locale: wish, words }: { locale: string | null; words?: OwnWords | undefined }): Promise<NoticePreview> {
  const locale = bestLocale([wish, ...ctx.shop.locales], customerLocales);
  const { mail, isOn } = furtherMails[kind];
  return ctx.tx(async (tx) => {
    const { subject, html, text } = await mail.sample(tx, ctx, locale, words ?? (await currentWords(tx, kind, locale))?.words ?? null);
    const named = (body: string) => body.replaceAll(preferencesPlaceholder, preferencesPage(ctx.shop));
    return { kind, situation: null, situations: [], on: await isOn(tx, ctx), locale, order: null, notFound: false, subject, html: named(html), text: named(text), sms: null };
  });
}
