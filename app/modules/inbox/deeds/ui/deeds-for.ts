import type { BesideOrder } from '../../beside/beside-view.ts';
import type { Deed } from '../deed.ts';

/** What may be done with an order as it stands; what the rest of it does not allow, the server says. */
export function deedsFor({ cancelled, fulfillmentStatus, returns, notices }: BesideOrder): Deed[] {
  const isUnsent = !cancelled && (fulfillmentStatus === null || fulfillmentStatus === 'unfulfilled');
  return [
    'refund',
    'gift',
    'discount',
    'return',
    ...(isUnsent || cancelled ? [] : (['reship'] as const)),
    ...(returns.some(({ status }) => status === 'requested') ? (['approve'] as const) : []),
    ...(notices.some(({ channel }) => channel === 'email') ? (['resend'] as const) : []),
    ...(isUnsent ? (['address', 'cancel'] as const) : []),
    'tag',
  ];
}
