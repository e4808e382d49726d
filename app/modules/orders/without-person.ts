import type { OrderRecord } from './records.ts';
import type { CheckpointSnapshot } from './snapshots.ts';

/** An order as it is kept once its person was taken out of it, whatever is told of them later. */
export function withoutPerson(order: OrderRecord): OrderRecord {
  return { ...order, email: null, phone: null, customer_locale: null, note: null, tags: [], shipping_address: null, status_page_url: null };
}

/** A scan without what may name a person or their street: the carrier's words and the exact place. */
export function scanWithoutPerson(facts: CheckpointSnapshot['facts']): CheckpointSnapshot['facts'] {
  return { ...facts, message: null, zip: null, latitude: null, longitude: null };
}
