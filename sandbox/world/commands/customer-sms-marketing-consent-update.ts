import type { Gid } from '#sandbox/contract.ts';
import { setConsent } from '../marketing-consent.ts';
import type { Change } from '../world.ts';
import type { ConsentInput } from './customer-input.ts';

/** `customerSmsMarketingConsentUpdate`. */
export function customerSmsMarketingConsentUpdate(change: Change, input: { customerId: Gid; smsMarketingConsent: ConsentInput }) {
  return setConsent(change, input.customerId, 'sms', input.smsMarketingConsent);
}
