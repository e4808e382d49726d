import { beforeAll, describe, expect, it } from 'vitest';
import { decideNotices, noticesStillTrue, wakeNotices } from '#app/modules/notices/index.server.ts';
import { reconcileOrders } from '#app/modules/orders/index.server.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { returnCancel } from '#sandbox/world/commands/return-cancel.ts';
import { returnDeclineRequest } from '#sandbox/world/commands/return-decline-request.ts';
import { reverseDeliveryCreateWithShipping } from '#sandbox/world/commands/reverse-delivery-create-with-shipping.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { initialRules, type KindRules } from '../../app/modules/notices/kind-rules.ts';
import { noticesSetting } from '../../app/modules/notices/notices-setting.ts';
import { returnKinds } from '../../app/modules/notices/return-facts.ts';
import { approve, askForReturn, deliveredOrder, hear, idOf, openReturnsShop } from '../returns/stage.ts';
import { processAll } from '../sandbox/returns/returned-order.ts';

let shop: Awaited<ReturnType<typeof openReturnsShop>>;
let ctx: ShopContext;
beforeAll(async () => {
  shop = await openReturnsShop();
  ctx = { ...shop.ctx, clock: { now: () => shop.stage.sandbox.clock.now() } };
  minutes(1);
}, 120_000);

const minutes = (count: number) => shop.stage.sandbox.clock.travelTo(new Date(shop.stage.sandbox.clock.now().getTime() + count * 60_000));

async function wants(on: boolean, rules: Record<string, KindRules> = {}): Promise<void> {
  const { version } = await ctx.tx((tx) => readSetting(tx, noticesSetting));
  const since = new Date(ctx.clock.now().getTime() - 1_000).toISOString();
  await changeSetting(ctx, noticesSetting, { value: { kinds: Object.fromEntries([...returnKinds.map((kind) => [kind, { on, since }]), ['delivered', { on: false, since }], ['shipped', { on: false, since }]]), rules }, version, by: null });
}

/** Hears of it, lets what that wakes be decided, and answers what the customer was told of returns so far. */
async function told(order: OrderRecord, topic: string, subject: string): Promise<string[]> {
  await hear(ctx, shop.world, topic, subject);
  for (const orderId of await queued('returns.changed')) await ctx.tx((tx) => wakeNotices(tx, ctx.shop, [orderId], ctx.clock.now()));
  expect(await queued('notices.decide')).toContain(idOf(order));
  return decided(order);
}

async function decided(order: OrderRecord): Promise<string[]> {
  await decideNotices(ctx, { linkTo: (id) => `https://shop.example.com/orders?key=${id}`, hasHouseSms: false }, { orderId: idOf(order) });
  return (await mails(order)).map(({ kind }) => kind.replace('notices.', ''));
}

async function mails(order: OrderRecord) {
  return ctx.tx((tx) => tx.outbox.findMany({ where: { order_id: idOf(order), kind: { startsWith: 'notices.return_' } }, orderBy: { id: 'asc' } }));
}

const sent = (order: OrderRecord) => ctx.tx((tx) => tx.outbox.updateMany({ where: { order_id: idOf(order), state: 'queued' }, data: { state: 'sent' } }));

async function queued(task: string): Promise<string[]> {
  const { rows } = await shop.app.database.pool.query<{ id: string }>(
    `select j.payload #>> '{data,orderId}' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
    [task],
  );
  return rows.map(({ id }) => id);
}

function workOf(record: ReturnRecord) {
  const work = shop.world.reverseFulfillmentOrders.where('return', record.id)[0];
  if (!work) throw new Error('no way back');
  return work;
}

function label(record: ReturnRecord, number = 'RT123'): string {
  const labelInput = { fileUrl: `https://labels.example.com/${number}.pdf` };
  const made = shop.world.change((change) => reverseDeliveryCreateWithShipping(change, { reverseFulfillmentOrderId: workOf(record).id, reverseDeliveryLineItems: [], trackingInput: { number, url: null }, labelInput }));
  return made.reverseDelivery?.id ?? '';
}

function takeIn(record: ReturnRecord): string {
  const [line] = workOf(record).lineItems;
  shop.world.change((change) => reverseFulfillmentOrderDispose(change, { dispositionInputs: [{ reverseFulfillmentOrderLineItemId: line?.id ?? '', quantity: 1, dispositionType: 'NOT_RESTOCKED' }] }));
  return workOf(record).id;
}

async function approved(rules: Record<string, KindRules> = {}): Promise<{ order: OrderRecord; record: ReturnRecord }> {
  await wants(true, rules);
  const order = await deliveredOrder(ctx, shop.world);
  return { order, record: approve(shop.world, askForReturn(shop.world, order)) };
}

describe('what customers are told of a return', () => {
  it('is nothing until the merchant wants it', async () => {
    await wants(false);
    const order = await deliveredOrder(ctx, shop.world);
    const record = approve(shop.world, askForReturn(shop.world, order));
    label(record);
    expect(await told(order, 'returns/approve', record.id)).toEqual([]);
    minutes(20);
    await wants(true);
    expect(await decided(order)).toEqual([]);
  });

  it('goes from the approval to the refund, each once, however often it is heard', async () => {
    const { order, record } = await approved();
    expect(await told(order, 'returns/approve', record.id)).toEqual([]);
    minutes(11);
    expect(await decided(order)).toEqual(['return_approved']);
    expect((await mails(order))[0]?.text_body).toContain('Please pack everything safely');
    await sent(order);

    expect(await told(order, 'reverse_deliveries/attach_deliverable', label(record))).toEqual(['return_approved', 'return_label']);
    expect((await mails(order))[1]?.text_body).toContain('https://labels.example.com/RT123.pdf');
    await sent(order);

    minutes(60);
    const work = takeIn(record);
    const afterwards = ['return_approved', 'return_label', 'return_received'];
    expect(await told(order, 'reverse_fulfillment_orders/dispose', work)).toEqual(afterwards);
    expect((await mails(order))[2]?.text_body).toContain('Cup');
    expect(await told(order, 'reverse_fulfillment_orders/dispose', work)).toEqual(afterwards);
    await sent(order);

    minutes(60);
    processAll(shop.world, shop.world.returns.get(record.id) ?? record);
    await reconcileOrders(ctx);
    expect(await told(order, 'returns/process', record.id)).toEqual([...afterwards, 'return_refunded']);
    expect((await mails(order))[3]?.text_body).toContain('we have paid back €10.00');
    expect(await told(order, 'returns/process', record.id)).toEqual([...afterwards, 'return_refunded']);
  });

  it('names a label in the approval where it is there by then, and never tells of it a second time', async () => {
    const { order, record } = await approved();
    await told(order, 'returns/approve', record.id);
    minutes(2);
    expect(await told(order, 'reverse_deliveries/attach_deliverable', label(record, 'RT777'))).toEqual(['return_approved']);
    expect((await mails(order))[0]?.text_body).toContain('https://labels.example.com/RT777.pdf');
    await sent(order);
    minutes(30);
    expect(await decided(order)).toEqual(['return_approved']);
    expect(await ctx.tx((tx) => tx.notices.findMany({ where: { order_id: idOf(order), kind: 'return_label' } }))).toMatchObject([{ state: 'queued' }]);
  });

  it('is one message where the approval waits by the merchant’s rules and its label does not', async () => {
    const { order, record } = await approved({ return_approved: { ...initialRules('return_approved'), waitHours: 5 } });
    label(record);
    expect(await told(order, 'returns/approve', record.id)).toEqual([]);
    minutes(301);
    expect(await decided(order)).toEqual(['return_approved']);
    await sent(order);
    minutes(60);
    expect(await decided(order)).toEqual(['return_approved']);
  });

  it('gives the reason and the merchant’s note where a request is declined', async () => {
    await wants(true);
    const order = await deliveredOrder(ctx, shop.world);
    const record = askForReturn(shop.world, order);
    await hear(ctx, shop.world, 'returns/request', record.id);
    minutes(1);
    shop.world.change((change) => returnDeclineRequest(change, { id: record.id, declineReason: 'FINAL_SALE', declineNote: 'It was <b>reduced</b>.' }));
    expect(await told(order, 'returns/decline', record.id)).toEqual(['return_declined']);
    const [mail] = await mails(order);
    expect(mail?.text_body).toContain('it was a final sale');
    expect(mail?.html_body).toContain('It was &lt;b&gt;reduced&lt;/b&gt;.');
  });

  it('is not sent where the return was cancelled before it left', async () => {
    const { order, record } = await approved();
    label(record);
    expect(await told(order, 'returns/approve', record.id)).toEqual(['return_approved']);
    const check = async () => {
      const messages = await mails(order);
      const [message] = messages;
      return ctx.tx(async (tx) => message && (await noticesStillTrue(ctx).stillTrue(tx, messages, ctx.clock.now()))(message));
    };
    expect(await check()).toBe(true);
    minutes(1);
    shop.world.change((change) => returnCancel(change, { id: record.id }));
    await hear(ctx, shop.world, 'returns/cancel', record.id);
    expect(await check()).toEqual({ untrue: 'It was no longer true when its turn came.' });
  });

  it('is nothing of a return from before the app', async () => {
    const { order, record } = await approved();
    label(record);
    await hear(ctx, shop.world, 'returns/approve', record.id);
    await ctx.tx((tx) => tx.returns.updateMany({ where: { id: idOf(record) }, data: { imported: true } }));
    expect(await decided(order)).toEqual([]);
  });
});
