import { z } from 'zod';
import { numericId } from '../world/gid.ts';
import type { World } from '../world/index.ts';
import type { Payload } from './payloads/write.ts';

/** The requests that privacy law makes of apps, by their place in the control door's address. */
export const complianceTopics = {
  'customers-data-request': 'customers/data_request',
  'customers-redact': 'customers/redact',
  'shop-redact': 'shop/redact',
} as const;

/** What a control request says about a compliance webhook; the person is named by global id or email. */
export const complianceRequest = z.object({
  shop: z.string(),
  customer: z.string().optional(),
  /** Global ids; all of the customer's orders where left out. */
  orders: z.array(z.string()).optional(),
});

/** A compliance webhook asked for. */
export type ComplianceRequest = z.infer<typeof complianceRequest>;

/** A compliance request that names nobody in the shop. */
export class UnknownCustomer extends Error {}

/** The body of a compliance webhook. */
export function compliancePayload(topic: string, world: World, request: ComplianceRequest, requestNumber: number): Payload {
  const shop = { shop_id: numericId(world.shop.id), shop_domain: world.shop.domain };
  if (topic === 'shop/redact') return shop;
  const named = request.customer ?? '';
  const customer = named.startsWith('gid://') ? world.customers.get(named) : world.customers.where('email', named.toLowerCase())[0];
  if (!customer) throw new UnknownCustomer(`no customer ${named || 'named'} in ${world.shop.domain}`);
  const orders = (request.orders ?? world.orders.where('customer', customer.id).map(({ id }) => id)).map(numericId);
  const person = { id: numericId(customer.id), email: customer.email, phone: customer.phone };
  return topic === 'customers/redact'
    ? { ...shop, customer: person, orders_to_redact: orders }
    : { ...shop, orders_requested: orders, customer: person, data_request: { id: requestNumber } };
}
