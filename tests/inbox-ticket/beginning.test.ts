import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { addMessage, askSatisfaction, beginTicket, changeTicket, replySetting, satisfactionSetting } from '#app/modules/inbox/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { addOrder } from '#tests/outbox/stage.ts';
import { openInboxStage, saidByStaff, seededStaff, seedTicket } from '#tests/inbox-stage.ts';
import { openView } from './open-view.ts';

let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
let database: Awaited<ReturnType<typeof openInboxStage>>['database'];
beforeAll(async () => {
  ({ newShop, database } = await openInboxStage());
});

function begin(ctx: ShopContext, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key: randomUUID(), kind: 'call', name: 'Ada Byron', contact: 'Ada@Example.com', subject: 'Wrong colour', text: 'It is blue.', order: '', ...fields })) form.set(name, value);
  return beginTicket(ctx, { form, staffId: seededStaff.mia });
}

describe('a ticket that staff begin', () => {
  it('holds what the caller said as their word, belongs to the person known by that address, and is given to whoever began it', async () => {
    const ctx = await newShop();
    const before = await seedTicket(ctx);
    const answer = await begin(ctx, {});
    if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
    const view = await openView(ctx, { ticketId: answer.ticketId, staffId: seededStaff.mia, most: 60 });
    expect(view.ticket).toMatchObject({ subject: 'Wrong colour', channel: 'phone', state: 'new', assigneeId: seededStaff.mia });
    expect(view.entries.filter(({ is }) => is === 'message')).toMatchObject([{ direction: 'in', channel: 'phone', author: 'person', text: 'It is blue.' }]);
    expect(view.others.map(({ id }) => id)).toEqual([before]);
    expect(view.entries[0]).toMatchObject({ is: 'event', actor: seededStaff.mia });
  });

  it('is sorted by what the caller said, and put before others where that cannot wait', async () => {
    const ctx = await newShop();
    const answer = await begin(ctx, { subject: 'Lamp', text: 'The lamp caught fire.' });
    if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
    expect((await openView(ctx, { ticketId: answer.ticketId, staffId: null, most: 60 })).ticket).toMatchObject({ priority: 'urgent', priorityReason: 'safety' });
  });

  it('is about somebody with a number only, where they called; a mail needs an address', async () => {
    const ctx = await newShop();
    const answer = await begin(ctx, { contact: '0049 (30) 123-4567' });
    if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
    expect((await openView(ctx, { ticketId: answer.ticketId, staffId: null, most: 60 })).person.address).toBe('+49301234567');
    const again = await begin(ctx, { contact: '+49 (0)30 1234567' });
    if (again.is !== 'begun') throw new Error(JSON.stringify(again));
    expect((await openView(ctx, { ticketId: again.ticketId, staffId: null, most: 60 })).others.map(({ id }) => id)).toEqual([answer.ticketId]);
    for (const contact of ['+49', '030 1234567', 'Ada +49301234567']) expect(await begin(ctx, { contact })).toEqual({ is: 'invalid', fields: ['contact'] });
    expect(await begin(ctx, { kind: 'write', contact: '+49301234567' })).toEqual({ is: 'invalid', fields: ['contact'] });
    const written = await begin(ctx, { kind: 'write', text: '' });
    if (written.is !== 'begun') throw new Error(JSON.stringify(written));
    expect((await openView(ctx, { ticketId: written.ticketId, staffId: null, most: 60 })).ticket.channel).toBe('email');
  });

  it('is somebody’s who is known by name alone, where they withheld their number; two of them are not one', async () => {
    const ctx = await newShop();
    const [one, other] = [await begin(ctx, { contact: '' }), await begin(ctx, { contact: '' })];
    if (one.is !== 'begun' || other.is !== 'begun') throw new Error('It was not begun.');
    const [first, second] = await Promise.all([one, other].map(({ ticketId }) => openView(ctx, { ticketId, staffId: null, most: 60 })));
    expect(first?.person).toMatchObject({ name: 'Ada Byron', address: null });
    expect(second?.person.id).not.toBe(first?.person.id);
    expect(await begin(ctx, { contact: '', name: '' })).toEqual({ is: 'invalid', fields: ['contact'] });
    expect(await begin(ctx, { kind: 'write', contact: '' })).toEqual({ is: 'invalid', fields: ['contact'] });
  });

  it('is promised nothing that the call itself gave, and to be settled', async () => {
    const ctx = await newShop();
    await begin(ctx, {});
    expect(await ctx.tx((tx) => tx.ticket_promises.findMany({ select: { promise: true, minutes: true } }))).toEqual([{ promise: 'resolution', minutes: 1_440 }]);
  });

  it('has nothing sent by itself to who called, and is not asked about where nobody can be written to', async () => {
    const ctx = await newShop();
    await ctx.tx((tx) => tx.$executeRaw`insert into settings (name, value, updated_at) values ('inbox-replies', ${JSON.stringify({ ...replySetting.initial, acknowledges: true })}::jsonb, ${ctx.clock.now()}), ('inbox-satisfaction', ${JSON.stringify({ ...satisfactionSetting.initial, asks: true })}::jsonb, ${ctx.clock.now()})`);
    const answer = await begin(ctx, { contact: '+49301234567' });
    if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
    const { ticketId } = answer;
    await ctx.tx(async (tx) => {
      await addMessage(tx, ticketId, saidByStaff('We called back.'), ctx.clock.now());
      await changeTicket(tx, { ticketId, changes: { state: 'solved' }, actor: seededStaff.mia, now: ctx.clock.now() });
    });
    await askSatisfaction(ctx, 'secret', { ticketId });
    expect(await ctx.tx((tx) => tx.outbox.count())).toBe(0);
    expect(await ctx.tx((tx) => tx.satisfactions.count())).toBe(0);
    const { rows } = await database.pool.query(`select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'inbox.acknowledge' and (j.payload->>'shopId')::int = $1`, [ctx.shop.id]);
    expect(rows).toEqual([]);
  });

  it.each(['call', 'write'])('is one for one request, however often it is asked (%s)', async (kind) => {
    const ctx = await newShop();
    const key = randomUUID();
    const [first, second] = await Promise.all([begin(ctx, { key, kind }), begin(ctx, { key, kind })]);
    expect(second).toEqual(first);
    expect(await begin(ctx, { key, kind })).toEqual(first);
    expect(await ctx.tx((tx) => tx.tickets.count())).toBe(1);
    expect(await begin(ctx, { kind })).not.toEqual(first);
  });

  it('is about the order that is named with its sign or without, as long as the shop has it', async () => {
    const ctx = await newShop();
    await addOrder(ctx, '1001');
    await ctx.tx((tx) => tx.orders.updateMany({ data: { fingerprint: 'read' } }));
    for (const order of ['1001', '#1001']) {
      const answer = await begin(ctx, { order });
      if (answer.is !== 'begun') throw new Error(JSON.stringify(answer));
      expect(await ctx.tx((tx) => tx.ticket_orders.findMany({ where: { ticket_id: answer.ticketId }, select: { order_id: true, reason: true } }))).toEqual([{ order_id: '1001', reason: 'staff' }]);
    }
    await ctx.tx((tx) => tx.orders.updateMany({ data: { deleted_at: ctx.clock.now() } }));
    expect(await begin(ctx, { order: '1001' })).toEqual({ is: 'invalid', fields: ['order'] });
  });

  it('is not begun where a field is wrong, which is named', async () => {
    const ctx = await newShop();
    for (const [field, value] of [['contact', 'Ada'], ['subject', ' '], ['text', ''], ['order', '#999999']] as const) expect(await begin(ctx, { [field]: value })).toEqual({ is: 'invalid', fields: [field] });
    expect(await ctx.tx((tx) => tx.tickets.count())).toBe(0);
  });
});
