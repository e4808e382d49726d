import { spokenLink } from '#app/kernel/spoken-link.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import { replyWords } from '../words.ts';

/** What an acknowledgement is made of. */
export interface AckParts {
  /** The best language to write in. */
  locale: string;
  shop: { name: string; primaryUrl: string; ianaTimezone: string };
  ticketId: number;
  /** When an answer comes; null: nobody can say, or it is not said. */
  expectedAt: Date | null;
  /** How orders stand that it speaks of, each with the way to its page. */
  orders: readonly { name: string; status: string; expected: string; url: string }[];
  takesReturns: boolean;
}

/** The words of an acknowledgement, none of them its reader's own. */
export function ackText({ locale: wished, shop, ticketId, expectedAt, orders, takesReturns }: AckParts): string {
  const { t, locale } = replyWords([wished]);
  const ofOrders = orders.map(({ name: order, status: state, expected: days, url }) => {
    const stands = state === '' ? [] : [days === '' ? t('received.order', { order, state }) : t('received.orderExpected', { order, state, days })];
    return [...stands, t('received.follow', { order, url })].join('\n');
  });
  const page = (place: 'track' | 'returns') => spokenLink(`${shop.primaryUrl}/apps/aftercare/${place}`, locale);
  const ways = [
    ...(orders.length > 0 ? [] : [t('received.track', { url: page('track') })]),
    ...(takesReturns ? [t('received.returns', { url: page('returns') })] : []),
  ];
  return [
    t('received.thanks', { shop: shop.name, ticket: String(ticketId) }),
    expectedAt === null ? t('received.soon') : t('received.expected', { when: moment(expectedAt, shop.ianaTimezone, locale) }),
    ...ofOrders,
    ways.join('\n'),
    `${t('received.more')}\n${t('received.automatic')}`,
  ].filter(Boolean).join('\n\n');
}

/** A moment with its clock behind it, in signs as wide as the words around it. */
function moment(at: Date, timeZone: string, locale: string): string {
  const said = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone }).format(at);
  const clock = dateFormat(locale, timeZone).zoneName(at);
  return locale === 'zh-CN' || locale === 'ja' ? `${said}\uff08${clock}\uff09` : `${said} ${clock}`;
}
