import { isNumericId } from '#app/kernel/ids.ts';

/** Where a customer goes once they signed in: pages of ours, and nothing else. */
export type BackTo = { page: 'account' } | { page: 'track' | 'returns'; orderId: string };

/** As it stands in an address and is read again by `readBackTo`. */
export function writeBackTo(to: BackTo): string {
  return to.page === 'account' ? 'account' : `${to.page}-${to.orderId}`;
}

/** What `writeBackTo` wrote; whatever else somebody put there is the list of their orders. */
export function readBackTo(written: string | null): BackTo {
  const [page = '', orderId = ''] = (written ?? '').split('-');
  return (page === 'track' || page === 'returns') && isNumericId(orderId) ? { page, orderId } : { page: 'account' };
}
