import { addresseeName, personName } from '#app/kernel/person-name.ts';
import { lexemes } from '#app/kernel/text.ts';
import type { Mirror } from './mirror.ts';
import type { OrderRecord } from './records.ts';

/** The words an order is found by, as Postgres spells a tsvector: its number, the people on it, what was bought, its parcels. */
export function searchText(mirror: Mirror, order: OrderRecord): string {
  const customer = order.customer_id === null ? undefined : mirror.customers.get(order.customer_id);
  const lines = mirror.lines.of(order.id);
  const parcels = mirror.fulfillments.of(order.id).flatMap(({ id }) => mirror.shipments.of(id));
  const words = [
    order.name,
    order.confirmation_number,
    order.email,
    order.phone,
    customer?.first_name,
    customer?.last_name,
    personName(customer?.first_name, customer?.last_name),
    order.shipping_address?.name,
    addresseeName(order.shipping_address?.name ?? null),
    order.shipping_address?.city,
    ...lines.flatMap(({ title, sku }) => [title, sku]),
    ...parcels.map(({ number }) => number),
    ...order.tags,
  ];
  const found = lexemes(words.filter((word) => word).join(' '));
  return found
    .sort()
    .map((lexeme) => `'${lexeme}'`)
    .join(' ');
}
