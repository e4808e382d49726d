import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hour, minute } from '#app/kernel/time.ts';
import { actOnKeeping, exportPerson, mergeTickets, personFor, searchTickets, writeAside } from '#app/modules/inbox/index.server.ts';
import { saidByStaff, seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';
import { answer, openReplyStage } from '../inbox-replies/stage.ts';

const stage = await openReplyStage();
type Shop = Awaited<ReturnType<typeof stage.newShop>>;

function erase(ctx: Shop, contact: string) {
  const form = new FormData();
  form.set('intent', 'erase');
  form.set('contact', contact);
  return actOnKeeping(ctx, form, { by: seededStaff.owner });
}

const bob = (ctx: Shop) => ctx.tx((tx) => personFor(tx, { handle: { kind: 'email', value: 'bob@example.com' }, name: 'Bob Samovar' }, ctx.clock.now()));
const found = (ctx: Shop, words: string) => ctx.tx(async (tx) => (await searchTickets(tx, { words })).tickets.map(({ id }) => id));
const listed = (ctx: Shop, id: number) => ctx.tx((tx) => tx.tickets.findFirstOrThrow({ where: { id }, select: { preview: true, subject: true, purged_at: true } }));
const held = (ctx: Shop) =>
  ctx.tx(async (tx) => JSON.stringify(await Promise.all(['tickets', 'messages', 'people', 'handles', 'ticket_words', 'ticket_events', 'outbox', 'side_conversations', 'reply_drafts', 'mail_arrivals'].map((table) => tx.$queryRawUnsafe(`select to_jsonb(t) as held from ${table} t`)))));

describe('whoever is erased', () => {
  test('hears nothing any more of an answer that was on its way', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await answer(ctx, ticketId, { text: 'Tomorrow.', sendAt: new Date(ctx.clock.now().getTime() + 20 * hour) });
    await erase(ctx, 'ada@example.com');
    ctx.clock.offset += 24 * hour;
    expect(await stage.run(ctx)).toEqual([]);
    expect(await ctx.tx((tx) => tx.outbox.count())).toBe(0);
    expect((await listed(ctx, ticketId)).purged_at).not.toBeNull();
    expect(await ctx.tx((tx) => tx.reply_drafts.count())).toBe(0);
  });

  test('is gone from somebody else’s conversation they spoke in, whose own words stay', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { text: 'My kettle leaks.' });
    await seedMessage(ctx, ticketId, { text: 'Mine is a samovar, and leaks too.', from: 'bob@example.com', authorId: await bob(ctx), authorName: 'Bob Samovar' });
    await seedMessage(ctx, ticketId, { ...saidByStaff('We answer Bob apart.'), to: ['bob@example.com'] });
    await seedMessage(ctx, ticketId, { ...saidByStaff('A new kettle comes.'), cc: ['bob@example.com'] });
    await erase(ctx, 'bob@example.com');
    const everything = await held(ctx);
    for (const trace of ['bob@example.com', 'Bob Samovar', 'samovar', 'We answer Bob']) expect([trace, everything.includes(trace)]).toEqual([trace, false]);
    for (const kept of ['My kettle leaks.', 'A new kettle comes.']) expect(everything).toContain(kept);
    expect([await found(ctx, 'samovar'), await found(ctx, 'kettle')]).toEqual([[], [ticketId]]);
    expect(await listed(ctx, ticketId)).toMatchObject({ preview: 'A new kettle comes.', purged_at: null });
  });

  test('is gone from the list where their conversation was read in another', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { text: 'My kettle leaks.' });
    ctx.clock.offset += minute;
    const other = await seedTicket(ctx, { email: 'bob@example.com', name: 'Bob', text: 'The samovar leaks.' });
    await ctx.tx((tx) => mergeTickets(tx, { into: ticketId, from: [other], actor: null, now: ctx.clock.now() }));
    expect((await listed(ctx, ticketId)).preview).toBe('The samovar leaks.');
    await erase(ctx, 'bob@example.com');
    expect(await held(ctx)).not.toContain('samovar');
    expect((await listed(ctx, ticketId)).preview).not.toContain('samovar');
  });

  test('is gone as the other end of a conversation beside a ticket', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await bob(ctx);
    await writeAside(ctx, { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: 'Did you see the parcel, neighbour?', to: 'bob@example.com' });
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toHaveLength(1);
    await erase(ctx, 'bob@example.com');
    const everything = await held(ctx);
    for (const trace of ['bob@example.com', 'neighbour']) expect([trace, everything.includes(trace)]).toEqual([trace, false]);
    expect(everything).toContain('on Monday');
  });

  test('by an address that is the shop’s own takes nothing from anybody', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await seedMessage(ctx, ticketId, { text: 'To you.', to: ['help@nordlicht.example'] });
    await erase(ctx, 'help@nordlicht.example');
    expect(await ctx.tx((tx) => tx.messages.count({ where: { to_addresses: { has: 'help@nordlicht.example' } } }))).toBe(1);
  });
});

test('whoever asks what is held of them is given what they wrote anywhere, and nothing of anybody else’s', async () => {
  const ctx = await stage.newShop();
  const own = await seedTicket(ctx, { email: 'bob@example.com', name: 'Bob', text: 'My samovar leaks.' });
  const others = await seedTicket(ctx, { text: 'My kettle leaks.' });
  const person = await bob(ctx);
  await seedMessage(ctx, others, { text: 'Mine leaks too, says Bob.', from: 'bob@example.com', authorId: person });
  await seedMessage(ctx, own, { text: 'I am his sister.', from: 'eve@example.com', authorId: randomUUID() });
  await answer(ctx, own, { text: 'Never to leave.', sendAt: new Date(ctx.clock.now().getTime() + hour) });
  const document = JSON.stringify(await exportPerson(ctx, 'bob@example.com', seededStaff.owner));
  for (const theirs of ['My samovar leaks.', 'Mine leaks too, says Bob.']) expect(document).toContain(theirs);
  for (const not of ['My kettle leaks.', 'I am his sister.', 'Never to leave.']) expect(document).not.toContain(not);
});
