import { numericId } from '#app/kernel/ids.ts';
import { describe, expect, it } from 'vitest';
import { actBeside, besideTicket, linkKnown, personFor, storyWithWords } from '#app/modules/inbox/index.server.ts';
import { ticketFacts } from '#app/modules/inbox/facts/ticket-facts.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { sentAgainAs } from '../compensation/replacement.ts';
import { openLedgerStage, type LedgerShop } from '../compensation/stage.ts';
import { seedMessage, seedTicket } from '../inbox-stage.ts';
import { addOrder } from '../outbox/stage.ts';
import { customerCreate } from '#sandbox/world/commands/customer-create.ts';

const stage = await openLedgerStage();

/** Anna writes about her order, of which the app knows. */
async function annaWrites(shop: LedgerShop, email = 'anna@example.com') {
  const order = await shop.placeOrder();
  const orderId = numericId('Order', order.id);
  await own(shop.ctx, shop.customerId, 'anna@example.com');
  const ticketId = await seedTicket(shop.ctx, { email, name: 'Anna' });
  await link(shop.ctx, email);
  return { order, orderId, ticketId };
}
const own = (ctx: ShopContext, customerId: string, email: string) =>
  ctx.tx((tx) => tx.customer_contacts.upsert({ where: { shop_id_customer_id_kind_value: { shop_id: ctx.shop.id, customer_id: customerId, kind: 'email', value: email } }, create: { customer_id: customerId, kind: 'email', value: email, source: 'customer' }, update: {} }));
const link = (ctx: ShopContext, email: string) => ctx.tx(async (tx) => linkKnown(tx, await personFor(tx, { handle: { kind: 'email', value: email } }, ctx.clock.now()), ctx.clock.now()));
const fields = (form: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) data.set(name, value);
  return data;
};
const act = (ctx: ShopContext, ticketId: number, form: Record<string, string>) => actBeside(ctx, { id: String(ticketId), form: fields(form), by: '701' });

describe('what stands beside a ticket', () => {
  it('is the person with their customer, and their orders with what is in them', async () => {
    const shop = await stage.open();
    const { ticketId, orderId } = await annaWrites(shop);
    const view = await besideTicket(shop.ctx, ticketId);
    expect(view.person).toMatchObject({ name: 'Anna', customer: { id: shop.customerId, orders: 1, tier: 'first' }, perhaps: [] });
    expect(view.orders).toMatchObject([{ id: orderId, standing: 'theirs', isMeant: false, items: [{ quantity: 3 }], parcels: [{ status: expect.any(String) }] }]);
  });

  it('counts as an order of theirs nothing that was only sent again for nothing, which Shopify counts', async () => {
    const shop = await stage.open();
    const { ticketId, orderId } = await annaWrites(shop);
    const again = numericId('Order', (await shop.placeOrder()).id);
    await shop.ctx.tx((tx) => tx.customers.updateMany({ where: { id: shop.customerId }, data: { orders_count: 2 } }));
    const known = async () => (await besideTicket(shop.ctx, ticketId)).person.customer;
    expect(await known()).toMatchObject({ orders: 2, tier: 'returning' });
    await sentAgainAs(shop.ctx, { orderId, as: again });
    expect(await known()).toMatchObject({ orders: 1, tier: 'first' });
    await shop.ctx.tx((tx) => tx.customers.updateMany({ where: { id: shop.customerId }, data: { orders_count: 1 } }));
    expect(await known()).toMatchObject({ orders: 1, tier: 'first' });
  });

  it('begins with the order it is about', async () => {
    const shop = await stage.open();
    const { ticketId, orderId } = await annaWrites(shop);
    await shop.placeOrder();
    await shop.ctx.tx((tx) => tx.ticket_orders.create({ data: { ticket_id: ticketId, order_id: orderId, reason: 'named', linked_at: shop.ctx.clock.now() } }));
    const { orders } = await besideTicket(shop.ctx, ticketId);
    expect(orders.map(({ id, isMeant }) => [id === orderId, isMeant])).toEqual([[true, true], [false, false]]);
  });

  it('has what was bought at their address without an account', async () => {
    const shop = await stage.open();
    const { ticketId } = await annaWrites(shop);
    await addOrder(shop.ctx, '9001', { email: 'anna@example.com' });
    await addOrder(shop.ctx, '9002', { email: 'mallory@example.com' });
    await shop.ctx.tx((tx) => tx.orders.updateMany({ where: { id: { in: ['9001', '9002'] } }, data: { fingerprint: 'read' } }));
    expect((await besideTicket(shop.ctx, ticketId)).orders).toMatchObject([{ id: '9001', standing: 'theirs' }, { standing: 'theirs' }]);
  });

  it('marks an order that the ticket names and that is somebody else’s', async () => {
    const shop = await stage.open();
    const { orderId } = await annaWrites(shop);
    const stranger = await seedTicket(shop.ctx, { email: 'mallory@example.com', name: 'Anna' });
    await link(shop.ctx, 'mallory@example.com');
    await shop.ctx.tx((tx) => tx.ticket_orders.create({ data: { ticket_id: stranger, order_id: orderId, reason: 'named', linked_at: shop.ctx.clock.now() } }));
    const view = await besideTicket(shop.ctx, stranger);
    expect([view.person.customer, view.orders.map(({ standing }) => standing)]).toEqual([null, ['named']]);
  });

  it('says where their order goes, and to nobody else', async () => {
    const shop = await stage.open();
    const { orderId, ticketId } = await annaWrites(shop);
    await shop.ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { shipping_address: { name: 'Anna Kern', address1: 'Am Kanal 3', zip: '20095', city: 'Hamburg', countryCode: 'DE' } } }));
    const stranger = await seedTicket(shop.ctx, { email: 'mallory@example.com', name: 'Anna' });
    await shop.ctx.tx((tx) => tx.ticket_orders.create({ data: { ticket_id: stranger, order_id: orderId, reason: 'named', linked_at: shop.ctx.clock.now() } }));
    const shown = async (id: number) => (await besideTicket(shop.ctx, id)).orders.map(({ standing, goesTo }) => [standing, goesTo?.address1 ?? null]);
    expect([await shown(ticketId), await shown(stranger)]).toEqual([[['theirs', 'Am Kanal 3']], [['named', null]]]);
  });

  it('shows of what is only likely theirs the one order that says so', async () => {
    const shop = await stage.open();
    const { ctx } = shop;
    const ben = shop.world.change((change) => customerCreate(change, { email: 'ben@example.com' })).customer?.id ?? '';
    await shop.placeOrder({ customerId: ben });
    const gift = await shop.placeOrder({ customerId: ben });
    const giftId = numericId('Order', gift.id);
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: giftId }, data: { phone: '+4915112345678' } }));
    await ctx.tx((tx) => tx.customer_contacts.create({ data: { customer_id: numericId('Customer', ben), kind: 'phone', value: '+4915112345678', source: 'order' } }));
    const ticketId = await seedTicket(ctx, { email: 'carla@example.com', name: 'Carla' });
    expect(await act(ctx, ticketId, { intent: 'link', value: '+49 151 12345678' })).toEqual({ is: 'linked' });
    const { orders } = await besideTicket(ctx, ticketId);
    expect(orders.map(({ id, standing }) => [id, standing])).toEqual([[giftId, 'likely']]);
  });

  it('says when nobody vouches for whoever wrote last, whatever came before', async () => {
    const shop = await stage.open();
    const { ticketId } = await annaWrites(shop);
    expect((await besideTicket(shop.ctx, ticketId)).verified).toBe('yes');
    await seedMessage(shop.ctx, ticketId, { text: 'Send it elsewhere.', verified: 'no' });
    await seedMessage(shop.ctx, ticketId, { text: 'A colleague asks.', author: 'third', verified: 'yes' });
    expect((await besideTicket(shop.ctx, ticketId)).verified).toBe('no');
    const called = await seedTicket(shop.ctx, { channel: 'phone', text: '' });
    await shop.ctx.tx((tx) => tx.messages.updateMany({ where: { ticket_id: called }, data: { channel: 'phone' } }));
    expect((await besideTicket(shop.ctx, called)).verified).toBeNull();
    // No mail server had a say in what came by the shop's form; whoever was signed in there is known.
    const byForm = await seedTicket(shop.ctx, { channel: 'form' });
    const asForm = (verified: string) => shop.ctx.tx((tx) => tx.messages.updateMany({ where: { ticket_id: byForm }, data: { channel: 'form', verified } }));
    await asForm('unknown');
    expect((await besideTicket(shop.ctx, byForm)).verified).toBe('typed');
    await asForm('yes');
    expect((await besideTicket(shop.ctx, byForm)).verified).toBe('yes');
  });

  it('has what was said from every address that is theirs, and not what merely is addressed alike', async () => {
    const shop = await stage.open();
    const { ticketId } = await annaWrites(shop);
    const work = await seedTicket(shop.ctx, { email: 'anna@work.example', subject: 'From work' });
    await seedTicket(shop.ctx, { email: 'anna@other.example', subject: 'Somebody else' });
    expect((await besideTicket(shop.ctx, ticketId)).tickets).toEqual([]);
    expect(await act(shop.ctx, ticketId, { intent: 'link', value: 'Anna@Work.example' })).toEqual({ is: 'linked' });
    expect((await besideTicket(shop.ctx, ticketId)).tickets.map(({ id, subject }) => [id, subject])).toEqual([[work, 'From work']]);
  });

  it('is their orders with what is in them: what was taken out is not, what was paid back is', async () => {
    const { ctx, ...shop } = await stage.open();
    const { ticketId, orderId } = await annaWrites({ ctx, ...shop });
    const items = async () => (await besideTicket(ctx, ticketId)).orders[0]?.items.map(({ quantity }) => quantity);
    const facts = async () => (await ctx.tx((tx) => ticketFacts(tx, ctx.shop, ticketId, { now: ctx.clock.now() }))).orders[0]?.items.map(({ quantity }) => quantity);
    const change = (left: number) => ctx.tx((tx) => tx.order_lines.updateMany({ where: { order_id: orderId }, data: { current_quantity: left } }));
    await change(1);
    expect([await items(), await facts()]).toEqual([[1], [1]]);
    await ctx.tx(async (tx) => {
      const line = await tx.order_lines.findFirstOrThrow({ where: { order_id: orderId } });
      await tx.refunds.create({ data: { id: '1', order_id: orderId, created_at: ctx.clock.now(), amount: 0, amount_presentment: 0 } });
      await tx.refund_lines.create({ data: { id: '1', refund_id: '1', order_line_id: line.id, quantity: 1, subtotal: 0, subtotal_presentment: 0 } });
    });
    expect([await items(), await facts()]).toEqual([[2], [2]]);
    await ctx.tx((tx) => tx.refunds.deleteMany());
    await change(0);
    expect([await items(), await facts()]).toEqual([[], []]);
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { cancelled_at: ctx.clock.now() } }));
    expect([await items(), await facts()]).toEqual([[3], [3]]);
  });

  it('keeps what staff note about a person until they remove it', async () => {
    const shop = await stage.open();
    const { ticketId } = await annaWrites(shop);
    expect([await act(shop.ctx, ticketId, { intent: 'note', words: '  ' }), await act(shop.ctx, ticketId, { intent: 'note', words: 'Prefers the phone.' })]).toEqual([{ is: 'empty' }, { is: 'noted' }]);
    const [note] = (await besideTicket(shop.ctx, ticketId)).person.notes;
    expect(note?.words).toBe('Prefers the phone.');
    await act(shop.ctx, ticketId, { intent: 'remove-note', note: note?.id ?? '' });
    expect((await besideTicket(shop.ctx, ticketId)).person.notes).toEqual([]);
  });

  it('is of the order that staff name, and no more once they take it back', async () => {
    const shop = await stage.open();
    const { ctx } = shop;
    const { orderId, order, ticketId } = await annaWrites(shop);
    expect([await act(ctx, ticketId, { intent: 'link-order', order: '' }), await act(ctx, ticketId, { intent: 'link-order', order: '999999' })]).toEqual([{ is: 'no_order' }, { is: 'no_order' }]);
    expect([await act(ctx, ticketId, { intent: 'link-order', order: order.name.replace('#', '') }), await act(ctx, ticketId, { intent: 'link-order', order: order.name })]).toEqual([{ is: 'order_linked' }, { is: 'known' }]);
    expect((await besideTicket(ctx, ticketId)).orders).toMatchObject([{ id: orderId, isMeant: true }]);
    await act(ctx, ticketId, { intent: 'unlink-order', order: orderId });
    expect((await besideTicket(ctx, ticketId)).orders).toMatchObject([{ id: orderId, isMeant: false }]);
    const events = await ctx.tx((tx) => tx.ticket_events.findMany({ where: { ticket_id: ticketId, type: { startsWith: 'order_' } }, orderBy: { id: 'asc' } }));
    expect(events.map(({ type, actor }) => [type, actor])).toEqual([['order_linked', '701'], ['order_unlinked', '701']]);
  });

  it('refuses what is neither an address nor a number', async () => {
    const shop = await stage.open();
    const { ticketId } = await annaWrites(shop);
    for (const value of ['', 'anna', 'anna@', '0151 12345678', 'a@b@c', 'customer:1;drop']) expect(await act(shop.ctx, ticketId, { intent: 'link', value })).toEqual({ is: 'invalid' });
  });
});

describe('the one time line', () => {
  it('tells what happened to the order and what was said, newest first', async () => {
    const shop = await stage.open();
    const { ticketId, orderId } = await annaWrites(shop);
    const story = await storyWithWords(shop.ctx, { id: String(ticketId), orderId, staffId: null });
    expect(story.some((moment) => moment.is === 'said' && moment.words === 'It should have been here on Monday.')).toBe(true);
    expect(story.some((moment) => moment.is === 'happened' && moment.entry.type === 'order.placed')).toBe(true);
    const times = story.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((left, right) => right - left));
  });

  it('leaves out what was said beside the customer, or is not sent yet', async () => {
    const shop = await stage.open();
    const { ticketId, orderId } = await annaWrites(shop);
    const later = new Date(shop.ctx.clock.now().getTime() + 60_000);
    await seedMessage(shop.ctx, ticketId, { text: 'To the carrier', sideId: '00000000-0000-4000-8000-000000000001', direction: 'out', author: 'staff' });
    await seedMessage(shop.ctx, ticketId, { text: 'Tomorrow', direction: 'out', author: 'staff', sendAt: later });
    const words = (await storyWithWords(shop.ctx, { id: String(ticketId), orderId, staffId: null })).flatMap((moment) => (moment.is === 'said' ? moment.words : []));
    expect(words).toEqual(['It should have been here on Monday.']);
  });

  it('is noted as read in every conversation of which it shows words, and what is new there stays so', async () => {
    const { ctx, ...shop } = await stage.open();
    const { ticketId, orderId } = await annaWrites({ ctx, ...shop });
    const other = await seedTicket(ctx, { email: 'bob@example.com', text: 'I ordered it for Anna.' });
    await act(ctx, other, { intent: 'link-order', order: (await ctx.tx((tx) => tx.orders.findFirstOrThrow({ where: { id: orderId } }))).name });
    await ctx.tx((tx) => tx.ticket_followers.create({ data: { ticket_id: other, staff_id: '702', since: ctx.clock.now() } }));
    for (const staffId of ['702', null]) await storyWithWords(ctx, { id: String(ticketId), orderId, staffId });
    const readings = await ctx.tx((tx) => tx.ticket_readings.findMany({ orderBy: { ticket_id: 'asc' } }));
    expect(readings.map(({ ticket_id, staff_id }) => [ticket_id, staff_id])).toEqual([[ticketId, '702'], [other, '702']]);
    expect(await ctx.tx((tx) => tx.ticket_followers.findFirst({ where: { ticket_id: other } }))).toMatchObject({ seen_at: null });
  });
});
