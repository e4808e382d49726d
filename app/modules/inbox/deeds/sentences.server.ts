import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { createTranslator } from '#app/platform/i18n/translator.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import es from './i18n/es.json' with { type: 'json' };
import fr from './i18n/fr.json' with { type: 'json' };
import ja from './i18n/ja.json' with { type: 'json' };
import ptPT from './i18n/pt-PT.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN, de, fr, es, ja, 'pt-PT': ptPT };

/** What a customer is told of deeds, in the best language for them. */
export function deedSentences(locale: string) {
  return { locale, t: createTranslator(locale, resources).t };
}

/** The language to speak to a ticket's customer in: that of the conversation, else theirs, else that of their order, else the shop's. */
export async function localeOf(tx: ShopTx, { ticketId, orderId, shopLocales }: { ticketId: number; orderId: string; shopLocales: readonly string[] }): Promise<string> {
  const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { locale: true, person_id: true } });
  const person = ticket && (await tx.people.findFirst({ where: { id: ticket.person_id }, select: { locale: true } }));
  const order = await tx.orders.findFirst({ where: { id: orderId }, select: { customer_locale: true } });
  return bestLocale([ticket?.locale, person?.locale, order?.customer_locale, ...shopLocales], customerLocales);
}
