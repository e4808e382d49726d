import { describe, expect, it } from 'vitest';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';
import { customerDelete } from '#sandbox/world/commands/customer-delete.ts';
import { customerMerge } from '#sandbox/world/commands/customer-merge.ts';
import { customerUpdate } from '#sandbox/world/commands/customer-update.ts';
import { fulfillmentCancel } from '#sandbox/world/commands/fulfillment-cancel.ts';
import { fulfillmentCreate } from '#sandbox/world/commands/fulfillment-create.ts';
import { fulfillmentEventCreate } from '#sandbox/world/commands/fulfillment-event-create.ts';
import { fulfillmentOrderHold } from '#sandbox/world/commands/fulfillment-order-hold.ts';
import { fulfillmentOrderReleaseHold } from '#sandbox/world/commands/fulfillment-order-release-hold.ts';
import { fulfillmentTrackingInfoUpdate } from '#sandbox/world/commands/fulfillment-tracking-info-update.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { orderClose } from '#sandbox/world/commands/order-close.ts';
import { orderDelete } from '#sandbox/world/commands/order-delete.ts';
import { orderEditAddVariant } from '#sandbox/world/commands/order-edit-add-variant.ts';
import { orderEditBegin } from '#sandbox/world/commands/order-edit-begin.ts';
import { orderEditCommit } from '#sandbox/world/commands/order-edit-commit.ts';
import { orderEditSetQuantity } from '#sandbox/world/commands/order-edit-set-quantity.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { orderUpdate } from '#sandbox/world/commands/order-update.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { shopLocaleDisable } from '#sandbox/world/commands/shop-locale-disable.ts';
import { shopLocaleEnable } from '#sandbox/world/commands/shop-locale-enable.ts';
import { shopLocaleUpdate } from '#sandbox/world/commands/shop-locale-update.ts';
import { tagsAdd } from '#sandbox/world/commands/tags-add.ts';
import { numericId } from '#sandbox/world/gid.ts';
import { addOrder, addVariant, customLine, only, openShop, openWork } from './shop-in-memory.ts';

describe('what happens in a shop is reported under the topics Shopify uses', () => {
  it('from the order to the refund', () => {
    const { world, topics } = openShop();
    const order = addOrder(world, { customer: { toUpsert: { email: 'a@example.com' } } });
    expect(topics()).toEqual(['customers/create', 'orders/create']);

    world.change((c) => orderMarkAsPaid(c, { id: order.id }));
    expect(topics()).toEqual(['order_transactions/create', 'orders/updated', 'orders/paid']);

    world.change((c) => orderUpdate(c, { id: order.id, note: 'Ring twice' }));
    world.change((c) => tagsAdd(c, { id: order.id, tags: ['vip'] }));
    expect(topics()).toEqual(['orders/updated', 'orders/updated']);

    const work = openWork(world, order);
    world.change((c) => fulfillmentOrderHold(c, { id: work.id, fulfillmentHold: { reason: 'OTHER' } }));
    world.change((c) => fulfillmentOrderReleaseHold(c, { id: work.id }));
    expect(topics()).toEqual(['fulfillment_orders/placed_on_hold', 'orders/updated', 'fulfillment_orders/hold_released', 'orders/updated']);

    const half = [{ id: only(work.lineItems).id, quantity: 1 }];
    const ship = () => world.change((c) => fulfillmentCreate(c, { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: work.id, fulfillmentOrderLineItems: half }] }));
    ship();
    expect(topics()).toEqual(['fulfillments/create', 'orders/updated', 'orders/partially_fulfilled']);
    ship();
    expect(topics()).toEqual(['fulfillments/create', 'orders/updated', 'orders/fulfilled']);

    const [first] = world.fulfillments.where('order', order.id);
    const fulfillmentId = first?.id ?? '';
    world.change((c) => fulfillmentTrackingInfoUpdate(c, { fulfillmentId, trackingInfoInput: { number: '1' } }));
    expect(topics()).toEqual(['fulfillments/update', 'orders/updated']);
    world.change((c) => fulfillmentEventCreate(c, { fulfillmentId, status: 'IN_TRANSIT' }));
    expect(topics()).toEqual(['fulfillment_events/create', 'fulfillments/update', 'orders/updated']);
    world.change((c) => fulfillmentCancel(c, { id: fulfillmentId }));
    expect(topics()).toEqual(['fulfillments/update', 'orders/updated']);

    world.change((c) => refundCreate(c, { orderId: order.id, refundLineItems: [{ lineItemId: only(order.lineItems).id, quantity: 1 }] }));
    expect(topics()).toEqual(['refunds/create', 'orders/updated']);
    world.change((c) => orderClose(c, { id: order.id }));
    expect(topics()).toEqual(['orders/updated']);
  });

  it('a cancelled order with its money given back', () => {
    const { world, topics } = openShop();
    const order = addOrder(world, { financialStatus: 'PAID' });
    topics();
    world.change((c) => orderCancel(c, { orderId: order.id, reason: 'CUSTOMER', restock: true, refundMethod: { originalPaymentMethodsRefund: true } }));
    expect(topics()).toEqual(['refunds/create', 'order_transactions/create', 'orders/updated', 'orders/updated', 'orders/cancelled']);
  });

  it('an edited order, with what was added and removed', () => {
    const { world, events, topics } = openShop();
    const variant = addVariant(world);
    const order = addOrder(world, { lineItems: [customLine('10.00', 3)] });
    topics();
    const id = world.change((c) => orderEditBegin(c, { id: order.id })).calculatedOrder?.id ?? '';
    world.change((c) => orderEditSetQuantity(c, { id, lineItemId: only(order.lineItems).id, quantity: 1 }));
    world.change((c) => orderEditAddVariant(c, { id, variantId: variant.id, quantity: 2 }));
    expect(topics()).toEqual([]);
    world.change((c) => orderEditCommit(c, { id }));
    const edited = events.find((event) => event.topic === 'orders/edited');
    const after = world.orders.get(order.id);
    expect(edited?.body).toMatchObject({
      order_edit: {
        order_id: numericId(order.id),
        line_items: {
          additions: [{ id: numericId(after?.lineItems[1]?.id ?? ''), delta: 2 }],
          removals: [{ id: numericId(only(order.lineItems).id), delta: 2 }],
        },
      },
    });
    expect(after?.edited).toBe(true);
    expect(after?.lineItems.map((line) => line.currentQuantity)).toEqual([1, 2]);
    expect(topics()).toEqual(['inventory_levels/update', 'orders/updated', 'orders/edited']);
  });

  it('what is gone carries its body', () => {
    const { world, events, topics } = openShop();
    const order = addOrder(world);
    const customer = world.change((c) => customerCreate(c, { firstName: 'A' })).customer;
    topics();
    world.change((c) => orderDelete(c, { orderId: order.id }));
    world.change((c) => customerDelete(c, { id: customer?.id ?? '' }));
    expect(events.map((event) => [event.topic, event.subject, event.body?.['id']])).toEqual([
      ['orders/delete', order.id, numericId(order.id)],
      ['customers/delete', customer?.id, numericId(customer?.id ?? '')],
    ]);
    expect([...world.fulfillmentOrders.all()]).toEqual([]);
  });

  it('customers, and what becomes of them when they are merged', () => {
    const { world, topics } = openShop();
    const one = world.change((c) => customerCreate(c, { email: 'one@example.com', tags: ['a'] })).customer?.id ?? '';
    const two = world.change((c) => customerCreate(c, { phone: '+4915112345678', tags: ['b'] })).customer?.id ?? '';
    const order = addOrder(world, { customer: { toAssociate: { id: one } } });
    topics();
    world.change((c) => customerUpdate(c, { id: one, firstName: 'One' }));
    expect(topics()).toEqual(['customers/update']);
    world.change((c) => customerMerge(c, { customerOneId: one, customerTwoId: two }));
    expect(topics()).toEqual(['customers/merge', 'customers/delete', 'customers/update']);
    expect(world.customers.get(two)).toMatchObject({ email: 'one@example.com', phone: '+4915112345678', firstName: 'One', tags: ['a', 'b'] });
    expect(world.orders.get(order.id)?.customerId).toBe(two);
    expect(world.customers.get(one)).toBeNull();
  });

  it('languages and the name of the shop', () => {
    const { world, worlds, topics } = openShop();
    world.change((c) => shopLocaleEnable(c, { locale: 'fr' }));
    world.change((c) => shopLocaleUpdate(c, { locale: 'fr', shopLocale: { published: true } }));
    world.change((c) => shopLocaleDisable(c, { locale: 'fr' }));
    worlds.renameShop('test.myshopify.com', 'new.myshopify.com');
    expect(topics()).toEqual(['locales/create', 'locales/update', 'locales/destroy', 'shop/update']);
    expect(worlds.find('test.myshopify.com')).toBeNull();
    expect(worlds.find('new.myshopify.com')?.domain).toBe('new.myshopify.com');
  });
});

describe('events', () => {
  it('a customer’s tags that come and go have topics of their own, which name them', () => {
    const { world, events } = openShop();
    const id = world.change((c) => customerCreate(c, { email: 'tess@example.com', tags: ['regular'] })).customer?.id ?? '';
    world.change((c) => customerUpdate(c, { id, tags: ['vip'] }));
    world.change((c) => tagsAdd(c, { id, tags: ['vip', 'kind'] }));
    expect(events.filter(({ topic }) => topic.startsWith('customer.')).map(({ topic, body }) => [topic, body?.['customerId'], body?.['tags']])).toEqual([['customer.tags_added', id, ['vip']], ['customer.tags_removed', id, ['regular']], ['customer.tags_added', id, ['kind']]]);
  });

  it('go out only when the change is kept', () => {
    const { world, topics } = openShop();
    const run = () =>
      world.change((change) => {
        customerCreate(change, { firstName: 'A' });
        throw new Error('no');
      });
    expect(run).toThrow('no');
    expect(topics()).toEqual([]);
    expect(world.customers.size).toBe(0);
  });

  it('find the record as it is after the change', () => {
    const { world, worlds } = openShop();
    const seen: unknown[] = [];
    const stop = worlds.onEvent((domain, event) => seen.push([domain, event.topic, world.orders.get(event.subject)?.name]));
    addOrder(world);
    expect(seen).toEqual([['test.myshopify.com', 'orders/create', '#1001']]);
    stop();
    addOrder(world);
    expect(seen).toHaveLength(1);
  });

  it('stay silent while history is loaded', async () => {
    const { world, topics } = openShop();
    await world.bulk(() => {
      addOrder(world);
    });
    expect(topics()).toEqual([]);
    addOrder(world);
    expect(topics()).toEqual(['orders/create']);
  });
});
