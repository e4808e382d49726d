import type { Consent } from './records.ts';

const known: ReadonlyMap<string, Consent> = new Map([['SUBSCRIBED', 'subscribed'], ['UNSUBSCRIBED', 'unsubscribed'], ['PENDING', 'pending']]);

/** What Shopify's word for a marketing state comes to; a word that grants nothing is `none`. */
export function consentOf(state: string | null | undefined): Consent {
  return known.get(state?.toUpperCase() ?? '') ?? 'none';
}
