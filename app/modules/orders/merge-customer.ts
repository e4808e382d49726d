import { fillGaps, told } from './compare-tellings.ts';
import type { Mirror } from './mirror.ts';
import type { ContactRecord, CustomerRecord } from './records.ts';
import type { CustomerSnapshot } from './snapshots.ts';

/** Takes a person into the mirror; newest `updated_at` wins, addresses and numbers only add up. A redacted person stays redacted. */
export function mergeCustomer(mirror: Mirror, snapshot: CustomerSnapshot, seenOn: { email?: string | null; phone?: string | null } = {}): void {
  const held = mirror.customers.get(snapshot.id);
  if (held?.redacted_at || held?.deleted_at) return;
  const ahead = snapshot.updatedAt === null ? -1 : Date.parse(snapshot.updatedAt) - (held?.updated_at ? Date.parse(held.updated_at) : 0);
  const facts = { ...told(snapshot.facts), ...told(snapshot.extras) };

  if (!held) mirror.customers.put({ ...blankCustomer(snapshot.id), ...facts, updated_at: snapshot.updatedAt });
  else if (ahead > 0) mirror.customers.put({ ...held, ...facts, updated_at: snapshot.updatedAt });
  else if (ahead === 0) {
    const filled = fillGaps(held, facts, true);
    if (filled) mirror.customers.put(filled);
  }
  see(mirror, snapshot.id, 'email', snapshot.email, 'customer');
  see(mirror, snapshot.id, 'phone', snapshot.phone, 'customer');
  see(mirror, snapshot.id, 'email', seenOn.email, 'order');
  see(mirror, snapshot.id, 'phone', seenOn.phone, 'order');
}

/** Marks a person as gone at Shopify; what is told later about them is old. */
export function removeCustomer(mirror: Mirror, id: string, at: string): void {
  const held = mirror.customers.get(id) ?? blankCustomer(id);
  if (held.deleted_at === null) mirror.customers.put({ ...held, deleted_at: at });
}

function blankCustomer(id: string): CustomerRecord {
  return {
    id,
    first_name: null,
    last_name: null,
    locale: null,
    tags: [],
    orders_count: 0,
    amount_spent: 0,
    currency: null,
    email_consent: null,
    sms_consent: null,
    whatsapp_consent: null,
    created_at: null,
    updated_at: null,
    deleted_at: null,
    redacted_at: null,
  };
}

function see(mirror: Mirror, customerId: string, kind: ContactRecord['kind'], value: string | null | undefined, source: ContactRecord['source']): void {
  if (!value) return;
  const held = mirror.contacts.get(`${customerId}/${kind}/${value}`);
  if (!held || (held.source === 'order' && source === 'customer')) mirror.contacts.put({ customer_id: customerId, kind, value, source });
}
