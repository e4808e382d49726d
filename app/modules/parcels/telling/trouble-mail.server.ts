import { carrierName, isCarrierKey } from '#app/modules/carriers/index.server.ts';
import type { Brand } from '#app/modules/brand/index.server.ts';
import { renderCustomerMail } from '#app/modules/outbox/index.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { NewsKind } from './news-of-trouble.ts';
import { tellingWords } from './words.ts';

/** What a mail about a parcel in trouble is written from. */
export interface MailFacts {
  news: NewsKind;
  order: string;
  /** The customer's language, where it is known. */
  locale: string | null;
  number: string | null;
  carrier: string | null;
  /** The day that counts now, where one lies ahead. */
  expected: string | null;
  /** The order's page, signed. */
  link: string;
}

/** The mail that tells a customer of their parcel, in their language; why it was written is said in the shop's. */
export function troubleMail(shop: Pick<Shop, 'name' | 'locales'>, { news, order, locale: wished, number, carrier, expected, link }: MailFacts, brand: Brand) {
  const { t, locale } = tellingWords([wished, ...shop.locales]);
  const heading = t(`${news}.heading`);
  const { html, text } = renderCustomerMail({
    locale,
    heading,
    paragraphs: [t(`${news}.text`, { order }), ...(expected === null ? [] : [t('expected', { day: writeDay(expected, locale) })]), t('help', { order })],
    action: { label: t('action'), url: link },
    ...(number === null ? {} : { notes: [carrier !== null && isCarrierKey(carrier) ? t('parcelBy', { number, carrier: carrierName(carrier) }) : t('parcel', { number })] }),
  }, brand);
  const shops = tellingWords(shop.locales).t;
  return { locale, subject: t(`${news}.subject`, { shop: shop.name, order }), html, text, reason: shops('reason', { what: shops(`${news}.heading`) }) };
}

function writeDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(day));
}
