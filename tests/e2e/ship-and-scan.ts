import { z } from 'zod';
import { askShop } from './ask-shop.ts';
import type { DemoSession } from './demo-session.ts';

const made = z.object({
  orderCreate: z.object({
    order: z.object({ id: z.string(), legacyResourceId: z.string(), name: z.string() }).nullable(),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});
const variants = z.object({ productVariants: z.object({ nodes: z.array(z.object({ id: z.string(), product: z.object({ title: z.string() }) })) }) });
const open = z.object({
  order: z.object({ fulfillmentOrders: z.object({ nodes: z.array(z.object({ id: z.string(), lineItems: z.object({ nodes: z.array(z.object({ id: z.string(), remainingQuantity: z.int() })) }) })) }) }),
});
const shipped = z.object({ fulfillmentCreate: z.object({ fulfillment: z.object({ id: z.string() }).nullable(), userErrors: z.array(z.object({ message: z.string() })) }) });
const scanned = z.object({ fulfillmentEventCreate: z.object({ fulfillmentEvent: z.object({ id: z.string() }).nullable(), userErrors: z.array(z.object({ message: z.string() })) }) });

export interface PlacedOrder {
  id: string;
  legacyId: string;
  name: string;
  email: string;
}

/** An order of so many different things, paid, going to Hamburg; placed just now, or so many days ago. */
export async function orderOf(demo: DemoSession, things: number, email: string, { phone = null, daysAgo = 0 }: { phone?: string | null; daysAgo?: number } = {}): Promise<PlacedOrder> {
  const { productVariants } = await askShop(demo, variants, 'query { productVariants(first: 60) { nodes { id product { title } } } }');
  const different = [...new Map(productVariants.nodes.map((variant) => [variant.product.title, variant])).values()].slice(0, things);
  const address = { firstName: 'Marta', lastName: 'Keller', address1: 'Bergmannstraße 12', zip: '20095', city: 'Hamburg', countryCode: 'DE' };
  const placed = daysAgo > 0 ? { processedAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString() } : {};
  const order = { ...placed, email, phone, shippingAddress: address, financialStatus: 'PAID', lineItems: different.map(({ id }) => ({ variantId: id, quantity: 1, requiresShipping: true })) };
  const { orderCreate } = await askShop(
    demo,
    made,
    'mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id legacyResourceId name } userErrors { message } } }',
    { order },
  );
  if (!orderCreate.order) throw new Error(JSON.stringify(orderCreate.userErrors));
  return { id: orderCreate.order.id, legacyId: orderCreate.order.legacyResourceId, name: orderCreate.order.name, email };
}

/** Sends so many of the order's open lines as one parcel; answers the fulfillment's id. */
export async function ship(demo: DemoSession, order: PlacedOrder, parcel: { company: string; number: string; lines?: number }): Promise<string> {
  const { order: held } = await askShop(demo, open, 'query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id lineItems(first: 10) { nodes { id remainingQuantity } } } } } }', { id: order.id });
  const lines = held.fulfillmentOrders.nodes.flatMap(({ id, lineItems }) => lineItems.nodes.filter(({ remainingQuantity }) => remainingQuantity > 0).map((line) => ({ ...line, of: id })));
  const taken = lines.slice(0, parcel.lines ?? lines.length);
  const byOrder = [...Map.groupBy(taken, (line) => line.of)].map(([fulfillmentOrderId, some]) => ({
    fulfillmentOrderId,
    fulfillmentOrderLineItems: some.map(({ id, remainingQuantity }) => ({ id, quantity: remainingQuantity })),
  }));
  const { fulfillmentCreate } = await askShop(
    demo,
    shipped,
    'mutation($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id } userErrors { message } } }',
    { fulfillment: { lineItemsByFulfillmentOrder: byOrder, trackingInfo: { company: parcel.company, number: parcel.number } } },
  );
  if (!fulfillmentCreate.fulfillment) throw new Error(JSON.stringify(fulfillmentCreate.userErrors));
  return fulfillmentCreate.fulfillment.id;
}

/** A scan, so many days ago. */
export async function scan(demo: DemoSession, fulfillmentId: string, told: { status: string; daysAgo: number; message?: string; city?: string; expectedInDays?: number }): Promise<void> {
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const event = {
    fulfillmentId,
    status: told.status,
    happenedAt: at(-told.daysAgo),
    message: told.message ?? null,
    city: told.city ?? 'Leipzig',
    country: 'DE',
    ...(told.expectedInDays === undefined ? {} : { estimatedDeliveryAt: at(told.expectedInDays) }),
  };
  const { fulfillmentEventCreate } = await askShop(
    demo,
    scanned,
    'mutation($event: FulfillmentEventInput!) { fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { message } } }',
    { event },
  );
  if (!fulfillmentEventCreate.fulfillmentEvent) throw new Error(JSON.stringify(fulfillmentEventCreate.userErrors));
}
