import { describe, expect, it } from 'vitest';
import { after, hour } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actBeside, addMessage, beginTicket, besideTicket, catchUpTiers, changeTicket, deskPage, linkKnown, openTicket, personFor, promiseSetting, savePromises, watchPromises } from '#app/modules/inbox/index.server.ts';
import type { Promises } from '#app/modules/inbox/promises/promise-setting.ts';
import { wholeDesk } from '#app/modules/inbox/desk/ui/desk-query.ts';
import { marksOfOpen } from '#app/modules/inbox/tiers/marks-of-open.server.ts';
import type { Measure } from '#app/modules/inbox/tiers/valued-by.ts';
import { sentAgainAs } from '#tests/compensation/replacement.ts';
import { addOrder } from '#tests/outbox/stage.ts';
import { openInboxStage, saidByCustomer, seededStaff, seedTicket } from '#tests/inbox-stage.ts';

const stage = await openInboxStage();
/** A Monday at nine, as the shop opens; its clocks are UTC. */
const opening = new Date('2026-11-23T09:00:00Z');
const at = (hours: number) => after(opening, hours * hour);
const nothing = { first_reply: null, next_reply: null, resolution: null };
const vip = { orders: 5, spent: { amount: '500', currency: 'EUR' }, tags: ['vip'] } satisfies Measure;
const soon = { ...nothing, first_reply: 60 };

const valuing = (measure: typeof vip | null, targets = soon): Promises => ({
  ...promiseSetting.initial, high: nothing, urgent: nothing, valued: measure && { ...measure, email: targets, form: nothing, problem: nothing, phone: nothing, high: nothing, urgent: nothing },
});

async function save(ctx: ShopContext, value: Promises): Promise<void> {
  const version = (await ctx.tx((tx) => tx.settings.findFirst({ where: { name: promiseSetting.name } })))?.version ?? 0;
  const form = new FormData();
  form.set('value', JSON.stringify(value));
  form.set('version', String(version));
  expect(await savePromises(ctx, form, seededStaff.owner)).toHaveProperty('saved');
}

interface Customer {
  id?: string;
  email?: string;
  orders?: number;
  spent?: number;
  currency?: string | null;
  tags?: string[];
  redactedAt?: Date;
}

/** A customer at Shopify, whose address is their own. */
async function seedCustomer(ctx: ShopContext, { id = '501', email = 'ada@example.com', orders = 0, spent = 0, currency = 'EUR', tags = [], redactedAt }: Customer = {}): Promise<void> {
  await ctx.tx(async (tx) => {
    await tx.customers.create({ data: { id, orders_count: orders, amount_spent: spent, currency, tags, created_at: opening, updated_at: opening, redacted_at: redactedAt ?? null } });
    await tx.customer_contacts.create({ data: { customer_id: id, kind: 'email', value: email, source: 'customer' } });
  });
}

/** A first mail of whoever has that address, to whom all is linked that is known to be theirs. */
function ticketOf(ctx: ShopContext, { now = at(0), vouched = 'yes' as 'yes' | 'no' } = {}): Promise<number> {
  return ctx.tx(async (tx) => {
    const personId = await personFor(tx, { handle: { kind: 'email', value: 'ada@example.com' }, name: 'Ada Byron' }, now);
    await linkKnown(tx, personId, now);
    const ticketId = await openTicket(tx, { personId, channel: 'email', subject: 'A gift', locale: 'en' }, now);
    await addMessage(tx, ticketId, { ...saidByCustomer('Can you wrap it?'), authorId: personId, verified: vouched }, now);
    return ticketId;
  });
}

async function standing(ctx: ShopContext, id: number) {
  const { valued_by, priority, priority_reason, first_reply_due } = await ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id } }));
  return { for: valued_by, priority, reason: priority_reason, first: first_reply_due?.toISOString().slice(0, 16) ?? null };
}

const usual = { for: null, priority: 'normal', reason: null, first: '2026-11-23T17:00' };
const valuedFor = (reason: 'orders' | 'spent' | 'tag') => ({ for: reason, priority: 'high', reason: 'high_value', first: '2026-11-23T10:00' });

describe('the ticket of somebody the shop values', () => {
  it.each([
    ['orders', { orders: 5 }],
    ['spent', { spent: 50_000 }],
    ['tag', { tags: ['VIP'] }],
  ] as const)('is marked with why (%s), goes before others and is promised sooner', async (reason, customer) => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { ...customer, tags: 'tags' in customer ? [...customer.tags] : [] });
    const ticketId = await ticketOf(ctx);
    expect(await standing(ctx, ticketId)).toEqual(valuedFor(reason));
    const { rows } = await deskPage(ctx, { ...wholeDesk, valued: true }, null);
    expect(rows).toMatchObject([{ id: ticketId, valuedBy: reason }]);
    expect((await besideTicket(ctx, ticketId)).person.customer).toMatchObject({ tier: 'valued', valuedBy: { by: reason } });
    const events = await ctx.tx((tx) => tx.ticket_events.findMany({ where: { ticket_id: ticketId, type: 'priority' } }));
    expect(events.map(({ data }) => data)).toEqual([{ from: 'normal', to: 'high', reason: 'high_value' }]);
  });

  it.each([
    ['a customer who was forgotten', { orders: 9, tags: ['vip'], redactedAt: opening }],
    ['an amount in another currency', { spent: 9_000_000, currency: 'JPY' }],
    ['an amount in a currency nobody knows', { spent: 9_000_000, currency: null }],
    ['too little of everything', { orders: 4, spent: 49_999, tags: ['vips'] }],
  ] as const)('is not that of %s: it is treated as usual', async (_, customer) => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { ...customer, tags: 'tags' in customer ? [...customer.tags] : [] });
    expect(await standing(ctx, await ticketOf(ctx))).toEqual(usual);
    expect((await deskPage(ctx, { ...wholeDesk, valued: true }, null)).rows).toEqual([]);
  });

  it('is not that of who has so many orders only with what was sent again for nothing', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { orders: 5 });
    for (const id of ['61', '62']) await addOrder(ctx, id);
    await ctx.tx((tx) => tx.orders.updateMany({ data: { customer_id: '501' } }));
    await sentAgainAs(ctx, { orderId: '61', as: '62' });
    expect(await standing(ctx, await ticketOf(ctx))).toEqual(usual);
  });

  it('is not one that somebody wrote under their address: a true word of theirs makes it so from then', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { orders: 7 });
    const ticketId = await ticketOf(ctx, { vouched: 'no' });
    expect(await standing(ctx, ticketId)).toEqual(usual);
    await ctx.tx((tx) => addMessage(tx, ticketId, { ...saidByCustomer('It is me.'), verified: 'yes' }, at(1)));
    expect(await standing(ctx, ticketId)).toEqual({ ...valuedFor('orders'), first: '2026-11-23T11:00' });
  });

  it('keeps the priority that staff gave it', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { orders: 7 });
    const ticketId = await ticketOf(ctx);
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { priority: 'normal', priorityReason: 'staff' }, actor: seededStaff.mia, now: at(0.5) }));
    await ctx.tx((tx) => addMessage(tx, ticketId, saidByCustomer('And now?'), at(0.6)));
    expect(await standing(ctx, ticketId)).toEqual({ ...valuedFor('orders'), priority: 'normal', reason: 'staff' });
  });
});

describe('a call that is written down', () => {
  it('is that of the customer whose number it is, with all that is known of them', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { tags: ['vip'] });
    await ctx.tx((tx) => tx.customer_contacts.create({ data: { customer_id: '501', kind: 'phone', value: '+4930123456', source: 'customer' } }));
    const form = new FormData();
    for (const [name, value] of Object.entries({ key: '11111111-1111-4111-8111-111111111111', kind: 'call', contact: '+49 30 123456', name: 'Ada Byron', subject: 'A gift', text: 'Can you wrap it?', order: '' })) form.set(name, value);
    const begun = await beginTicket(ctx, { form, staffId: seededStaff.mia });
    if (begun.is !== 'begun') throw new Error('Nothing was begun.');
    expect(await standing(ctx, begun.ticketId)).toMatchObject({ for: 'tag', priority: 'high', reason: 'high_value' });
    const { person } = await besideTicket(ctx, begun.ticketId);
    expect(person.customer).toMatchObject({ id: '501', tier: 'valued' });
    expect(person.handles.map(({ value }) => value)).toContain('ada@example.com');
  });
});

describe('whoever turns out to be a valued customer while they wait', () => {
  it('is promised sooner from then, in all their open conversations', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { id: '900', email: 'work@example.com', orders: 7 });
    const [one, other] = [await seedTicket(ctx, { at: at(0) }), await seedTicket(ctx, { at: at(0) })];
    expect(await standing(ctx, one)).toEqual(usual);
    ctx.clock.offset = at(2).getTime() - Date.now();
    const form = new FormData();
    form.set('intent', 'link');
    form.set('value', 'work@example.com');
    expect(await actBeside(ctx, { id: String(one), form, by: seededStaff.mia })).toEqual({ is: 'linked' });
    expect(await standing(ctx, one)).toMatchObject({ for: 'orders', priority: 'high', reason: 'high_value' });
    expect((await standing(ctx, one)).first).toBe('2026-11-23T12:00');
    const jobs = await stage.database.pool.query('select 1 from graphile_worker._private_jobs where key = $1 and run_at <= $2', [`${ctx.shop.id}:inbox-promises:${other}`, ctx.clock.now()]);
    expect(jobs.rowCount).toBe(1);
    await watchPromises(ctx, { ticketId: other });
    expect((await standing(ctx, other)).first).toBe('2026-11-23T12:00');
  });
});

describe('whoever is tagged at Shopify while they wait', () => {
  it('is found soon, promised sooner from then, and looked for no more; and so is who is valued no longer', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx);
    const ticketId = await ticketOf(ctx);
    ctx.clock.offset = at(1).getTime() - Date.now();
    const jobs = () => stage.database.pool.query('delete from graphile_worker._private_jobs where key = $1 and run_at <= $2', [`${ctx.shop.id}:inbox-promises:${ticketId}`, ctx.clock.now()]).then(({ rowCount }) => rowCount);
    const tag = (tags: string[]) => ctx.tx((tx) => tx.customers.updateMany({ where: { id: '501' }, data: { tags } }));
    await catchUpTiers(ctx);
    expect([await jobs(), await standing(ctx, ticketId)]).toEqual([0, usual]);
    await tag(['vip']);
    await catchUpTiers(ctx);
    expect(await jobs()).toBe(1);
    await watchPromises(ctx, { ticketId });
    expect(await standing(ctx, ticketId)).toMatchObject({ for: 'tag', priority: 'high', reason: 'high_value', first: '2026-11-23T11:00' });
    await catchUpTiers(ctx);
    expect(await jobs()).toBe(0);
    await tag([]);
    await catchUpTiers(ctx);
    expect(await jobs()).toBe(1);
    await watchPromises(ctx, { ticketId });
    expect(await standing(ctx, ticketId)).toMatchObject({ for: null, first: '2026-11-23T11:00' });
  });
});

describe('where nobody is valued', () => {
  const unmeasured = (ctx: ShopContext) => ctx.tx((tx) => tx.settings.updateMany({ where: { name: promiseSetting.name }, data: { value: valuing(null) } }));

  it('what is still marked is looked at again and loses its mark, and nothing else is', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    const other = await seedTicket(ctx, { at: at(0) });
    await seedCustomer(ctx, { orders: 7 });
    const ticketId = await ticketOf(ctx);
    await unmeasured(ctx);
    const marks = () => ctx.tx(async (tx) => [await marksOfOpen(tx, { all: false, holds: false }), await marksOfOpen(tx, { all: true, holds: true })]);
    expect([(await standing(ctx, ticketId)).for, (await standing(ctx, other)).for]).toEqual(['orders', null]);
    expect(await marks()).toEqual([[{ id: ticketId, is: null }], [{ id: ticketId, is: null }]]);
    await watchPromises(ctx, { ticketId });
    expect(await marks()).toEqual([[], []]);
    expect((await standing(ctx, ticketId)).for).toBe(null);
  });

  it('no ticket keeps a mark that it got while that was saved', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    const ticketId = await seedTicket(ctx, { at: at(0) });
    const { saved } = await ctx.tx(async (tx) => {
      await tx.tickets.updateMany({ where: { id: ticketId }, data: { valued_by: 'orders' } });
      const saved = save(ctx, valuing(null));
      await new Promise((done) => setTimeout(done, 200));
      return { saved };
    });
    await saved;
    expect((await standing(ctx, ticketId)).for).toBe(null);
  });
});

describe('a measure that is changed', () => {
  it('marks what is open at once, and moves neither its clocks nor its priority; who writes later is treated by it', async () => {
    const ctx = await stage.newShop();
    await seedCustomer(ctx, { orders: 7 });
    const ticketId = await ticketOf(ctx);
    await save(ctx, valuing(vip));
    expect(await standing(ctx, ticketId)).toEqual({ ...usual, for: 'orders' });
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { addTags: ['gift'] }, actor: seededStaff.mia, now: at(1) }));
    expect(await standing(ctx, ticketId)).toEqual({ ...usual, for: 'orders' });
    expect(await standing(ctx, await ticketOf(ctx, { now: at(1) }))).toEqual({ ...valuedFor('orders'), first: '2026-11-23T11:00' });
  });

  it('takes the mark from who is valued no longer, and leaves them what they were promised', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { orders: 7 });
    const ticketId = await ticketOf(ctx);
    await save(ctx, valuing(null));
    expect(await standing(ctx, ticketId)).toEqual({ ...valuedFor('orders'), for: null });
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { addTags: ['gift'] }, actor: seededStaff.mia, now: at(0.5) }));
    expect(await standing(ctx, ticketId)).toEqual({ ...valuedFor('orders'), for: null });
  });

  it('leaves what is done as it was', async () => {
    const ctx = await stage.newShop();
    await save(ctx, valuing(vip));
    await seedCustomer(ctx, { orders: 7 });
    const ticketId = await ticketOf(ctx);
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state: 'solved' }, actor: seededStaff.mia, now: at(0.5) }));
    await save(ctx, valuing(null));
    expect(await standing(ctx, ticketId)).toMatchObject({ for: 'orders' });
  });
});
