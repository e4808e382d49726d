import { beforeAll, describe, expect, it } from 'vitest';
import { gid } from '../../app/kernel/ids.ts';
import { fetchCustomer, orderTopics, personTopics } from '../../app/modules/orders/index.server.ts';
import { readAdminOrder } from '../../app/modules/orders/read-admin-order.ts';
import { SomeOrdersDocument } from '../../app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { eventPayload } from '../../sandbox/webhooks/payloads/event-payload.ts';
import type { Receipt } from '../../app/platform/webhooks/topic-handler.ts';
import { domain, setStage } from '../shopify/stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
let app: ReturnType<typeof stage.start>;
let ctx: ShopContext;
beforeAll(async () => {
  stage = await setStage();
  app = stage.start();
  ({ ctx } = await app.shopify.authenticateAdmin(await stage.visit()));
}, 120_000);

async function ask(query: string, variables: Record<string, unknown>): Promise<Record<string, { id: string }>> {
  const { body } = await stage.sandbox.runAdmin(domain, { query, variables }, { kind: 'merchant' });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  // Every mutation below answers with the thing it made.
  return Object.fromEntries(Object.values(Object(body.data)).flatMap((payload) => Object.entries(Object(payload)))) as Record<string, { id: string }>;
}

async function newCustomer(input: Record<string, unknown>): Promise<string> {
  const { customer } = await ask('mutation ($input: CustomerInput!) { customerCreate(input: $input) { customer { id } userErrors { message } } }', { input });
  return customer?.id ?? '';
}

/** Whom a job is to read. */
async function asked(): Promise<unknown[]> {
  const { rows } = await app.database.pool.query<{ id: unknown }>(
    `select j.payload #>> '{data,customerId}' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'orders.fetch-customer'`,
  );
  return rows.map(({ id }) => id);
}

/** The webhooks of a changed consent, and the job they leave. */
async function heardOf(subject: string, about: 'customers_marketing_consent/update' | 'customers_email_marketing_consent/update') {
  const world = stage.sandbox.worlds.find(domain);
  if (!world) throw new Error('no shop');
  const receipt = (topic: string): Receipt => ({ id: 1n, webhookId: topic, topic, triggeredAt: new Date(), receivedAt: new Date(), body: JSON.parse(JSON.stringify(eventPayload({ topic, subject, at: new Date() }, world))) });
  await ctx.tx((tx) => orderTopics.apply(tx, ctx.shop, [receipt('customers/update')]));
  await ctx.tx((tx) => personTopics.apply(tx, ctx.shop, [receipt(about)]));
  const customerId = subject.split('/').at(-1) ?? '';
  expect(await asked()).toContain(customerId);
  await fetchCustomer(ctx, { customerId });
  const { email_consent: email, sms_consent: sms, whatsapp_consent: whatsapp } = await ctx.tx((tx) => tx.customers.findFirstOrThrow({ where: { id: customerId } }));
  return { email, sms, whatsapp };
}

describe('what a person agreed to', () => {
  it('is known from Shopify, and known anew when it changes', async () => {
    const id = await newCustomer({ email: 'nell@example.com', phone: '+4915123450001', smsMarketingConsent: { marketingState: 'SUBSCRIBED' } });
    expect(await heardOf(id, 'customers_email_marketing_consent/update')).toEqual({ email: 'none', sms: 'subscribed', whatsapp: 'none' });
    stage.sandbox.clock.travelTo(new Date(Date.now() + 2_000));
    await ask('mutation ($input: CustomerSmsMarketingConsentUpdateInput!) { customerSmsMarketingConsentUpdate(input: $input) { customer { id } userErrors { message } } }', {
      input: { customerId: id, smsMarketingConsent: { marketingState: 'UNSUBSCRIBED' } },
    });
    expect(await heardOf(id, 'customers_marketing_consent/update')).toEqual({ email: 'none', sms: 'unsubscribed', whatsapp: 'none' });
  });

  it('reads the same from the Admin API, which alone knows of WhatsApp', async () => {
    const customerId = await newCustomer({ email: 'omar@example.com', phone: '+4915123450002', emailMarketingConsent: { marketingState: 'PENDING' }, whatsAppMarketingConsent: { state: 'SUBSCRIBED' } });
    const { order } = await ask('mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } userErrors { message } } }', {
      order: { customer: { toAssociate: { id: customerId } }, currency: 'EUR', lineItems: [{ title: 'Mug', quantity: 1, priceSet: { shopMoney: { amount: '9', currencyCode: 'EUR' } } }] },
    });
    const [read] = (await ctx.admin.run(SomeOrdersDocument, { ids: [order?.id ?? gid('Order', '0')] })).nodes;
    if (read?.__typename !== 'Order') throw new Error('no order');
    expect(readAdminOrder(read, new Date()).customer?.extras).toMatchObject({ email_consent: 'pending', sms_consent: 'none', whatsapp_consent: 'subscribed' });
  });
});

it('the tags that the merchant gives and takes are known at once: the audiences of notices rest on them', async () => {
  const id = await newCustomer({ email: 'tess@example.com', tags: ['regular'] });
  const customerId = id.split('/').at(-1) ?? '';
  const hear = async (change: 'tagsAdd' | 'tagsRemove', tag: string, later: number) => {
    stage.sandbox.clock.travelTo(new Date(Date.now() + later));
    await ask(`mutation ($id: ID!, $tags: [String!]!) { ${change}(id: $id, tags: $tags) { node { id } userErrors { message } } }`, { id, tags: [tag] });
    const topic = change === 'tagsAdd' ? 'customer.tags_added' : 'customer.tags_removed';
    const receipt: Receipt = { id: 1n, webhookId: topic, topic, triggeredAt: new Date(), receivedAt: new Date(), body: { customerId: id, tags: [tag], occurredAt: new Date().toISOString() } };
    await ctx.tx((tx) => personTopics.apply(tx, ctx.shop, [receipt]));
    expect(await asked()).toContain(customerId);
    await fetchCustomer(ctx, { customerId });
    return (await ctx.tx((tx) => tx.customers.findFirstOrThrow({ where: { id: customerId } }))).tags.toSorted();
  };
  expect(await hear('tagsAdd', 'vip', 4_000)).toEqual(['regular', 'vip']);
  expect(await hear('tagsRemove', 'regular', 8_000)).toEqual(['vip']);
});
