import { personName } from '#app/kernel/person-name.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { isFulfillmentWord, money, moneyPair } from './row-reading.ts';
import type { OrderRow } from './read-order.server.ts';
import type { CustomerView } from './views.ts';

const newestShown = 5;

/** The person of an order, with what they are known by and the orders they placed before it. */
export async function readCustomer(tx: ShopTx, customerId: string, order: OrderRow): Promise<CustomerView | null> {
  const customer = await tx.customers.findFirst({ where: { id: customerId } });
  if (!customer) return null;
  const contacts = await tx.customer_contacts.findMany({ where: { customer_id: customerId }, orderBy: [{ source: 'asc' }, { kind: 'asc' }, { value: 'asc' }] });
  const where = { customer_id: customerId, deleted_at: null, id: { not: order.id }, processed_at: { lte: order.processed_at } };
  const count = await tx.orders.count({ where });
  const newest = await tx.orders.findMany({ where, orderBy: { processed_at: 'desc' }, take: newestShown });
  return {
    id: customer.id,
    name: personName(customer.first_name, customer.last_name),
    locale: customer.locale,
    tags: customer.tags,
    ordersCount: customer.orders_count,
    amountSpent: customer.currency === null ? null : money(customer.amount_spent, customer.currency),
    contacts: contacts.map(({ kind, value, source }) => ({ kind: kind === 'phone' ? 'phone' : 'email', value, source: source === 'customer' ? 'customer' : 'order' })),
    earlierOrders: {
      count,
      newest: newest.map((row) => ({
        id: row.id,
        name: row.name,
        processedAt: row.processed_at,
        total: moneyPair(row, row.total, row.total_presentment),
        fulfillmentStatus: isFulfillmentWord(row.fulfillment_status) ? row.fulfillment_status : null,
      })),
    },
  };
}
