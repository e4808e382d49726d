import type { PolicyRecord, PolicyType } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

const TITLES: Readonly<Record<PolicyType, string>> = {
  CONTACT_INFORMATION: 'Contact information',
  LEGAL_NOTICE: 'Legal notice',
  PRIVACY_POLICY: 'Privacy policy',
  REFUND_POLICY: 'Refund policy',
  SHIPPING_POLICY: 'Shipping policy',
  SUBSCRIPTION_POLICY: 'Cancellation policy',
  TERMS_OF_SALE: 'Terms of sale',
  TERMS_OF_SERVICE: 'Terms of service',
};

const MOST_BYTES = 512 * 1024;

/** `shopPolicyUpdate`: an empty body takes the policy away. */
export function shopPolicyUpdate(change: Change, input: { type: PolicyType; body: string }): { shopPolicy: PolicyRecord | null; userErrors: UserError[] } {
  if (Buffer.byteLength(input.body) > MOST_BYTES) {
    return { shopPolicy: null, userErrors: [userError(['shopPolicy', 'body'], 'Body is too big (maximum is 512 KB)', 'TOO_BIG')] };
  }
  const before = change.shop.policies.find((policy) => policy.type === input.type);
  const others = change.shop.policies.filter((policy) => policy !== before);
  const shopPolicy: PolicyRecord = {
    id: before?.id ?? change.newId('ShopPolicy'),
    type: input.type,
    title: TITLES[input.type],
    body: input.body,
    url: `${change.shop.primaryDomain.url}/policies/${input.type.toLowerCase().replaceAll('_', '-')}`,
    createdAt: before?.createdAt ?? change.now,
    updatedAt: change.now,
  };
  change.put('shops', { ...change.shop, policies: input.body === '' ? others : [...others, shopPolicy], updatedAt: change.now });
  change.emit('shop/update', change.shop.id);
  return { shopPolicy, userErrors: [] };
}
