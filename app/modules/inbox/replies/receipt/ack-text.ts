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
  const moment = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone: shop.ianaTimezone, timeZoneName: 'short' });
  const ofOrders = orders.map(({ name: order, status: state, expected: days, url }) => {
    const stands = state === '' ? [] : [days === '' ? t('received.order', { order, state }) : t('received.orderExpected', { order, state, days })];
    return [...stands, t('received.follow', { order, url })].join('\n');
  });
  const ways = [
    ...(orders.length > 0 ? [] : [t('received.track', { url: `${shop.primaryUrl}/apps/aftercare/track` })]),
    ...(takesReturns ? [t('received.returns', { url: `${shop.primaryUrl}/apps/aftercare/returns` })] : []),
  ];
  return [
    t('received.thanks', { shop: shop.name, ticket: `#${ticketId}` }),
    expectedAt === null ? t('received.soon') : t('received.expected', { when: moment.format(expectedAt) }),
    ...ofOrders,
    ways.join('\n'),
    `${t('received.more')}\n${t('received.automatic')}`,
  ].filter(Boolean).join('\n\n');
}
