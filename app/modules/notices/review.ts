import type { Fact } from './fact.ts';
import type { NoticeOrder } from './read-order.server.ts';

/** Whether a customer can be content with an order. */
export interface Contentment {
  /** A problem report, a return or a trouble is open. */
  open: boolean;
  /** All of it was paid back. */
  refunded: boolean;
  /** When money was last paid back or a report was closed: from then on it counts anew. */
  calmSince: Date | null;
}

/** That everything has been there, since it is: what a request for a review rests on. */
export function reviewFact({ id, silent, incomplete, parcels }: NoticeOrder, { refunded, calmSince }: Contentment): Fact[] {
  const sent = parcels.filter(({ withdrawn, method }) => !withdrawn && method !== 'none');
  const arrived = sent.flatMap(({ deliveredAt, returnedAt, goingBack }) => (deliveredAt && !returnedAt && !goingBack ? [deliveredAt] : []));
  if (silent || incomplete || refunded || arrived.length === 0 || arrived.length < sent.length) return [];
  const at = new Date(Math.max(...[...arrived, ...(calmSince ? [calmSince] : [])].map(Number)));
  return [{ kind: 'review', key: `review:${id}`, at, parcel: null }];
}

/** The page on which an order is reviewed: `{order}` in its address stands for the order's number. */
export function reviewPage(url: string, orderName: string): string {
  return url.replaceAll('{order}', encodeURIComponent(orderName.replace(/^#/, '')));
}
