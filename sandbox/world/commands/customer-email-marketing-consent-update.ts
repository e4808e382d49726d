import type { Gid } from '#sandbox/contract.ts';
import { setConsent } from '../marketing-consent.ts';
import type { Change } from '../world.ts';
import type { ConsentInput } from './customer-input.ts';

/** `customerEmailMarketingConsentUpdate`. */
export function customerEmailMarketingConsentUpdate(change: Change, input: { customerId: Gid; emailMarketingConsent: ConsentInput }) {
  return setConsent(change, input.customerId, 'email', input.emailMarketingConsent);
}
