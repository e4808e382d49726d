import type { NewEntry } from '#app/modules/journal/index.server.ts';
import type {
  CheckpointRecord,
  ContactRecord,
  CustomerRecord,
  FulfillmentLineRecord,
  FulfillmentRecord,
  Instant,
  LineRecord,
  OrderRecord,
  RefundLineRecord,
  RefundRecord,
  ShipmentRecord,
} from './records.ts';
import { createShelf, type Shelf } from './shelf.ts';

/** What the database holds of the things a batch is about. */
export interface Held {
  orders: OrderRecord[];
  lines: LineRecord[];
  fulfillments: FulfillmentRecord[];
  fulfillmentLines: FulfillmentLineRecord[];
  shipments: ShipmentRecord[];
  checkpoints: CheckpointRecord[];
  refunds: RefundRecord[];
  refundLines: RefundLineRecord[];
  customers: CustomerRecord[];
  contacts: ContactRecord[];
}

/** The part of the mirror a batch touches, and what merging it brought up. */
export interface Mirror {
  orders: Shelf<OrderRecord>;
  lines: Shelf<LineRecord>;
  fulfillments: Shelf<FulfillmentRecord>;
  fulfillmentLines: Shelf<FulfillmentLineRecord>;
  shipments: Shelf<ShipmentRecord>;
  checkpoints: Shelf<CheckpointRecord>;
  refunds: Shelf<RefundRecord>;
  refundLines: Shelf<RefundLineRecord>;
  customers: Shelf<CustomerRecord>;
  contacts: Shelf<ContactRecord>;
  /** Lines for the journal, in the order they were found. */
  entries: NewEntry[];
  /** Orders we hear of and do not hold; they must be read. */
  unknownOrders: Set<string>;
  /** Orders we hold and can no longer vouch for; they must be read again. */
  doubtedOrders: Set<string>;
  /** Orders first heard of by webhook, which brings no pictures of what was bought. */
  unpicturedOrders: Set<string>;
  now: Instant;
  /** What happened before this was there already. */
  installedAt: Instant;
}

export function createMirror(held: Held, times: { now: Date; installedAt: Date }): Mirror {
  return {
    orders: createShelf((row) => row.id, (row) => row.customer_id ?? '', held.orders),
    lines: createShelf((row) => row.id, (row) => row.order_id, held.lines),
    fulfillments: createShelf((row) => row.id, (row) => row.order_id, held.fulfillments),
    fulfillmentLines: createShelf((row) => `${row.fulfillment_id}/${row.order_line_id}`, (row) => row.fulfillment_id, held.fulfillmentLines),
    shipments: createShelf((row) => `${row.fulfillment_id}/${row.number}`, (row) => row.fulfillment_id, held.shipments),
    checkpoints: createShelf((row) => row.id, (row) => row.fulfillment_id, held.checkpoints),
    refunds: createShelf((row) => row.id, (row) => row.order_id, held.refunds),
    refundLines: createShelf((row) => row.id, (row) => row.refund_id, held.refundLines),
    customers: createShelf((row) => row.id, () => '', held.customers),
    contacts: createShelf((row) => `${row.customer_id}/${row.kind}/${row.value}`, (row) => row.customer_id, held.contacts),
    entries: [],
    unknownOrders: new Set(),
    doubtedOrders: new Set(),
    unpicturedOrders: new Set(),
    now: times.now.toISOString(),
    installedAt: times.installedAt.toISOString(),
  };
}

/** Says that an order must be read again: what we hold may be old. `soon` asks for it now, otherwise the next reconcile does it. */
export function doubt(mirror: Mirror, orderId: string, { soon } = { soon: true }): void {
  if (soon) mirror.doubtedOrders.add(orderId);
  const order = mirror.orders.get(orderId);
  if (order && order.stale_since === null) mirror.orders.put({ ...order, stale_since: mirror.now });
}

/** True for what was there before the app was installed. */
export function isHistory(mirror: Mirror, at: Instant): boolean {
  return at < mirror.installedAt;
}
