import { matchesContact, namesMeant } from './lookup.ts';
import { journeySelect, type OrderJourney } from './read-journeys.server.ts';
import { toAddress, toHeader, toLine, type OrderRow } from './read-order.server.ts';
import type { CustomerOrderView, LineView } from './views.ts';

/** An order that may be the one somebody names, as one statement reads it: rows as JSON. */
export interface NamedOrder {
  held: Record<string, unknown>;
  contacts: { kind: string; value: string }[];
  lines: Record<string, unknown>[];
  inside: { fulfillment_id: string; order_line_id: string; quantity: number }[];
  journey: OrderJourney | null;
}

/** The orders somebody may mean by these names, newest first, to be joined as `n`; and what is asked of each. */
export const namedOrders = (names: string): string => `select * from orders where name = any (${names}) and deleted_at is null and fingerprint <> '' order by processed_at desc limit 5`;
export const namedOrderColumns = `
  to_jsonb(n) - 'search' as held,
  (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value)), '[]') from customer_contacts c where c.customer_id = n.customer_id) as contacts,
  (select coalesce(json_agg(to_jsonb(l) order by l.position, l.id), '[]') from order_lines l where l.order_id = n.id) as lines,
  (select coalesce(json_agg(json_build_object('fulfillment_id', i.fulfillment_id, 'order_line_id', i.order_line_id, 'quantity', i.quantity) order by i.order_line_id), '[]')
     from fulfillment_lines i join fulfillments f on f.id = i.fulfillment_id where f.order_id = n.id) as inside,
  (select to_json(j) from (${journeySelect} where o.id = n.id) j) as journey`;

/** The names somebody may mean without knowing how the shop writes them. */
export function plainNames(number: string): string[] {
  return namesMeant(number.trim().slice(0, 60), null);
}

/** An order as its customer sees it, with what is in each fulfillment; null where the contact is not one of its own. */
export function openNamedOrder({ held, contacts, lines: rows, inside }: NamedOrder, contact: string): { view: CustomerOrderView; contents: Map<string, { line: LineView; quantity: number }[]> } | null {
  const order = revived<OrderRow>(held, orderMoments, orderAmounts);
  const address = toAddress(order.shipping_address);
  const values = (kind: string) => contacts.filter((known) => known.kind === kind).map(({ value }) => value);
  if (!matchesContact(contact, { emails: [order.email, ...values('email')], phones: [order.phone, ...values('phone')], address })) return null;
  const lines = rows.map((row) => toLine(order, revived<Parameters<typeof toLine>[1]>(row, [], lineAmounts)));
  const contents = Map.groupBy(
    inside.flatMap(({ fulfillment_id, order_line_id, quantity }) => lines.filter(({ id }) => id === order_line_id).map((line) => ({ fulfillment_id, line, quantity }))),
    ({ fulfillment_id }) => fulfillment_id,
  );
  const view: CustomerOrderView = {
    order: toHeader(order),
    firstName: null,
    customerLocale: order.customer_locale,
    destination: address && { city: address.city, province: address.province, countryCode: address.countryCode },
    statusPageUrl: order.status_page_url,
    lines: lines.filter(({ currentQuantity }) => currentQuantity > 0 || lines.every((line) => line.currentQuantity === 0)),
    parcels: [],
  };
  return { view, contents };
}

const orderMoments = ['created_at', 'processed_at', 'updated_at', 'cancelled_at', 'closed_at', 'edited_at', 'deleted_at'];
const amounts = ['subtotal', 'discounts', 'shipping', 'tax', 'duties', 'tip', 'total', 'refunded'];
const orderAmounts = amounts.flatMap((name) => [name, `${name}_presentment`]);
const lineAmounts = ['unit_price', 'unit_price_presentment', 'discount', 'discount_presentment', 'tax'];

/** A row as Prisma gives it, from the JSON that Postgres made of it. Amounts are whole numbers far below what JSON holds exactly. */
function revived<Row>(json: Record<string, unknown>, moments: readonly string[], whole: readonly string[]): Row {
  const row: Record<string, unknown> = { ...json };
  for (const name of moments) if (typeof row[name] === 'string') row[name] = new Date(row[name]);
  for (const name of whole) if (typeof row[name] === 'number') row[name] = BigInt(row[name]);
  return row as Row;
}
