import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeTicket, inboxFigures, mergeTickets, readTicketRow, rootOf, splitTicket, undoSplit, unmergeTicket } from '#app/modules/inbox/index.server.ts';
import { day, hour } from '#app/kernel/time.ts';
import { openInboxStage, saidByStaff, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';

const stage = await openInboxStage();
let ctx = await stage.newShop();
beforeEach(async () => {
  ctx = await stage.newShop();
});
const by = { actor: seededStaff.mia };
const now = () => ctx.clock.now();
const merge = (into: number, ...from: number[]) => ctx.tx((tx) => mergeTickets(tx, { into, from, ...by, now: now() }));
const unmerge = (ticketId: number) => ctx.tx((tx) => unmergeTicket(tx, { ticketId, ...by, now: now() }));
const split = (ticketId: number, messageIds: bigint[], subject = '') => ctx.tx((tx) => splitTicket(tx, { ticketId, messageIds, subject, ...by, now: now() }));
const rejoin = (ticketId: number) => ctx.tx((tx) => undoSplit(tx, { ticketId, ...by, now: now() }));
const row = async (id: number) => ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id } }));
const messagesOf = async (id: number) => (await ctx.tx((tx) => tx.messages.findMany({ where: { ticket_id: id }, orderBy: { id: 'asc' } }))).map((message) => message.id);
const ago = (hours: number) => new Date(now().getTime() - hours * hour);

describe('a merged ticket', () => {
  it('wakes the one it is read in where its customer still waits', async () => {
    const done = await seedTicket(ctx, { answered: true, changes: { state: 'solved' }, at: ago(5) });
    const waiting = await seedTicket(ctx, { text: 'And where is the second parcel?', at: ago(2) });
    expect(await merge(done, waiting)).toEqual([waiting]);
    expect(await row(done)).toMatchObject({ state: 'open', waiting_since: ago2(await row(waiting)), preview: 'And where is the second parcel?', last_from: 'customer', message_count: 3, solved_at: null });
    expect(await row(waiting)).toMatchObject({ merged_into: done, message_count: 1 });
    expect((await row(done)).due_at).toEqual((await row(waiting)).due_at);
  });

  it('taken out again leaves both as they were', async () => {
    const done = await seedTicket(ctx, { answered: true, changes: { state: 'solved' }, at: ago(5) });
    const waiting = await seedTicket(ctx, { at: ago(2) });
    const before = [await still(done), await still(waiting)];
    await merge(done, waiting);
    expect(await still(done)).not.toEqual(before[0]);
    await unmerge(waiting);
    expect([await still(done), await still(waiting)]).toEqual(before);
  });

  it('hears nothing any more: who speaks in it speaks where it is read', async () => {
    const [first, second] = [await seedTicket(ctx, { at: ago(5) }), await seedTicket(ctx, { at: ago(4) })];
    await merge(first, second);
    const said = await seedMessage(ctx, second, { text: 'Anybody there?' });
    expect(await messagesOf(first)).toContain(said);
    await ctx.tx((tx) => changeTicket(tx, { ticketId: second, changes: { state: 'solved' }, ...by, now: now() }));
    expect((await row(first)).state).toBe('solved');
    expect((await row(second)).state).toBe('new');
  });

  it('leaves what was said and done since where it is read', async () => {
    const done = await seedTicket(ctx, { answered: true, changes: { state: 'solved' }, at: ago(5) });
    const waiting = await seedTicket(ctx, { at: ago(2) });
    await merge(done, waiting);
    await seedMessage(ctx, done, saidByStaff('Both are on their way.'));
    await unmerge(waiting);
    expect(await row(done)).toMatchObject({ state: 'waiting_customer', message_count: 3, waiting_since: null, preview: 'Both are on their way.' });
    expect(await row(waiting)).toMatchObject({ merged_into: null, message_count: 1, state: 'new' });
  });

  it('does not wake again what was solved since when another is merged', async () => {
    const [root, first, second] = [await seedTicket(ctx, { at: ago(5) }), await seedTicket(ctx, { at: ago(4) }), await seedTicket(ctx, { answered: true, at: ago(3) })];
    await merge(root, first);
    await ctx.tx((tx) => changeTicket(tx, { ticketId: root, changes: { state: 'solved' }, ...by, now: now() }));
    await merge(root, second);
    expect((await row(root)).state).toBe('waiting_customer');
    await unmerge(second);
    expect((await row(root)).state).toBe('solved');
  });

  it('is not merged into what is read in it: they are one already', async () => {
    const [first, second, third] = [await seedTicket(ctx), await seedTicket(ctx), await seedTicket(ctx)];
    await merge(first, second);
    expect(await merge(second, first)).toEqual([]);
    expect(await merge(second, third)).toEqual([third]);
    expect(await ctx.tx((tx) => rootOf(tx, third))).toBe(first);
    await expect(merge(first, 9999)).rejects.toMatchObject({ status: 404 });
  });

  it('that two merge crosswise at once ends in one conversation', async () => {
    const [first, second] = [await seedTicket(ctx), await seedTicket(ctx)];
    await Promise.all([merge(first, second), merge(second, first), seedMessage(ctx, second, { text: 'Still there?' })]);
    const roots = await Promise.all([first, second].map((id) => ctx.tx((tx) => rootOf(tx, id))));
    expect(roots[0]).toBe(roots[1]);
    expect((await row(roots[0] ?? 0)).message_count).toBe(3);
  });
});

describe('a split', () => {
  it('gives messages a ticket of their own, of whoever wrote them', async () => {
    const id = await seedTicket(ctx, { at: ago(5) });
    const other = await seedTicket(ctx, { email: 'bob@example.com', name: 'Bob', at: ago(4) });
    const bob = (await row(other)).person_id;
    const glued = await seedMessage(ctx, id, { text: 'I am somebody else.', authorId: bob, from: 'bob@example.com', subject: 'Different' }, ago(3));
    const made = await split(id, [glued]);
    expect(await row(made)).toMatchObject({ person_id: bob, subject: 'Different', state: 'new', message_count: 1, preview: 'I am somebody else.' });
    expect((await row(made)).waiting_since).toEqual((await row(made)).last_message_at);
    expect(await row(id)).toMatchObject({ message_count: 1, preview: 'It should have been here on Monday.' });
    expect(await messagesOf(made)).toEqual([glued]);
  });

  it('began when its first words were said: how long they waited is as it was', async () => {
    const id = await seedTicket(ctx, { at: ago(9) });
    const asked = await seedMessage(ctx, id, { text: 'And the invoice?' }, ago(5));
    const answered = await seedMessage(ctx, id, saidByStaff('Here it is.'), ago(3));
    await split(id, [asked, answered]);
    const { total } = await inboxFigures(ctx, { step: 'day', channel: null, agent: null, team: null });
    expect([total.firstReply.count, Math.round(total.firstReply.median ?? 0)]).toEqual([1, 2 * 3_600]);
  });

  it('leaves what is said beside where its other end answers, and never only that', async () => {
    const id = await seedTicket(ctx);
    const [own] = await messagesOf(id);
    const beside = await seedMessage(ctx, id, { text: 'It is in the depot.', author: 'third', sideId: randomUUID(), from: 'desk@carrier.example' });
    await expect(split(id, [beside])).rejects.toMatchObject({ status: 404 });
    await expect(split(id, own === undefined ? [] : [own])).rejects.toMatchObject({ status: 422 });
  });

  it('takes neither all nor nothing nor what is not there', async () => {
    const id = await seedTicket(ctx);
    const [only] = await messagesOf(id);
    const [elsewhere] = await messagesOf(await seedTicket(ctx));
    await expect(split(id, only === undefined ? [] : [only])).rejects.toMatchObject({ status: 422 });
    await expect(split(id, [])).rejects.toMatchObject({ status: 422 });
    await expect(split(id, elsewhere === undefined ? [] : [elsewhere])).rejects.toMatchObject({ status: 404 });
    await expect(rejoin(id)).rejects.toMatchObject({ status: 404 });
  });

  it('undone puts everything back, and what was said meanwhile is read there too', async () => {
    const id = await seedTicket(ctx, { at: ago(5) });
    const second = await seedMessage(ctx, id, { text: 'Another matter.' }, ago(3));
    const before = await still(id);
    const made = await split(id, [second]);
    await rejoin(made);
    expect(await still(id)).toEqual(before);
    expect(await messagesOf(id)).toContain(second);
    expect(await ctx.tx((tx) => readTicketRow(tx, made))).toMatchObject({ mergedInto: id });
  });
});

/** A ticket without what counts its changes. */
async function still(id: number) {
  const { version: _, ...rest } = await row(id);
  return { ...rest, promises: await ctx.tx((tx) => tx.ticket_promises.findMany({ where: { ticket_id: id }, orderBy: [{ started_at: 'asc' }, { promise: 'asc' }] })), messages: await messagesOf(id) };
}

const ago2 = ({ waiting_since: since }: { waiting_since: Date | null }) => since;

it('keeps whatever sleeps asleep where nobody waits', async () => {
  const until = new Date(now().getTime() + day);
  const asleep = await seedTicket(ctx, { answered: true, changes: { state: 'snoozed', snoozedUntil: until }, at: ago(5) });
  const solved = await seedTicket(ctx, { answered: true, changes: { state: 'solved' }, at: ago(2) });
  await merge(solved, asleep);
  expect(await row(solved)).toMatchObject({ state: 'snoozed', snoozed_until: until, solved_at: null });
});
