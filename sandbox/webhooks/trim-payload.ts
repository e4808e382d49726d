import type { Installation } from '../contract.ts';
import type { Payload } from './payloads/write.ts';

const isObject = (value: unknown): value is Payload => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keeps the fields a subscription includes, by dotted path; through lists, path by path. */
export function includeFields(payload: Payload, fields: string[] | null): Payload {
  if (fields === null) return payload;
  const kept: Payload = {};
  const roots = new Map<string, string[]>();
  for (const field of fields) {
    const [root = '', ...rest] = field.split('.');
    roots.set(root, [...(roots.get(root) ?? []), ...(rest.length ? [rest.join('.')] : [])]);
  }
  for (const [root, deeper] of roots) {
    if (!(root in payload)) continue;
    const value = payload[root];
    kept[root] = deeper.length === 0 || fields.includes(root) ? value : narrow(value, deeper);
  }
  return kept;
}

function narrow(value: unknown, fields: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => narrow(item, fields));
  return isObject(value) ? includeFields(value, fields) : value;
}

const EMAIL = ['email', 'contact_email', 'customer_email'];
const ADDRESS = ['address1', 'address2', 'zip', 'latitude', 'longitude'];

/** Empties the protected customer fields for which the app has no approval, wherever they stand. */
export function redactProtected(payload: Payload, approved: Installation['protectedData']): Payload {
  const hidden = new Set([
    ...(approved.name ? [] : ['first_name', 'last_name']),
    ...(approved.email ? [] : EMAIL),
    ...(approved.phone ? [] : ['phone']),
    ...(approved.address ? [] : ADDRESS),
  ]);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (!isObject(value)) return value;
    // `name` is a person's only where an address stands; elsewhere it is an order's or a product's.
    const personal = !approved.name && 'country_code' in value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hidden.has(key) || (personal && key === 'name') ? null : walk(inner)]));
  };
  return hidden.size === 0 ? payload : Object.fromEntries(Object.entries(payload).map(([key, inner]) => [key, hidden.has(key) ? null : walk(inner)]));
}

const CUSTOMER_TOPICS = /^(orders|order_transactions|fulfillments|fulfillment_events|refunds|customers|returns|reverse_deliveries|reverse_fulfillment_orders|draft_orders)\//;

/** Whether a topic carries customer data, which takes the first level of approval to receive. */
export function carriesCustomerData(topic: string): boolean {
  return CUSTOMER_TOPICS.test(topic);
}
