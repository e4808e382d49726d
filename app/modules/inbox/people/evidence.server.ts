import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Handle } from './handle.ts';

/** What speaks for a handle being a person's: the customer at Shopify or the order that ties it to one they have. */
export interface Evidence extends Handle {
  reason: 'same_customer' | 'order';
  confidence: 'sure' | 'likely';
  evidence: { customerId: string; orderId?: string };
}

interface Contact {
  customer_id: string;
  kind: string;
  value: string;
  source: string;
}

const mostLikely = 10;

/**
 * What else is known to be, or likely is, of whoever has these handles. What Shopify keeps as a customer's own is sure, once only one customer has it;
 * what was merely given with an order is likely and no more: parcels go to friends. Nothing is told from what looks alike.
 */
export async function evidenceFor(tx: ShopTx, known: readonly Handle[]): Promise<Evidence[]> {
  const found = new Map<string, Evidence>();
  const add = (evidence: Evidence) => {
    if (known.some(({ kind, value }) => kind === evidence.kind && value === evidence.value)) return;
    const key = `${evidence.kind}:${evidence.value}`;
    if (found.get(key)?.confidence !== 'sure') found.set(key, evidence);
  };
  const reached = known.filter(({ kind }) => kind !== 'customer');
  for (const contacts of Map.groupBy(await contactsLike(tx, reached), ({ kind, value }) => `${kind}:${value}`).values()) {
    const owners = contacts.filter(({ source }) => source === 'customer');
    for (const { customer_id } of owners.length === 1 ? owners : []) add({ kind: 'customer', value: customer_id, reason: 'same_customer', confidence: 'sure', evidence: { customerId: customer_id } });
    for (const contact of contacts.filter(({ source }) => source === 'order').slice(0, mostLikely)) add({ kind: 'customer', value: contact.customer_id, reason: 'order', confidence: 'likely', evidence: await orderOf(tx, contact) });
  }
  const customers = [...known, ...[...found.values()].filter(({ confidence }) => confidence === 'sure')].filter(({ kind }) => kind === 'customer').map(({ value }) => value);
  const theirs = await contactsOf(tx, customers);
  const others = await contactsLike(tx, theirs.map(handleOf));
  for (const contact of theirs) {
    const isOwn = contact.source === 'customer';
    const isShared = others.some(({ customer_id, kind, value, source }) => source === 'customer' && kind === contact.kind && value === contact.value && customer_id !== contact.customer_id);
    if (isShared) continue;
    add({ ...handleOf(contact), reason: isOwn ? 'same_customer' : 'order', confidence: isOwn ? 'sure' : 'likely', evidence: isOwn ? { customerId: contact.customer_id } : await orderOf(tx, contact) });
  }
  return [...found.values()];
}

/** Customers that have any of these as their own, or gave it with an order. Those that are gone vouch for nothing. */
function contactsLike(tx: ShopTx, handles: readonly Handle[]): Promise<Contact[]> {
  if (handles.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<Contact[]>`
    select k.customer_id, k.kind, k.value, k.source from customer_contacts k join customers c on c.id = k.customer_id
     where (k.kind, k.value) in (select * from unnest(${handles.map(({ kind }) => kind)}::text[], ${handles.map(({ value }) => value)}::text[]))
       and c.deleted_at is null and c.redacted_at is null
     order by k.source, k.customer_id`;
}

function contactsOf(tx: ShopTx, customerIds: readonly string[]): Promise<Contact[]> {
  if (customerIds.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<Contact[]>`
    select k.customer_id, k.kind, k.value, k.source from customer_contacts k join customers c on c.id = k.customer_id
     where k.customer_id = any(${[...customerIds]}) and c.deleted_at is null and c.redacted_at is null
     order by k.source, k.kind, k.value limit ${mostLikely * 2}`;
}

/** The newest order with which it was given. */
async function orderOf(tx: ShopTx, { customer_id, kind, value }: Contact): Promise<Evidence['evidence']> {
  const given = kind === 'email' ? { email: { equals: value, mode: 'insensitive' as const } } : { phone: value };
  const order = await tx.orders.findFirst({ where: { customer_id, deleted_at: null, ...given }, orderBy: { processed_at: 'desc' }, select: { id: true } });
  return { customerId: customer_id, ...(order && { orderId: order.id }) };
}

function handleOf({ kind, value }: Contact): Handle {
  return { kind: kind === 'phone' ? 'phone' : 'email', value };
}
