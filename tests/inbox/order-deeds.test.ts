import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { advanceChain, decideChain } from '#app/modules/compensation/index.server.ts';
import { linkKnown, personFor, purgeWords, ticketAddressChain, ticketCancelChain } from '#app/modules/inbox/index.server.ts';
import { approveReturn, previewApprove } from '#app/modules/inbox/deeds/approve-return.server.ts';
import { cancelOrder, previewCancel, type CancelClicked } from '#app/modules/inbox/deeds/cancel-order.server.ts';
import { changeAddress, previewAddress } from '#app/modules/inbox/deeds/change-address.server.ts';
import { previewResend, resendMail } from '#app/modules/inbox/deeds/resend-mail.server.ts';
import { tagOrder } from '#app/modules/inbox/deeds/tag-order.server.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { fulfillAll } from '#sandbox/world/commands/fulfill-all.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { orderCreate } from '#sandbox/world/commands/order-create.ts';
import { returnRequest } from '#sandbox/world/commands/return-request.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { numericId } from '#app/kernel/ids.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import { openLedgerStage, type LedgerShop } from '../compensation/stage.ts';
import { seededStaff } from '../inbox-stage.ts';
import { losing, know } from '../returns/processing/stage.ts';
import { customLine, only, shippedLineIds, TOO_SMALL } from '../sandbox/world/shop-in-memory.ts';
import { actsOf, clickOf, ledgerOf, openScene, setRights, type Scene } from './deed-stage.ts';

const stage = await openLedgerStage();
const home = { firstName: 'Anna', lastName: 'Berg', address1: 'Hauptstr. 1', city: 'Berlin', countryCode: 'DE', zip: '10115' };
const elsewhere = { firstName: 'Anna', lastName: 'Berg', company: '', address1: 'Nebenstr. 2', address2: 'Hof', city: 'Potsdam', provinceCode: '', zip: '14467', phone: '' };
/** A click of Mia on what she is shown now. */
const addressClick = async (scene: Scene) => ({ ...clickOf(scene), address: elsewhere, shown: (await previewAddress(scene.shop.ctx, clickOf(scene))).shown });

/** A paid order of which nothing was sent. */
async function unsent(shop: LedgerShop, more: object = {}): Promise<Scene> {
  const scene = await openScene(shop);
  const customerId = `gid://shopify/Customer/${shop.customerId}`;
  const { order } = shop.world.change((change) => orderCreate(change, { customerId, email: 'anna@example.com', shippingAddress: home, lineItems: [customLine('10.00', 3)], financialStatus: 'PAID', transactions: [{ kind: 'SALE', status: 'SUCCESS', gateway: 'manual', amountSet: { shopMoney: { amount: '30.00', currencyCode: 'EUR' } } }], ...more }));
  if (!order) throw new Error('no order');
  const orderId = numericId('Order', order.id);
  await fetchOrder(shop.known, { orderId });
  return { ...scene, order, orderId };
}
const recordOf = ({ shop, order }: Scene): OrderRecord => shop.world.orders.get(order.id) ?? order;
const told = ({ shop, orderId }: Scene) => shop.ctx.tx(async (tx) => (await tx.journal.findMany({ where: { order_id: orderId, type: 'staff.acted' } })).map(({ data, actor }) => ({ ...(data as object), actor })));
const cancelClick = (scene: Scene, changes: Partial<CancelClicked> = {}): CancelClicked => ({ ...clickOf(scene), reason: 'CUSTOMER', to: 'original', restock: true, notify: false, shown: 3000, ...changes });

describe('a tag', () => {
  it('is put on the order once, and the ticket and the story tell of it', async () => {
    const scene = await openScene(await stage.open());
    const click = { ...clickOf(scene), tag: 'fragile' };
    expect([await tagOrder(scene.shop.ctx, click), await tagOrder(scene.shop.ctx, click)]).toEqual([{ is: 'done', sentence: null }, { is: 'done', sentence: null }]);
    expect([recordOf(scene).tags, (await actsOf(scene)).length, await told(scene)]).toEqual([['fragile'], 1, [{ ticketId: scene.ticketId, act: 'tag', actor: seededStaff.mia }]]);
  });

  it('is refused where it is none, and to who may only look', async () => {
    const scene = await openScene(await stage.open());
    for (const tag of ['', 'x'.repeat(41), 'a,b']) expect(await tagOrder(scene.shop.ctx, { ...clickOf(scene), tag })).toEqual({ is: 'invalid', fields: ['tag'] });
    await setRights(scene, { everybody: 'look_only' });
    expect(await tagOrder(scene.shop.ctx, { ...clickOf(scene), tag: 'x' })).toEqual({ is: 'forbidden' });
    expect(recordOf(scene).tags).toEqual([]);
  });
});

describe('cancelling an order', () => {
  it('gives back what was shown, in the ledger as well, and once', async () => {
    const scene = await unsent(await stage.open());
    const { ctx } = scene.shop;
    expect(await previewCancel(ctx, { ...clickOf(scene), to: 'original' })).toMatchObject({ amount: 3000, obstacle: null, sentence: expect.stringContaining('€30.00') });
    const click = cancelClick(scene);
    scene.shop.pass(1);
    expect(await cancelOrder(ctx, click)).toMatchObject({ is: 'done', sentence: expect.stringContaining('cancelled') });
    expect(await cancelOrder(ctx, click)).toMatchObject({ is: 'done' });
    expect([recordOf(scene).cancelledAt === null, scene.shop.refunded(scene.order), await ledgerOf(scene)]).toEqual([false, 1, ['refund given 3000']]);
    expect(await actsOf(scene)).toMatchObject([{ act: 'cancel', amount: { minor: 3000, currency: 'EUR' }, actor: seededStaff.mia }]);
    expect((await orderStory(ctx, scene.orderId)).order.cancelledAt).not.toBeNull();
  });

  it('may give store credit, or nothing', async () => {
    const credited = await unsent(await stage.open());
    expect(await cancelOrder(credited.shop.ctx, cancelClick(credited, { to: 'store_credit' }))).toMatchObject({ is: 'done' });
    expect([credited.shop.credits(), await ledgerOf(credited)]).toEqual([[3000], ['store_credit given 3000']]);
    const plain = await unsent(await stage.open());
    expect(await cancelOrder(plain.shop.ctx, cancelClick(plain, { to: 'none' }))).toMatchObject({ is: 'done', sentence: expect.not.stringContaining('€') });
    expect([plain.shop.refunded(plain.order), await ledgerOf(plain)]).toEqual([0, []]);
  });

  it('is not done where something was sent, where another amount was shown, and beyond what one may', async () => {
    const sent = await openScene(await stage.open());
    expect(await previewCancel(sent.shop.ctx, { ...clickOf(sent), to: 'none' })).toMatchObject({ obstacle: 'sent', sentence: null });
    expect(await cancelOrder(sent.shop.ctx, cancelClick(sent))).toEqual({ is: 'moved' });
    const scene = await unsent(await stage.open());
    expect(await cancelOrder(scene.shop.ctx, cancelClick(scene, { shown: 2999 }))).toEqual({ is: 'moved' });
    await setRights(scene, { largestRefund: '29.99' });
    expect(await cancelOrder(scene.shop.ctx, cancelClick(scene))).toEqual({ is: 'over_limit' });
    expect([recordOf(scene).cancelledAt, await ledgerOf(scene)]).toEqual([null, []]);
  });

  it('that others did meanwhile without giving anything back is not told as money given back: a person looks', async () => {
    const scene = await unsent(await stage.open(losing('before')));
    const { ctx, world } = scene.shop;
    expect(await cancelOrder(ctx, cancelClick(scene))).toEqual({ is: 'running' });
    world.change((change) => orderCancel(change, { orderId: scene.order.id, reason: 'CUSTOMER', restock: true }));
    scene.shop.pass(5);
    const { id } = await ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: scene.orderId } }));
    expect(await advanceChain(ctx, [ticketCancelChain], id)).toBe('attention');
    expect([await ctx.tx((tx) => tx.chains.findFirst({ where: { id }, select: { problem: true } })), await ledgerOf(scene), await actsOf(scene)]).toEqual([{ problem: 'unclear' }, ['refund reserved 3000'], []]);
  });

  it('is found to have happened, with its money, where the answer was lost', async () => {
    const scene = await unsent(await stage.open(losing('after')));
    expect(await cancelOrder(scene.shop.ctx, cancelClick(scene))).toEqual({ is: 'running' });
    // Shopify cancels in a job of its own, which is long over when it is looked at again.
    await vi.waitFor(() => expect(recordOf(scene).cancelledAt).not.toBeNull(), { timeout: 10_000 });
    scene.shop.pass(5);
    const { id } = await scene.shop.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: scene.orderId } }));
    expect([await advanceChain(scene.shop.ctx, [ticketCancelChain], id), await ledgerOf(scene)]).toEqual(['done', ['refund given 3000']]);
  });

  it('is told as Shopify refused it, and leaves nothing set aside', async () => {
    const scene = await unsent(await stage.open());
    // Sent a moment ago: the app has not heard of it.
    scene.shop.world.change((change) => fulfillAll(change, scene.order, null));
    expect(await cancelOrder(scene.shop.ctx, cancelClick(scene))).toEqual({ is: 'refused', message: expect.stringContaining('fulfillments') });
    expect([recordOf(scene).cancelledAt, await ledgerOf(scene), await actsOf(scene)]).toEqual([null, ['refund released 3000'], []]);
  });
});

describe('changing where an order goes', () => {
  it('sends it elsewhere in its country, and keeps the address nowhere else', async () => {
    const scene = await unsent(await stage.open());
    const { ctx } = scene.shop;
    expect(await previewAddress(ctx, clickOf(scene))).toMatchObject({ obstacle: null, country: 'DE', address: { address1: 'Hauptstr. 1' }, mayChange: true });
    const click = await addressClick(scene);
    expect([await changeAddress(ctx, click), await changeAddress(ctx, click)]).toMatchObject([{ is: 'done', sentence: expect.stringContaining('Nebenstr. 2, Hof, 14467 Potsdam') }, { is: 'done' }]);
    expect(recordOf(scene).shippingAddress).toMatchObject({ address1: 'Nebenstr. 2', city: 'Potsdam', countryCode: 'DE' });
    expect([(await actsOf(scene)).length, await told(scene), await ctx.tx((tx) => tx.wished_addresses.count())]).toEqual([1, [{ ticketId: scene.ticketId, act: 'address', actor: seededStaff.mia }], 0]);
    const chains = JSON.stringify(await ctx.tx((tx) => tx.chains.findMany()), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(chains).not.toContain('Nebenstr');
  });

  it('stays as it is once anything is being sent, also where the app has not heard of it', async () => {
    const scene = await unsent(await stage.open());
    scene.shop.world.change((change) => fulfillAll(change, scene.order, null));
    expect(await previewAddress(scene.shop.ctx, clickOf(scene))).toMatchObject({ obstacle: 'underway' });
    expect(await changeAddress(scene.shop.ctx, await addressClick(scene))).toMatchObject({ is: 'refused' });
    expect([recordOf(scene).shippingAddress?.city, await actsOf(scene), await scene.shop.ctx.tx((tx) => tx.wished_addresses.count())]).toEqual(['Berlin', [], 0]);
  });

  it('is not changed where it became another one since it was shown', async () => {
    const scene = await unsent(await stage.open());
    const [first, second] = [await addressClick(scene), await addressClick(scene)];
    expect(await changeAddress(scene.shop.ctx, first)).toMatchObject({ is: 'done' });
    expect(await changeAddress(scene.shop.ctx, { ...second, address: { ...second.address, city: 'Hof' } })).toEqual({ is: 'moved' });
    expect([recordOf(scene).shippingAddress?.city, (await actsOf(scene)).length]).toEqual(['Potsdam', 1]);
  });

  it('that was wished is forgotten once that is given up, and not before', async () => {
    const scene = await unsent(await stage.open(losing('before')));
    const { ctx } = scene.shop;
    const wishes = async () => (await purgeWords(ctx), ctx.tx((tx) => tx.wished_addresses.count()));
    expect(await changeAddress(ctx, await addressClick(scene))).toEqual({ is: 'running' });
    expect(await wishes()).toBe(1);
    scene.shop.world.change((change) => fulfillAll(change, scene.order, null));
    scene.shop.pass(5);
    const { id } = await ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: scene.orderId } }));
    expect([await advanceChain(ctx, [ticketAddressChain], id), await wishes()]).toEqual(['attention', 1]);
    await decideChain(ctx, [ticketAddressChain], id, 'drop');
    expect(await wishes()).toBe(0);
  });

  it('is found to have happened where the answer was lost', async () => {
    const scene = await unsent(await stage.open(losing('after')));
    expect(await changeAddress(scene.shop.ctx, await addressClick(scene))).toEqual({ is: 'running' });
    expect(await actsOf(scene)).toEqual([]);
    scene.shop.pass(5);
    const chain = await scene.shop.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: scene.orderId } }));
    expect([await advanceChain(scene.shop.ctx, [ticketAddressChain], chain.id), (await actsOf(scene)).length]).toEqual(['done', 1]);
  });

  it('is said as it became, though another one was typed before the second click of the same', async () => {
    const scene = await unsent(await stage.open(losing('after')));
    const click = await addressClick(scene);
    expect(await changeAddress(scene.shop.ctx, click)).toEqual({ is: 'running' });
    scene.shop.pass(5);
    expect(await changeAddress(scene.shop.ctx, { ...click, address: { ...elsewhere, city: 'Ulm' } })).toMatchObject({ is: 'done', sentence: expect.stringContaining('14467 Potsdam') });
    expect(recordOf(scene).shippingAddress?.city).toBe('Potsdam');
  });
});

describe('approving a return', () => {
  it('is done once, told once, and said to the customer', async () => {
    const scene = await openScene(await stage.open());
    const { shop, order } = scene;
    const asked = shop.world.change((change) => returnRequest(change, { orderId: order.id, returnLineItems: [{ fulfillmentLineItemId: only(shippedLineIds(shop.world, order)), quantity: 1, returnReasonDefinitionId: TOO_SMALL }] }));
    await know(shop, order);
    const returnId = numericId('Return', asked.return?.id ?? '');
    expect(await previewApprove(shop.ctx, clickOf(scene))).toMatchObject({ returns: [{ id: returnId, items: 1 }], mayApprove: true });
    const click = { ...clickOf(scene), returnId, notify: false };
    expect([await approveReturn(shop.ctx, click), await approveReturn(shop.ctx, click)]).toMatchObject([{ is: 'done', sentence: expect.stringContaining('-R1') }, { is: 'done' }]);
    expect(await actsOf(scene)).toEqual([{ act: 'approve', orderId: scene.orderId, ref: returnId, actor: seededStaff.mia }]);
    expect(await approveReturn(shop.ctx, { ...click, key: randomUUID() })).toEqual({ is: 'moved' });
  });
});

describe('sending a mail again', () => {
  const seedMail = ({ shop, orderId }: Scene, more: object = {}) =>
    shop.ctx.tx(async (tx) => {
      const { id } = await queueMessage(tx, { channel: 'email', kind: 'notices.shipped', reason: 'A parcel left.', dedupeKey: randomUUID(), to: 'anna@example.com', locale: 'en', subject: 'On its way', text: 'It left.', html: null, orderId, customerId: shop.customerId, ...more });
      await tx.outbox.updateMany({ where: { id: BigInt(id) }, data: { state: 'sent', sent_at: shop.ctx.clock.now() } });
      return id;
    });
  const sent = ({ shop }: Scene) => shop.ctx.tx(async (tx) => (await tx.outbox.findMany({ where: { kind: 'again.by_hand' } })).map(({ recipient, subject, text_body, state }) => [recipient, subject, text_body, state]));

  it('sends the same words once a click', async () => {
    const scene = await openScene(await stage.open());
    const messageId = await seedMail(scene);
    const click = { ...clickOf(scene), messageId, to: null };
    expect([await resendMail(scene.shop.ctx, click), await resendMail(scene.shop.ctx, click)]).toMatchObject([{ is: 'done', sentence: expect.stringContaining('On its way') }, { is: 'done' }]);
    expect([await sent(scene), (await actsOf(scene)).length]).toEqual([[['anna@example.com', 'On its way', 'It left.', 'queued']], 1]);
  });

  it('goes to another address only where that is surely the customer’s own', async () => {
    const scene = await openScene(await stage.open());
    const { ctx } = scene.shop;
    const messageId = await seedMail(scene);
    const click = { ...clickOf(scene), messageId };
    expect(await resendMail(ctx, { ...click, to: 'mallory@example.com' })).toEqual({ is: 'invalid', fields: ['to'] });
    await ctx.tx(async (tx) => {
      await tx.customer_contacts.createMany({ data: [{ customer_id: scene.shop.customerId, kind: 'email', value: 'anna@example.com', source: 'customer' }], skipDuplicates: true });
      const person = await personFor(tx, { handle: { kind: 'email', value: 'anna@example.com' } }, ctx.clock.now());
      await linkKnown(tx, person, ctx.clock.now());
      await tx.handles.create({ data: { id: randomUUID(), person_id: person, kind: 'email', value: 'anna@work.example', reason: 'staff', confidence: 'sure', linked_at: ctx.clock.now() } });
    });
    expect((await previewResend(ctx, clickOf(scene))).addresses.sort()).toEqual(['anna@example.com', 'anna@work.example']);
    expect(await resendMail(ctx, { ...click, to: 'anna@work.example' })).toMatchObject({ is: 'done' });
    expect((await sent(scene)).map(([to]) => to)).toEqual(['anna@work.example']);
  });

  it('never repeats what is for its reader alone, nor a mail of another order', async () => {
    const scene = await openScene(await stage.open());
    const secret = await seedMail(scene, { secret: true });
    const other = await seedMail({ ...scene, orderId: numericId('Order', (await scene.shop.placeOrder()).id) });
    for (const messageId of [secret, other]) await expect(resendMail(scene.shop.ctx, { ...clickOf(scene), messageId, to: null })).rejects.toMatchObject({ code: 'not_found' });
    expect((await previewResend(scene.shop.ctx, clickOf(scene))).mails).toEqual([]);
  });
});
