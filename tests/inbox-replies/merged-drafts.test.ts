import { describe, expect, test } from 'vitest';
import { draftsOf, mergeTickets, saveDraft, unmergeTicket } from '#app/modules/inbox/index.server.ts';
import { insteadOf } from '#app/modules/inbox/replies/drafts/among.ts';
import { seededStaff, seedTicket } from '../inbox-stage.ts';
import { answer, newest, openReplyStage } from './stage.ts';

const stage = await openReplyStage();
const by = seededStaff.mia;

/** Two tickets in which Mia writes, the one merged into the other while both pages are open. */
async function merged({ there = 'Hello', here = 'Dear Ada' } = {}) {
  const ctx = await stage.newShop();
  const [into, ticketId] = [await seedTicket(ctx), await seedTicket(ctx)];
  if (there) await saveDraft(ctx, { ticketId: into, by, mode: 'reply', text: there });
  if (here) await saveDraft(ctx, { ticketId, by, mode: 'reply', text: here });
  const about = { actor: null, now: ctx.clock.now() };
  await ctx.tx((tx) => mergeTickets(tx, { into, from: [ticketId], ...about }));
  const draft = async (id: number) => (await ctx.tx((tx) => draftsOf(tx, { ticketId: id, staffId: by })))[0]?.text ?? null;
  return {
    ctx, into, ticketId, draft,
    type: (id: number, text: string, known?: string) => saveDraft(ctx, { ticketId: id, by, mode: 'reply', text, ...(known === undefined ? {} : { known: [known] }) }),
    takeOut: () => ctx.tx((tx) => unmergeTicket(tx, { ticketId, ...about })),
  };
}

describe('a page that does not know of a merge', () => {
  test('goes on in what was moved, beside what its writer had begun where that is read', async () => {
    const { into, ticketId, draft, type } = await merged();
    for (const text of ['Dear Ada, we', 'Dear Ada, we look']) await type(ticketId, text);
    expect(await draft(into)).toBe('Hello\n\nDear Ada, we look');
    await type(ticketId, '');
    expect(await draft(into)).toBe('Hello');
  });

  test('begins behind what is there, and keeps what else became of it', async () => {
    const { into, ticketId, draft, type } = await merged({ here: '' });
    await type(ticketId, 'D');
    await type(ticketId, 'Dear Ada');
    await type(into, 'Hello you\n\nDear Ada', 'Hello\n\nDear Ada');
    await type(ticketId, 'Dear Ada, bye');
    expect(await draft(into)).toBe('Hello you\n\nDear Ada, bye');
  });

  test('of the ticket it went into does not throw away what came with it, but what its writer saw and took out', async () => {
    const { into, draft, type } = await merged();
    await type(into, 'Hello there', 'Hello');
    expect(await draft(into)).toBe('Hello there\n\nDear Ada');
    await type(into, 'Hello there', 'Hello there\n\nDear Ada');
    expect(await draft(into)).toBe('Hello there');
  });

  test('is told of what was written in another window of it', async () => {
    const { into, ticketId, draft, type } = await merged();
    await type(ticketId, 'Dear Ada, we', 'Dear Ada');
    expect(await type(ticketId, 'Good morning', 'Dear Ada')).toMatchObject({ is: 'differs', text: 'Dear Ada, we' });
    expect(await draft(into)).toBe('Hello\n\nDear Ada, we');
    expect(await type(into, 'Bye', 'Hello')).toEqual({ is: 'kept' });
    expect(await type(into, 'Bye bye', 'Hello')).toMatchObject({ is: 'differs', text: 'Bye' });
  });

  test('sends what stands on it, and leaves the rest', async () => {
    const { ctx, into, ticketId, draft } = await merged();
    await answer(ctx, ticketId, { text: 'Dear Ada, it comes.' });
    expect(await draft(into)).toBe('Hello');
  });
});

describe('a ticket that is taken out again', () => {
  test('has its draft back, as it is by then', async () => {
    const { into, ticketId, draft, type, takeOut } = await merged();
    await type(ticketId, 'Dear Ada, we look');
    await takeOut();
    expect([await draft(into), await draft(ticketId)]).toEqual(['Hello', 'Dear Ada, we look']);
  });

  test('has none that was sent or rewritten where it was read', async () => {
    const [sent, rewritten] = [await merged(), await merged()];
    await answer(sent.ctx, sent.into, { text: 'Hello\n\nDear Ada', seen: await newest(sent.ctx, sent.ticketId) });
    await rewritten.type(rewritten.into, 'Good morning Ada', 'Hello\n\nDear Ada');
    for (const { takeOut } of [sent, rewritten]) await takeOut();
    expect([await sent.draft(sent.into), await sent.draft(sent.ticketId)]).toEqual([null, null]);
    expect([await rewritten.draft(rewritten.into), await rewritten.draft(rewritten.ticketId)]).toEqual(['Good morning Ada', null]);
  });
});

test.each([
  ['', '', 'x', 'x'],
  ['a', '', 'x', 'a\n\nx'],
  ['a\n\nb\n\nc', 'b', 'x', 'a\n\nx\n\nc'],
  ['a\n\nb', 'a', '', 'b'],
  ['b', 'b', '', ''],
  ['abc', 'b', 'x', 'abc\n\nx'],
  ['a\n\nx', 'b', 'x', 'a\n\nx'],
])('of %j, %j becomes %j: %j', (written, piece, next, all) => {
  expect(insteadOf(written, piece, next)).toBe(all);
});
