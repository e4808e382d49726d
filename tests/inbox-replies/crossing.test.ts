import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hour, minute, second } from '#app/kernel/time.ts';
import { draftsOf, mergeTickets, readTicketRow, reply, searchTickets, splitTicket, undoSplit, unmergeTicket, withdraw, writeAside } from '#app/modules/inbox/index.server.ts';
import { seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';
import { answer, newest, openReplyStage } from './stage.ts';

const stage = await openReplyStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;

const row = (ctx: Shop, ticketId: number) => ctx.tx((tx) => readTicketRow(tx, ticketId));
const listed = (ctx: Shop, ticketId: number) => ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id: ticketId }, select: { preview: true, last_from: true, waiting_since: true, state: true } }));
const promised = (ctx: Shop, ticketId: number) =>
  ctx.tx((tx) => tx.ticket_promises.findMany({ where: { ticket_id: ticketId, promise: { not: 'resolution' } }, orderBy: { started_at: 'asc' }, select: { promise: true, started_at: true, ended_at: true, result: true } }));

describe('what a customer writes while an answer is on its way', () => {
  async function crossed(afterwards: 'solved' | null) {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    ctx.clock.offset += hour;
    const writtenAt = ctx.clock.now();
    await answer(ctx, ticketId, { afterwards });
    ctx.clock.offset += 5 * second;
    const saidAt = ctx.clock.now();
    await seedMessage(ctx, ticketId, { text: 'Wait, it is the wrong address!' }, saidAt);
    ctx.clock.offset += 10 * second;
    expect(await stage.run(ctx)).toHaveLength(1);
    return { ctx, ticketId, writtenAt, saidAt };
  }

  test('is not answered by it: they wait on, and the list shows their words', async () => {
    const { ctx, ticketId, writtenAt, saidAt } = await crossed(null);
    const ticket = await row(ctx, ticketId);
    expect(ticket?.state).toBe('open');
    expect(Math.abs((ticket?.waitingSince?.getTime() ?? 0) - saidAt.getTime())).toBeLessThan(second);
    expect(Math.abs((ticket?.firstReplyAt?.getTime() ?? 0) - writtenAt.getTime())).toBeLessThan(second);
    expect(await listed(ctx, ticketId)).toMatchObject({ preview: 'Wait, it is the wrong address!', last_from: 'customer' });
  });

  test('keeps a ticket open that the answer was to solve', async () => {
    const { ctx, ticketId } = await crossed('solved');
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'open', solvedAt: null });
  });

  test('is promised a reply of its own', async () => {
    const { ctx, ticketId } = await crossed(null);
    expect(await promised(ctx, ticketId)).toMatchObject([{ promise: 'first_reply', result: 'kept' }, { promise: 'next_reply', ended_at: null, result: 'running' }]);
  });

  test('stays unanswered when messages are split off and put back', async () => {
    const { ctx, ticketId } = await crossed(null);
    const before = await listed(ctx, ticketId);
    const [first] = await ctx.tx((tx) => tx.messages.findMany({ where: { ticket_id: ticketId }, orderBy: { id: 'asc' } }));
    const about = { actor: seededStaff.mia, now: ctx.clock.now() };
    const made = await ctx.tx((tx) => splitTicket(tx, { ticketId, messageIds: first ? [first.id] : [], subject: '', ...about }));
    await ctx.tx((tx) => undoSplit(tx, { ticketId: made, ...about }));
    expect(await listed(ctx, ticketId)).toEqual(before);
  });

  test('keeps a ticket with the shop that a question to a carrier was to put aside', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await writeAside(ctx, { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: 'Where is it?', to: 'desk@carrier.example', afterwards: 'waiting_third' });
    ctx.clock.offset += 5 * second;
    await seedMessage(ctx, ticketId, { text: 'Please cancel.' });
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toHaveLength(1);
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'new' });
  });

  test('in a ticket that is merged meanwhile is not answered either', async () => {
    const ctx = await stage.newShop();
    const [one, other] = [await seedTicket(ctx), await seedTicket(ctx, { subject: 'The same' })];
    await answer(ctx, one);
    await seedMessage(ctx, other, { text: 'And the second parcel?' });
    await ctx.tx((tx) => mergeTickets(tx, { into: one, from: [other], actor: seededStaff.kenji, now: ctx.clock.now() }));
    ctx.clock.offset += minute;
    await stage.run(ctx);
    expect((await row(ctx, one))?.state).not.toBe('waiting_customer');
    expect((await row(ctx, one))?.waitingSince).not.toBeNull();
  });
});

describe('an answer in a ticket into which another was merged since it was read', () => {
  test('is refused with what nobody has answered there, however old it is, and leaves once that was shown', async () => {
    const ctx = await stage.newShop();
    const answered = await seedTicket(ctx, { answered: true, text: 'Thank you.' });
    const other = await seedTicket(ctx, { text: 'And the second parcel?' });
    const here = await seedTicket(ctx);
    const read = { seen: await newest(ctx, here), parts: [here] };
    await ctx.tx((tx) => mergeTickets(tx, { into: here, from: [answered, other], actor: seededStaff.kenji, now: ctx.clock.now() }));
    expect(await answer(ctx, here, read)).toMatchObject({ is: 'collision', news: [{ direction: 'in', text: 'And the second parcel?' }] });
    expect(await answer(ctx, here, { ...read, parts: [here, answered, other] })).toMatchObject({ is: 'waiting' });
    expect(await answer(ctx, here, { ...read, parts: null })).toMatchObject({ is: 'waiting' });
  });
});

describe('an answer for later', () => {
  const later = async (ctx: Awaited<ReturnType<typeof stage.newShop>>, ticketId: number) => answer(ctx, ticketId, { text: 'For Monday.', sendAt: new Date(ctx.clock.now().getTime() + 60 * minute) });

  test('withdraws itself as a merge brings in what its customer said since; taken out again, its words go along', async () => {
    const ctx = await stage.newShop();
    const [into, other] = [await seedTicket(ctx), await seedTicket(ctx)];
    await later(ctx, other);
    await seedMessage(ctx, into, { text: 'It has just arrived!' });
    const about = { actor: seededStaff.kenji, now: ctx.clock.now() };
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [other], ...about }));
    const drafts = (ticketId: number) => ctx.tx((tx) => draftsOf(tx, { ticketId, staffId: seededStaff.mia }));
    expect(await drafts(into)).toMatchObject([{ text: 'For Monday.' }]);
    await ctx.tx((tx) => unmergeTicket(tx, { ticketId: other, ...about }));
    expect([await drafts(into), await drafts(other)]).toMatchObject([[], [{ text: 'For Monday.' }]]);
    ctx.clock.offset += 61 * minute;
    expect(await stage.run(ctx)).toEqual([]);
  });

  test('leaves where a merge brings in nothing that was said since', async () => {
    const ctx = await stage.newShop();
    const [into, other] = [await seedTicket(ctx), await seedTicket(ctx)];
    await later(ctx, other);
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [other], actor: null, now: ctx.clock.now() }));
    ctx.clock.offset += 61 * minute;
    expect(await stage.run(ctx)).toHaveLength(1);
  });
});

describe('a request that is made again', () => {
  test('after its answer was taken back says so, and sends nothing', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const once = { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: 'Once.', seen: await newest(ctx, ticketId) };
    const posted = await reply(ctx, once);
    expect(await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: seededStaff.mia })).toBe(true);
    expect(await reply(ctx, once)).toEqual({ is: 'refused', why: 'taken_back' });
    expect(await reply(ctx, { ...once, requestKey: randomUUID() })).toMatchObject({ is: 'waiting' });
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toHaveLength(1);
  });
});

test('what was taken back is found by nobody, and what else is said still is', async () => {
  const ctx = await stage.newShop();
  const ticketId = await seedTicket(ctx);
  const found = (words: string) => ctx.tx(async (tx) => (await searchTickets(tx, { words })).tickets.map(({ id }) => id));
  const posted = await answer(ctx, ticketId, { text: 'The zebra is lost.' });
  expect(await found('zebra')).toEqual([ticketId]);
  await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: seededStaff.mia });
  expect([await found('zebra'), await found('monday')]).toEqual([[], [ticketId]]);
});

test('what left since its ticket was merged is found where it is read, also once that is undone', async () => {
  const ctx = await stage.newShop();
  const [into, other] = [await seedTicket(ctx), await seedTicket(ctx)];
  await answer(ctx, other, { text: 'The zebra is found.' });
  const about = { actor: null, now: ctx.clock.now() };
  await ctx.tx((tx) => mergeTickets(tx, { into, from: [other], ...about }));
  ctx.clock.offset += minute;
  await stage.run(ctx);
  await ctx.tx((tx) => unmergeTicket(tx, { ticketId: other, ...about }));
  expect(await ctx.tx(async (tx) => (await searchTickets(tx, { words: 'zebra' })).tickets.map(({ id }) => id))).toEqual([into]);
});

test('whoever is answered is kept apart as spam no more, and is heard when they write again', async () => {
  const ctx = await stage.newShop();
  const ticketId = await seedTicket(ctx, { spam: true });
  await answer(ctx, ticketId);
  expect(await row(ctx, ticketId)).toMatchObject({ spam: true });
  ctx.clock.offset += minute;
  await stage.run(ctx);
  expect(await row(ctx, ticketId)).toMatchObject({ spam: false, state: 'waiting_customer' });
});
