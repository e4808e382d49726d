import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readBrand } from '#app/modules/brand/index.server.ts';
import type { TroubleFilter } from '../trouble/views.ts';
import { chosenToTell, mostTold, tellingsOf, type LeftOut } from './tell-customers.server.ts';
import type { NewsKind } from './news-of-trouble.ts';
import { troubleMail } from './trouble-mail.server.ts';

/** One of the mails that would go out, and how many of its kind and language there are. */
export interface MailSample {
  news: NewsKind;
  locale: string;
  count: number;
  order: string;
  subject: string;
  text: string;
}

export type TellingPreview = { count: number; left: LeftOut; samples: MailSample[] } | { tooMany: number };

interface Needs {
  linkTo(orderId: string): string;
}

/** What would be written, to how many, and who is left out and why. Nothing is sent. */
export function previewTelling(ctx: ShopContext, which: readonly string[] | TroubleFilter, { linkTo }: Needs): Promise<TellingPreview> {
  return ctx.tx(async (tx) => {
    const ids = await chosenToTell(tx, which);
    if (ids === 'tooMany') return { tooMany: mostTold };
    const { tellings, left } = await tellingsOf(tx, ids, { now: ctx.clock.now(), zone: ctx.shop.ianaTimezone });
    const brand = await readBrand(tx, ctx.shop);
    const alike = Map.groupBy(tellings, ({ news, locale }) => `${news} ${bestLocale([locale, ...ctx.shop.locales], customerLocales)}`);
    const samples = [...alike.values()].flatMap((same): MailSample[] => {
      const first = same[0];
      if (!first) return [];
      const { locale, subject, text } = troubleMail(ctx.shop, { ...first, link: linkTo(first.orderId) }, brand);
      return [{ news: first.news, locale, count: same.length, order: first.order, subject, text }];
    });
    return { count: tellings.length, left, samples: samples.sort((one, other) => other.count - one.count) };
  });
}
