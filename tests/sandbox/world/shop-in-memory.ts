import type { SandboxClock, ShopEvent } from '#sandbox/contract.ts';
import { type NewShop, openWorlds, type World, type Worlds } from '#sandbox/world/index.ts';
import { orderCreate } from '#sandbox/world/commands/order-create.ts';
import type { OrderCreateInput, OrderCreateOptions } from '#sandbox/world/commands/order-input.ts';
import { productCreate } from '#sandbox/world/commands/product-create.ts';
import { returnCreate, type ReturnCreateInput } from '#sandbox/world/commands/return-create.ts';
import { productVariantsBulkCreate, type VariantInput } from '#sandbox/world/commands/product-variants-bulk-create.ts';
import type { FulfillmentOrderRecord, LocationRecord, OrderRecord, ReturnRecord, VariantRecord } from '#sandbox/world/records.ts';

/** A clock that stands still until it is told. */
export function stoppedClock(at = '2026-11-20T10:00:00Z'): SandboxClock {
  let now = new Date(at);
  return {
    now: () => now,
    travelTo(to) {
      now = to;
    },
    returnToPresent() {
      now = new Date(at);
    },
  };
}

/** One empty shop with its events written down. */
export interface TestShop {
  worlds: Worlds;
  world: World;
  clock: SandboxClock;
  events: ShopEvent[];
  /** Topics since the last call. */
  topics(): string[];
}

/** A shop in memory; euros, prices without tax unless told otherwise. */
export function openShop(shop: Partial<NewShop> = {}, dataDir: string | null = null): TestShop {
  const clock = stoppedClock();
  const worlds = openWorlds({ dataDir, clock });
  const world = worlds.createShop({
    domain: 'test.myshopify.com',
    name: 'Test',
    email: 'shop@example.com',
    currency: 'EUR',
    ianaTimezone: 'Europe/Berlin',
    locales: ['en', 'de'],
    taxesIncluded: false,
    ...shop,
  });
  const events: ShopEvent[] = [];
  worlds.onEvent((_domain, event) => events.push(event));
  return { worlds, world, clock, events, topics: () => events.splice(0).map((event) => event.topic) };
}

/** The one element, or a failure that says there was none. */
export function only<T>(items: Iterable<T>): T {
  const [first] = items;
  if (first === undefined) throw new Error('nothing there');
  return first;
}

/** The first location of a shop. */
export function firstLocation(world: World): LocationRecord {
  return only(world.locations.all());
}

/** A product with one variant of a price, five in stock. */
export function addVariant(world: World, variant: Partial<VariantInput> = {}, title = 'Mug'): VariantRecord {
  return world.change((change) => {
    const { product } = productCreate(change, { product: { title } });
    if (!product) throw new Error('no product');
    const answer = productVariantsBulkCreate(change, {
      productId: product.id,
      variants: [
        {
          price: '10.00',
          inventoryItem: { sku: 'MUG', tracked: true },
          inventoryQuantities: [{ locationId: firstLocation(world).id, availableQuantity: 5 }],
          ...variant,
        },
      ],
    });
    return only(answer.productVariants ?? []);
  });
}

/** An order that must be accepted; two custom lines of 10.00 unless told otherwise. */
export function addOrder(world: World, order: OrderCreateInput = {}, options: OrderCreateOptions = {}): OrderRecord {
  const answer = world.change((change) => orderCreate(change, { lineItems: [customLine('10.00', 2)], ...order }, options));
  if (!answer.order) throw new Error(JSON.stringify(answer.userErrors));
  return answer.order;
}

/** A line that is in no catalogue. */
export function customLine(price: string, quantity = 1, currency = 'EUR') {
  return { title: 'Thing', quantity, requiresShipping: true, priceSet: { shopMoney: { amount: price, currencyCode: currency } } };
}

/** The only open fulfillment order of an order. */
export function openWork(world: World, order: OrderRecord): FulfillmentOrderRecord {
  return only(world.fulfillmentOrders.where('order', order.id).filter((record) => record.status !== 'CLOSED'));
}

/** The lines of an order that have left, in the order they were shipped. */
export function shippedLineIds(world: World, order: OrderRecord): string[] {
  return world.fulfillments.where('order', order.id).flatMap((record) => record.lineItems.map((line) => line.id));
}

/** An open return that must be accepted: one unit of the first line that was shipped unless told otherwise. */
export function addReturn(world: World, order: OrderRecord, input: Partial<ReturnCreateInput> = {}): ReturnRecord {
  const line = { fulfillmentLineItemId: only(shippedLineIds(world, order)), quantity: 1, returnReasonDefinitionId: TOO_SMALL };
  const answer = world.change((change) => returnCreate(change, { orderId: order.id, returnLineItems: [line], ...input }));
  if (!answer.return) throw new Error(JSON.stringify(answer.userErrors));
  return answer.return;
}

/** A reason that every shop offers. */
export const TOO_SMALL = 'gid://shopify/ReturnReasonDefinition/7';
