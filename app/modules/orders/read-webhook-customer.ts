import { emailKey, instant, phoneKey } from './normal-words.ts';
import type { CustomerSnapshot } from './snapshots.ts';
import type { CustomerPayload } from './webhook-shapes.ts';

/** A person as `customers/*` webhooks and orders tell them, in the normal form. */
export function readWebhookCustomer(payload: CustomerPayload): CustomerSnapshot {
  return {
    kind: 'customer',
    id: payload.id,
    updatedAt: payload.updated_at ? instant(payload.updated_at) : null,
    facts: { first_name: payload.first_name, last_name: payload.last_name, created_at: payload.created_at ? instant(payload.created_at) : undefined },
    extras: { tags: payload.tags?.toSorted() },
    email: emailKey(payload.email),
    phone: phoneKey(payload.phone, payload.default_address?.country_code),
  };
}
