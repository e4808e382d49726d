import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { day, hour } from '#app/kernel/time.ts';
import { changeTicket, complaintsView, forgetPeople, inboxFigures, mergeTickets, watchPromises } from '#app/modules/inbox/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, saidByStaff, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
const ago = (ctx: ShopContext, days: number) => new Date(ctx.clock.now().getTime() - days * day);
const forgets = (ctx: ShopContext, { email = 'ada@example.com', customerId = null as string | null } = {}) => ctx.tx((tx) => forgetPeople(tx, { customerId, contacts: email === '' ? [] : [email] }, ctx.clock.now()));
const row = (ctx: ShopContext, id: number) => ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id } }));
const figures = (ctx: ShopContext) => inboxFigures(ctx, { step: 'week', channel: null, agent: null, team: null });

describe('what is left to do of somebody who is forgotten', () => {
  test('is closed by nobody: nothing is due, nothing breaks later, nobody is asked how it was', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    expect((await row(ctx, ticketId)).due_at).not.toBeNull();
    await forgets(ctx);
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'closed', due_at: null, assignee_id: null, solved_at: null, solved_by: null });
    ctx.clock.offset += 30 * day;
    await watchPromises(ctx, { ticketId });
    const promises = await ctx.tx((tx) => tx.ticket_promises.findMany({ select: { result: true, ended_at: true } }));
    expect(promises.map(({ result, ended_at }) => [result, ended_at !== null])).toEqual([['dropped', true], ['dropped', true]]);
    expect(await ctx.tx((tx) => tx.ticket_events.count({ where: { type: { in: ['promise_broken', 'promise_kept', 'csat_asked'] } } }))).toBe(0);
    expect((await figures(ctx)).total).toMatchObject({ opened: 1, backlog: 0, promises: { kept: 0, broken: 0 } });
  });

  test('is closed likewise where Shopify asks by the customer alone', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const { person_id } = await row(ctx, ticketId);
    await ctx.tx((tx) => tx.handles.create({ data: { id: randomUUID(), person_id, kind: 'customer', value: '501', reason: 'same_customer', confidence: 'sure', linked_at: ctx.clock.now() } }));
    await forgets(ctx, { customerId: '501', email: '' });
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'closed', due_at: null });
  });

  test('changes no figure of the past, nor how what was done stands', async () => {
    const ctx = await stage.newShop();
    const done = await seedTicket(ctx, { at: ago(ctx, 40) });
    await seedMessage(ctx, done, saidByStaff('Yes.'), new Date(ago(ctx, 40).getTime() + hour));
    await ctx.tx((tx) => changeTicket(tx, { ticketId: done, changes: { state: 'solved' }, actor: seededStaff.mia, now: ago(ctx, 38) }));
    const late = await seedTicket(ctx, { at: ago(ctx, 30), subject: 'Another' });
    await watchPromises(ctx, { ticketId: late });
    const before = await figures(ctx);
    await forgets(ctx);
    const after = await figures(ctx);
    expect(after.spans.slice(0, -1)).toEqual(before.spans.slice(0, -1));
    expect(after.total).toMatchObject({ opened: 2, promises: before.total.promises, firstReply: before.total.firstReply, satisfaction: before.total.satisfaction });
    expect(await row(ctx, done)).toMatchObject({ state: 'solved', solved_by: seededStaff.mia });
  });

  test('stays among what came in and leaves what is to do, and is nothing that the team solved', async () => {
    const ctx = await stage.newShop();
    const done = await seedTicket(ctx, { at: ago(ctx, 3), email: 'bob@example.com' });
    await ctx.tx((tx) => changeTicket(tx, { ticketId: done, changes: { state: 'closed' }, actor: seededStaff.mia, now: ago(ctx, 2) }));
    const old = await seedTicket(ctx, { at: ago(ctx, 300) });
    const theirs = await seedTicket(ctx, { at: ago(ctx, 20) });
    await ctx.tx((tx) => changeTicket(tx, { ticketId: theirs, changes: { assigneeId: seededStaff.mia }, actor: seededStaff.mia, now: ago(ctx, 19) }));
    for (const ticketId of [old, theirs]) await watchPromises(ctx, { ticketId });
    await ctx.tx((tx) => tx.ticket_events.updateMany({ where: { ticket_id: old }, data: { happened_at: ago(ctx, 299) } }));
    const before = await figures(ctx);
    expect(before.total).toMatchObject({ opened: 2, backlog: 2, solved: { count: 1 } });
    await forgets(ctx);
    const after = await figures(ctx);
    expect(after).toEqual({ ...before, total: { ...before.total, backlog: 0 }, spans: before.spans.map((span, at) => (at === before.spans.length - 1 ? { ...span, backlog: 0 } : span)) });
  });

  test('goes on where somebody else’s words are read in it, or it is read with theirs', async () => {
    const ctx = await stage.newShop();
    const [own, others] = [await seedTicket(ctx), await seedTicket(ctx, { email: 'bob@example.com', name: 'Bob' })];
    const [second, root] = [await seedTicket(ctx, { subject: 'Again' }), await seedTicket(ctx, { email: 'eve@example.com', name: 'Eve' })];
    const merge = (into: number, from: number) => ctx.tx((tx) => mergeTickets(tx, { into, from: [from], actor: null, now: ctx.clock.now() }));
    await merge(own, others);
    await merge(root, second);
    await forgets(ctx);
    expect([(await row(ctx, own)).state, (await row(ctx, root)).state]).toEqual(['new', 'new']);
  });

  test('is no complaint any more that somebody has to call about', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const now = ctx.clock.now();
    await ctx.tx((tx) => tx.complaints.create({ data: { ticket_id: ticketId, state: 'recorded', what: 'Late', recorded_at: now, promised_at: new Date(now.getTime() + day) } }));
    expect((await complaintsView(ctx)).open).toHaveLength(1);
    await forgets(ctx);
    expect((await complaintsView(ctx)).open).toEqual([]);
    expect((await row(ctx, ticketId)).due_at).toBeNull();
  });
});
