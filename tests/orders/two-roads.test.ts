import { beforeAll, describe, expect, it } from 'vitest';
import { gid } from '../../app/kernel/ids.ts';
import { fetchHeldOrder, fetchOrder, findOrderForCustomer, fulfillmentOrderTopics, importOrders, importProgress, orderStory, orderTopics, reconcileOrders, startImport } from '../../app/modules/orders/index.server.ts';
import { readAdminOrder } from '../../app/modules/orders/read-admin-order.ts';
import { webhookReaders } from '../../app/modules/orders/read-webhook.ts';
import type { OrderSnapshot, Snapshot } from '../../app/modules/orders/snapshots.ts';
import { SomeOrdersDocument } from '../../app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { seedShop } from '../../sandbox/seed/index.ts';
import { eventPayload } from '../../sandbox/webhooks/payloads/event-payload.ts';
import { domain, setStage } from '../shopify/stage.ts';

type Stage = Awaited<ReturnType<typeof setStage>>;
let stage: Stage;
let ctx: ShopContext;
let ids: string[];

/** What the sandbox's webhook about a thing says at this moment, as it goes over the wire. */
function bodyOf(topic: string, subject: string): unknown {
  const world = stage.sandbox.worlds.find(domain);
  if (!world) throw new Error('no shop');
  return JSON.parse(JSON.stringify(eventPayload({ topic, subject, at: new Date() }, world)));
}

const read = (topic: string, subject: string): Snapshot[] => webhookReaders[topic]?.(bodyOf(topic, subject), new Date()) ?? [];

beforeAll(async () => {
  stage = await setStage();
  const { sandbox } = stage;
  await sandbox.worlds.find(domain)?.bulk(() => seedShop({ runAdmin: sandbox.runAdmin, domain, orders: 80, clock: sandbox.clock, seed: 7 }));
  ({ ctx } = await stage.start().shopify.authenticateAdmin(await stage.visit()));
  const world = sandbox.worlds.find(domain);
  ids = [...(world?.orders.all() ?? [])].map(({ id }) => id.split('/').at(-1) ?? '');
}, 120_000);

/** A snapshot as far as both roads can tell it. */
function common({ kind, id, updatedAt, facts, lines, fulfillments, refunds, customer, extras }: OrderSnapshot) {
  return {
    kind,
    id,
    updatedAt,
    facts,
    lines: lines?.map((line) => line.facts),
    returns: extras.return_status,
    service: extras.shipping_service,
    paidOnDelivery: extras.sent_unpaid === 'on_delivery',
    customer: customer && { ...customer, extras: {} },
    fulfillments: fulfillments.map(({ id: fulfillmentId, updatedAt: at, facts: told, lines: inside, parcels, extras: { display_status } }) => ({ fulfillmentId, at, told, inside, parcels, display_status })),
    refunds: refunds.map(({ facts: told, lines: inside }) => ({ told, inside })),
  };
}

describe('an order', () => {
  it('reads the same from a webhook and from the Admin API', async () => {
    expect(ids.length).toBeGreaterThan(50);
    const regions = new Set<string | null | undefined>();
    for (const id of ids) {
      const [heard] = read('orders/updated', gid('Order', id));
      const [order] = (await ctx.admin.run(SomeOrdersDocument, { ids: [gid('Order', id)] })).nodes;
      if (heard?.kind !== 'order' || order?.__typename !== 'Order') throw new Error(`order ${id} is missing`);
      const seen = readAdminOrder(order, new Date());
      // Where money went back in another currency the webhook says that it cannot say it.
      const [left, right] = [common(heard), common(seen)];
      if (heard.incomplete) right.refunds = left.refunds;
      expect(left).toEqual(right);
      regions.add(seen.facts.shipping_address?.provinceCode);
      for (const fulfillment of seen.fulfillments) {
        const told = read('fulfillments/update', gid('Fulfillment', fulfillment.id));
        expect(told).toMatchObject([{ facts: fulfillment.facts, parcels: fulfillment.parcels, lines: fulfillment.lines }]);
        for (const { facts } of fulfillment.checkpoints) expect(read('fulfillment_events/create', gid('FulfillmentEvent', facts.id.replace('shopify:', '')))).toEqual([{ kind: 'checkpoint', facts }]);
      }
    }
    expect([...regions].filter(Boolean).length).toBeGreaterThan(2);
  }, 60_000);
});

describe('the whole history', () => {
  it('arrives by import, in two parts, with every scan', async () => {
    await startImport(ctx);
    for (let turn = 0; turn < 50 && (await importProgress(ctx))?.state !== 'done'; turn += 1) {
      await importOrders(ctx, {});
      await stage.sandbox.settled();
    }
    const world = stage.sandbox.worlds.find(domain);
    expect(await importProgress(ctx)).toMatchObject({ state: 'done', ordersTotal: ids.length, ordersApplied: ids.length, failure: null });
    expect(await ctx.tx((tx) => tx.orders.count())).toBe(ids.length);
    expect(await ctx.tx((tx) => tx.checkpoints.count())).toBe([...(world?.fulfillmentEvents.all() ?? [])].length);
    expect(await ctx.tx((tx) => tx.refunds.count())).toBe([...(world?.refunds.all() ?? [])].length);
  }, 60_000);

  it('that was imported is not changed by a webhook or a reading that tells the same', async () => {
    await reconcileOrders(ctx);
    // Only webhooks tell the status page's address, and a doubt may end meanwhile: an order that changed less than three seconds before it was read is only settled by a later reading.
    const stamp = () => ctx.tx((tx) => tx.$queryRaw`select md5(string_agg((to_jsonb(o) - 'stale_since' - 'status_page_url')::text, ',' order by id)) as orders from orders o`);
    const journal = () => ctx.tx((tx) => tx.journal.count());
    const before = [await stamp(), await journal()];
    const receipts = ids.map((id, at) => ({ id: BigInt(at), webhookId: `w${at}`, topic: 'orders/updated', triggeredAt: new Date(), receivedAt: new Date(), body: bodyOf('orders/updated', gid('Order', id)) }));
    await ctx.tx((tx) => orderTopics.apply(tx, ctx.shop, receipts));
    for (const id of ids.slice(0, 5)) await fetchOrder(ctx, { orderId: id });
    expect([await stamp(), await journal()]).toEqual(before);
  }, 60_000);

  it('shows on an order what the Admin API says of it', async () => {
    const world = stage.sandbox.worlds.find(domain);
    const sent = [...(world?.fulfillments.all() ?? [])].find(({ tracking }) => tracking[0]?.number);
    const story = await orderStory(ctx, sent?.orderId.split('/').at(-1) ?? '');
    expect(story.parcels.some(({ number }) => number === sent?.tracking[0]?.number)).toBe(true);
    expect(story.lines.some(({ imageUrl }) => imageUrl !== null)).toBe(true);
  });
});

describe('an order that is held back', () => {
  const admin = async (query: string, variables: object) => (await stage.sandbox.runAdmin(domain, { query, variables: { ...variables } }, { kind: 'merchant' })).body;

  it('waits until it is let go, and is to be sent from then on', async () => {
    const open = [...(stage.sandbox.worlds.find(domain)?.fulfillmentOrders.all() ?? [])].filter(({ status }) => status !== 'CLOSED' && status !== 'CANCELLED');
    const isSent = (orderId: string) => stage.sandbox.worlds.find(domain)?.orders.get(orderId)?.shippingLines.some(({ code }) => code !== 'pickup');
    // An order waits only where all that is left of it is held; one that is collected waits anyway.
    const part = open.find(({ status, orderId }) => status === 'OPEN' && isSent(orderId) && open.filter((other) => other.orderId === orderId).length === 1);
    if (!part) throw new Error('everything was sent');
    const id = part.orderId.split('/').at(-1) ?? '';
    const held = async () => {
      const { waiting, ready_at: readyAt } = await ctx.tx((tx) => tx.orders.findFirstOrThrow({ where: { id } }));
      return { waiting, ready: readyAt !== null };
    };
    const hear = async (topic: string) => {
      const payload = bodyOf(topic, part.id);
      await ctx.tx((tx) => fulfillmentOrderTopics.apply(tx, ctx.shop, [{ id: 1n, webhookId: topic, topic, triggeredAt: new Date(), receivedAt: new Date(), body: payload }]));
      await fetchHeldOrder({ ...ctx, clock: { now: () => new Date(Date.now() + 6_000) } }, { fulfillmentOrderId: part.id });
    };
    expect(await held()).toEqual({ waiting: null, ready: false });
    await admin('mutation($id: ID!) { fulfillmentOrderHold(id: $id, fulfillmentHold: { reason: OTHER }) { userErrors { message } } }', { id: part.id });
    await hear('fulfillment_orders/placed_on_hold');
    expect(await held()).toEqual({ waiting: 'on_hold', ready: false });
    await admin('mutation($id: ID!) { fulfillmentOrderReleaseHold(id: $id) { userErrors { message } } }', { id: part.id });
    await hear('fulfillment_orders/hold_released');
    expect(await held()).toEqual({ waiting: null, ready: true });
  });
});

describe('an order no webhook told of', () => {
  it('is found for its customer by asking Shopify, and then held', async () => {
    const placed = await stage.sandbox.runAdmin(
      domain,
      {
        query: 'mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id name } userErrors { message } } }',
        variables: { order: { email: 'late@example.com', lineItems: [{ title: 'Lamp', quantity: 1, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } }] } },
      },
      { kind: 'merchant' },
    );
    const name = /"name":"([^"]+)"/.exec(JSON.stringify(placed.body.data))?.[1] ?? '';
    expect(await findOrderForCustomer(ctx, { number: name, contact: 'early@example.com' })).toBeNull();
    expect(await ctx.tx((tx) => tx.orders.count({ where: { name } }))).toBe(0);
    expect((await findOrderForCustomer(ctx, { number: name, contact: ' Late@Example.com' }))?.order.name).toBe(name);
    expect(await ctx.tx((tx) => tx.orders.count({ where: { name } }))).toBe(1);
  });
});
