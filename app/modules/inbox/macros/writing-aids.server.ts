import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ArticleKind } from '../articles/article.ts';
import { readArticles } from '../articles/read-articles.server.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { offeredMacros, type OfferedMacro } from './offered-macros.server.ts';

/** What an agent can put into a reply to this ticket, or look up for it. */
export interface WritingAids {
  /** The language its customer is best written to in. */
  locale: CustomerLocale;
  macros: OfferedMacro[];
  articles: { id: string; kind: ArticleKind; title: string; body: string; locale: CustomerLocale; url: string }[];
}

interface Asked {
  /** The ticket's, as an address has it. */
  id: string;
  staffId: string | null;
  trackingUrl(orderId: string): string;
}

/** Macros with their words filled in and articles as they stand, those in the customer's language first. */
export async function writingAids(ctx: ShopContext, { id, ...asked }: Asked): Promise<WritingAids> {
  const { locale, macros } = await offeredMacros(ctx, { ...asked, ticketId: ticketNumber(id) });
  const articles = (await ctx.tx(readArticles)).map(({ id, kind, title, body, locale: spoken, url }) => ({ id, kind, title, body, locale: spoken, url }));
  return { locale, macros, articles: articles.sort((left, right) => Number(right.locale === locale) - Number(left.locale === locale)) };
}
