import type { MoneyPair } from '#app/kernel/money.ts';
import { compareTellings, fillGaps, fingerprint, isSettled, told } from './compare-tellings.ts';
import { mergeCustomer } from './merge-customer.ts';
import { doubt, isHistory, type Mirror } from './mirror.ts';
import type { Instant, OrderRecord } from './records.ts';
import type { OrderSnapshot } from './snapshots.ts';
import { withoutPerson } from './without-person.ts';

/** Takes an order's own facts and lines into the mirror; newest `updated_at` wins. Answers false where the order cannot be held yet. */
export function mergeOrder(mirror: Mirror, snapshot: OrderSnapshot): boolean {
  const stub = mirror.orders.get(snapshot.id);
  const held = stub && !isStub(stub) ? stub : undefined;
  if (!held && !isWhole(snapshot)) {
    mirror.unknownOrders.add(snapshot.id);
    return false;
  }
  if (snapshot.customer) mergeCustomer(mirror, snapshot.customer, held?.redacted_at ? {} : snapshot.facts);
  const print = fingerprint([snapshot.facts, snapshot.lines?.map(({ facts }) => facts)]);
  const relation = held ? compareTellings(held, { ...snapshot, fingerprint: print }) : 'newer';
  const settled = isSettled(snapshot);

  if (relation === 'newer') {
    const begun = { ...blankOrder(mirror, snapshot.id, snapshot.facts.created_at), edited_at: stub?.edited_at ?? null, deleted_at: stub?.deleted_at ?? null };
    const next = { ...(held ?? begun), ...told(snapshot.facts), ...told(snapshot.extras), updated_at: snapshot.updatedAt, fingerprint: print };
    mirror.orders.put(asKept(mirror, held, next));
    mergeLines(mirror, snapshot, true);
    tellChanges(mirror, held ?? null, next);
    if (!held && snapshot.readAt === null && next.deleted_at === null && lacksPictures(mirror, snapshot.id)) mirror.unpicturedOrders.add(snapshot.id);
  } else if (relation === 'same' && held) {
    const filled = fillGaps(held, snapshot.extras, settled);
    if (filled) mirror.orders.put(asKept(mirror, held, filled));
    mergeLines(mirror, snapshot, false);
  } else if (relation === 'tie') {
    doubt(mirror, snapshot.id);
  }
  if (relation !== 'older' && settled) trustAgain(mirror, snapshot);
  if (snapshot.incomplete && relation === 'newer') doubt(mirror, snapshot.id, { soon: snapshot.readAt === null });
  return true;
}

const unpaid = new Set(['pending', 'partially_paid']);

/** What was held back, or is sent unpaid, is to be sent from the moment we hear of it; a person who was taken out stays out. */
function asKept(mirror: Mirror, before: OrderRecord | undefined, told: OrderRecord): OrderRecord {
  const order = told.redacted_at === null ? told : withoutPerson(told);
  const letGo = before?.waiting === 'on_hold' && order.waiting === null;
  const asked = before?.sent_unpaid === null && order.sent_unpaid === 'requested' && unpaid.has(order.financial_status ?? '');
  return letGo || asked ? { ...order, ready_at: mirror.now } : order;
}

/** The first telling of an order must bring what every order has. */
function isWhole({ facts }: OrderSnapshot): boolean {
  const needed = [facts.name, facts.created_at, facts.processed_at, facts.currency, facts.presentment_currency, facts.total, facts.subtotal];
  return needed.every((fact) => fact !== undefined);
}

/** True for an order of which something was told before the order itself: it holds that, and is shown nowhere. */
export function isStub(order: OrderRecord): boolean {
  return order.fingerprint === '';
}

/** The order news belongs to; where it is not held, a stub keeps its place until it is told or read. */
export function orderOrStub(mirror: Mirror, id: string): OrderRecord {
  const held = mirror.orders.get(id) ?? blankOrder(mirror, id);
  if (!mirror.orders.get(id)) mirror.orders.put(held);
  if (isStub(held)) mirror.unknownOrders.add(id);
  return held;
}

function blankOrder(mirror: Mirror, id: string, createdAt: Instant = mirror.now): OrderRecord {
  const money = { subtotal: 0, discounts: 0, shipping: 0, tax: 0, duties: 0, tip: 0, total: 0, refunded: 0 };
  return {
    id,
    name: '',
    confirmation_number: null,
    customer_id: null,
    email: null,
    phone: null,
    customer_locale: null,
    source_name: null,
    test: false,
    tags: [],
    note: null,
    created_at: createdAt,
    processed_at: createdAt,
    updated_at: createdAt,
    cancelled_at: null,
    cancel_reason: null,
    closed_at: null,
    edited_at: null,
    deleted_at: null,
    financial_status: null,
    fulfillment_status: null,
    return_status: null,
    waiting: null,
    ready_at: null,
    sent_unpaid: null,
    shipping_service: null,
    currency: 'XXX',
    presentment_currency: 'XXX',
    taxes_included: false,
    ...money,
    subtotal_presentment: 0,
    discounts_presentment: 0,
    shipping_presentment: 0,
    tax_presentment: 0,
    duties_presentment: 0,
    tip_presentment: 0,
    total_presentment: 0,
    refunded_presentment: 0,
    shipping_address: null,
    status_page_url: null,
    imported: isHistory(mirror, createdAt),
    redacted_at: null,
    fingerprint: '',
    stale_since: null,
    search: '',
  };
}

function mergeLines(mirror: Mirror, snapshot: OrderSnapshot, newer: boolean): void {
  for (const { facts, imageUrl } of snapshot.lines ?? []) {
    const held = mirror.lines.get(facts.id);
    if (newer || !held) mirror.lines.put({ ...facts, order_id: snapshot.id, image_url: imageUrl ?? held?.image_url ?? null });
    else if (imageUrl && imageUrl !== held.image_url) mirror.lines.put({ ...held, image_url: imageUrl });
  }
}

/** A line whose product is gone has no picture anywhere. */
function lacksPictures(mirror: Mirror, orderId: string): boolean {
  return mirror.lines.of(orderId).some((line) => line.product_id !== null && line.image_url === null);
}

/** A settled reading made after the doubt arose answers it. */
function trustAgain(mirror: Mirror, snapshot: OrderSnapshot): void {
  const order = mirror.orders.get(snapshot.id);
  if (order?.stale_since && snapshot.readAt && snapshot.readAt > order.stale_since) mirror.orders.put({ ...order, stale_since: null });
}

function tellChanges(mirror: Mirror, before: OrderRecord | null, order: OrderRecord): void {
  const about = { orderId: order.id, customerId: order.customer_id, source: 'shopify' as const };
  const at = (moment: Instant) => ({ happenedAt: new Date(moment), imported: isHistory(mirror, moment) });
  if (!before) {
    const { happenedAt, imported } = at(order.processed_at);
    const items = mirror.lines.of(order.id).reduce((sum, line) => sum + line.quantity, 0);
    mirror.entries.push({ ...about, type: 'order.placed', happenedAt, data: { imported, total: totalOf(order), items }, dedupeKey: `placed:${order.id}` });
  }
  if (order.cancelled_at && !before?.cancelled_at) {
    const { happenedAt, imported } = at(order.cancelled_at);
    mirror.entries.push({ ...about, type: 'order.cancelled', happenedAt, data: { imported, reason: order.cancel_reason }, dedupeKey: `cancelled:${order.id}:${order.cancelled_at}` });
  }
  if (!before) return;
  const { happenedAt, imported } = at(order.updated_at);
  if (before.financial_status !== order.financial_status) {
    const data = { imported, from: before.financial_status, to: order.financial_status };
    mirror.entries.push({ ...about, type: 'order.payment', happenedAt, data, dedupeKey: `payment:${order.id}:${order.financial_status}:${order.updated_at}` });
  }
  if (before.return_status !== null && before.return_status !== order.return_status) {
    const data = { imported, from: before.return_status, to: order.return_status };
    mirror.entries.push({ ...about, type: 'order.return', happenedAt, data, dedupeKey: `return:${order.id}:${order.return_status}:${order.updated_at}` });
  }
}

function totalOf(order: OrderRecord): MoneyPair {
  return {
    shop: { minor: order.total, currency: order.currency },
    presentment: { minor: order.total_presentment, currency: order.presentment_currency },
  };
}
