import { customerFigures } from '#sandbox/world/customer-figures.ts';
import { fullName } from '#sandbox/world/address.ts';
import { toDecimal } from '#sandbox/world/money.ts';
import type { World } from '#sandbox/world/index.ts';
import type { CustomerRecord } from '#sandbox/world/records.ts';
import type { SearchNode } from '../search/parse-search.ts';
import type { SearchTable } from '../search/search-filter.ts';

/** What `customers(query:)` can filter by, as documented. */
export function customerSearch(world: World): SearchTable<CustomerRecord> {
  const figures = (customer: CustomerRecord) => customerFigures(world, customer.id, world.shop.currency);
  return {
    fields: {
      id: { kind: 'id', of: (customer) => customer.id },
      email: { kind: 'text', of: (customer) => customer.email },
      phone: { kind: 'keyword', of: (customer) => [customer.phone, customer.phone && customer.phone.slice(1)] },
      first_name: { kind: 'text', of: (customer) => customer.firstName },
      last_name: { kind: 'text', of: (customer) => customer.lastName },
      tag: { kind: 'keyword', of: (customer) => customer.tags },
      state: { kind: 'keyword', of: (customer) => customer.state },
      country: { kind: 'keyword', of: (customer) => customer.addresses.flatMap((address) => [address.country, address.countryCode]) },
      customer_date: { kind: 'time', of: (customer) => customer.createdAt },
      updated_at: { kind: 'time', of: (customer) => customer.updatedAt },
      order_date: { kind: 'time', of: (customer) => figures(customer).lastOrder?.processedAt ?? null },
      last_order_date: { kind: 'time', of: (customer) => figures(customer).lastOrder?.processedAt ?? null },
      orders_count: { kind: 'number', of: (customer) => figures(customer).numberOfOrders },
      total_spent: { kind: 'number', of: (customer) => toDecimal(figures(customer).amountSpent) },
      accepts_marketing: { kind: 'flag', of: (customer) => customer.emailConsent.state === 'SUBSCRIBED' },
      default: { kind: 'text', of: (customer) => [fullName(customer), customer.email, ...customer.addresses.map((address) => address.city)] },
    },
    bare: ['default', 'phone'],
  };
}

/** The sort keys of customers; `RELEVANCE` has no score to go by here and falls back to id. */
export function customerSortValue(key: string): (customer: CustomerRecord) => string | number {
  const values: Record<string, (customer: CustomerRecord) => string | number> = {
    CREATED_AT: (customer) => customer.createdAt,
    UPDATED_AT: (customer) => customer.updatedAt,
    NAME: (customer) => [customer.lastName, customer.firstName].filter(Boolean).join(', ').toLowerCase(),
    LOCATION: (customer) => [customer.addresses[0]?.country, customer.addresses[0]?.city].join(', '),
  };
  return values[key] ?? ((customer) => customer.id);
}

/** The customers a query can be about: those with one phone number where it asks for one, else all. */
export function candidateCustomers(world: World, tree: SearchNode | null): Iterable<CustomerRecord> {
  const terms = tree === null ? [] : tree.kind === 'and' ? tree.parts : [tree];
  for (const term of terms) {
    if (term.kind === 'term' && term.field === 'phone' && !term.prefix && term.value.startsWith('+')) return world.customers.where('phone', term.value);
  }
  return world.customers.all();
}
