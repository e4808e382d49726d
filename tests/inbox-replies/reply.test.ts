import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { minute, hour, second } from '#app/kernel/time.ts';
import { suppress } from '#app/modules/outbox/index.server.ts';
import { changeTicket, readReplyToken, readTicketRow, reply, sendReply, withdraw, writeNote } from '#app/modules/inbox/index.server.ts';
import { seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';
import { answer, newest, openReplyStage, secret } from './stage.ts';

const stage = await openReplyStage();

const row = (ctx: Awaited<ReturnType<typeof stage.newShop>>, ticketId: number) => ctx.tx((tx) => readTicketRow(tx, ticketId));

describe('an answer', () => {
  test('leaves as the mailbox that was written to, behind what it answers, under a name that says which conversation it is of', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { subject: 'Where is my parcel?', text: 'It should have been here on Monday.\n\nPlease look.' });
    await seedMessage(ctx, ticketId, { text: 'Still nothing.', mailId: '<second@example.com>', references: ['<first@example.com>'], subject: 'Re: Where is my parcel?', authorName: 'Ada Byron' });
    await answer(ctx, ticketId, { text: 'We are looking: https://track.example/1?a=1&b=2.\n\n<b>Sorry</b>' });
    ctx.clock.offset += 11 * second;
    const [mail, ...more] = await stage.run(ctx);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ from: { name: 'Nordlicht Kundenservice', address: 'help@nordlicht.example' }, rcpt: ['ada@example.com'], subject: 'Re: Where is my parcel?', inReplyTo: '<second@example.com>', references: '<first@example.com> <second@example.com>' });
    expect(mail?.replyTo?.map(({ address }) => address)).toEqual(['help@nordlicht.example']);
    expect(readReplyToken(mail?.messageId ?? '', { shopId: ctx.shop.id, secrets: [secret] })).toEqual({ ticketId, sideId: null });
    expect(mail?.text).toContain('> Still nothing.');
    expect(mail?.text).not.toContain('on Monday');
    expect(mail?.html).toContain('<a href="https://track.example/1?a=1&amp;b=2">');
    expect(mail?.html).toContain('&lt;b&gt;Sorry');
    const kept = await ctx.tx((tx) => tx.messages.findFirstOrThrow({ where: { ticket_id: ticketId, direction: 'out' } }));
    expect(kept).toMatchObject({ mail_id: mail?.messageId, references_ids: ['<first@example.com>', '<second@example.com>'], from_address: 'help@nordlicht.example', author_name: 'Mia Agent' });
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'waiting_customer', waitingSince: null });
  });

  test('that is sent twice leaves once', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const seen = await newest(ctx, ticketId);
    const once = { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: 'Once.', seen };
    const [first, second] = await Promise.all([reply(ctx, once), reply(ctx, once)]);
    expect(second).toEqual(first);
    expect(await reply(ctx, once)).toEqual(first);
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toHaveLength(1);
    expect(await reply(ctx, once)).toMatchObject({ is: 'waiting' });
    expect(await stage.run(ctx)).toHaveLength(0);
  });

  test('that may still be taken back moves nothing, and is a draft again once it is', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const before = await row(ctx, ticketId);
    const posted = await answer(ctx, ticketId, { text: 'Too soon.' });
    if (posted.is !== 'waiting') throw new Error('It was not taken.');
    expect(await row(ctx, ticketId)).toMatchObject({ state: before?.state, waitingSince: before?.waitingSince, firstReplyAt: null });
    expect(await withdraw(ctx, { messageId: posted.messageId, by: seededStaff.mia })).toBe(true);
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toEqual([]);
    expect(await ctx.tx((tx) => tx.reply_drafts.findMany({ select: { mode: true, text: true } }))).toEqual([{ mode: 'reply', text: 'Too soon.' }]);
    expect(await withdraw(ctx, { messageId: posted.messageId, by: seededStaff.mia })).toBe(true);
    expect(await ctx.tx((tx) => tx.reply_drafts.count())).toBe(1);
  });

  test('makes what was nobody’s theirs who gave it as it leaves, not where it is taken back, is somebody’s, or lies with a team they are not in', async () => {
    const ctx = await stage.newShop();
    const [mine, back, kenjis, warehouse] = [await seedTicket(ctx), await seedTicket(ctx), await seedTicket(ctx, { changes: { assigneeId: seededStaff.kenji } }), await seedTicket(ctx)];
    const team = randomUUID();
    await ctx.tx((tx) => tx.teams.create({ data: { id: team, name: 'Warehouse', kind: 'warehouse', created_at: ctx.clock.now() } }));
    await ctx.tx((tx) => changeTicket(tx, { ticketId: warehouse, changes: { teamId: team }, actor: seededStaff.owner, now: ctx.clock.now() }));
    await answer(ctx, mine);
    const posted = await answer(ctx, back);
    await answer(ctx, kenjis);
    await answer(ctx, warehouse);
    await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: seededStaff.mia });
    ctx.clock.offset += minute;
    await stage.run(ctx);
    const whose = async (id: number) => (await row(ctx, id))?.assigneeId;
    expect([await whose(mine), await whose(back), await whose(kenjis), await whose(warehouse)]).toEqual([seededStaff.mia, null, seededStaff.kenji, null]);
    await ctx.tx((tx) => tx.team_members.create({ data: { team_id: team, staff_id: seededStaff.mia } }));
    await answer(ctx, warehouse, { text: 'It is packed.' });
    ctx.clock.offset += minute;
    await stage.run(ctx);
    expect(await whose(warehouse)).toBe(seededStaff.mia);
  });

  test('that left cannot be taken back', async () => {
    const ctx = await stage.newShop();
    const posted = await answer(ctx, await seedTicket(ctx));
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toHaveLength(1);
    expect(await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: seededStaff.mia })).toBe(false);
  });

  test('with "send and solve" solves the ticket as it leaves, and not before', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await answer(ctx, ticketId, { afterwards: 'solved' });
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'new' });
    ctx.clock.offset += minute;
    await stage.run(ctx);
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'solved', solvedBy: seededStaff.mia });
  });

  test('is refused with what is new where its writer has not seen the last word, of the customer or of a colleague', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const seen = await newest(ctx, ticketId);
    await seedMessage(ctx, ticketId, { text: 'It came!' });
    expect(await answer(ctx, ticketId, { seen })).toMatchObject({ is: 'collision', news: [{ direction: 'in', text: 'It came!' }] });
    const mine = await answer(ctx, ticketId);
    expect(mine.is).toBe('waiting');
    const kenjis = await answer(ctx, ticketId, { by: seededStaff.kenji, seen: String(Number(await newest(ctx, ticketId)) - 1) });
    expect(kenjis).toMatchObject({ is: 'collision', news: [{ direction: 'out', text: 'It is on its way.', authorName: 'Mia Agent' }] });
  });

  test('for later withdraws itself as the customer writes first; an automatic mail does not count', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await answer(ctx, ticketId, { text: 'Tomorrow.', sendAt: new Date(ctx.clock.now().getTime() + 20 * hour) });
    await seedMessage(ctx, ticketId, { text: 'I am away.', kind: 'auto_reply' });
    ctx.clock.offset += hour;
    expect(await stage.run(ctx)).toEqual([]);
    expect(await ctx.tx((tx) => tx.messages.count({ where: { withdrawn_at: { not: null } } }))).toBe(0);
    await seedMessage(ctx, ticketId, { text: 'Found it.' });
    expect(await ctx.tx((tx) => tx.messages.findFirst({ where: { direction: 'out' }, select: { withdrawn_for: true } }))).toEqual({ withdrawn_for: 'customer_wrote' });
    ctx.clock.offset += 24 * hour;
    expect(await stage.run(ctx)).toEqual([]);
    expect(await ctx.tx((tx) => tx.reply_drafts.findFirst({ select: { text: true } }))).toEqual({ text: 'Tomorrow.' });
  });

  test('for later in a ticket that was merged since withdraws itself as well, into a draft of the one it is read in', async () => {
    const ctx = await stage.newShop();
    const [one, other] = [await seedTicket(ctx), await seedTicket(ctx, { subject: 'The same' })];
    await answer(ctx, other, { text: 'Tomorrow.', sendAt: new Date(ctx.clock.now().getTime() + 20 * hour) });
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: other }, data: { merged_into: one } }));
    await seedMessage(ctx, one, { text: 'Found it.' });
    ctx.clock.offset += 24 * hour;
    expect(await stage.run(ctx)).toEqual([]);
    expect(await ctx.tx((tx) => tx.reply_drafts.findFirst({ select: { text: true, ticket_id: true } }))).toEqual({ text: 'Tomorrow.', ticket_id: one });
  });

  test('for later leaves at its hour where nobody wrote', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await answer(ctx, ticketId, { sendAt: new Date(ctx.clock.now().getTime() + 20 * hour) });
    ctx.clock.offset += 19 * hour;
    expect(await stage.run(ctx)).toEqual([]);
    ctx.clock.offset += 61 * minute;
    expect(await stage.run(ctx)).toHaveLength(1);
  });

  test('goes to nobody who is none, nor to a mailbox of our own', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    expect(await answer(ctx, ticketId, { to: 'help@nordlicht.example' })).toEqual({ is: 'refused', why: 'own_address' });
    expect(await answer(ctx, ticketId, { cc: ['not an address'] })).toEqual({ is: 'refused', why: 'address' });
    expect(await answer(ctx, ticketId, { text: '  \n' })).toEqual({ is: 'refused', why: 'empty' });
    await answer(ctx, ticketId, { cc: ['Grace@example.com', 'help@nordlicht.example', 'ada@example.com'] });
    ctx.clock.offset += minute;
    expect((await stage.run(ctx)).map(({ rcpt }) => rcpt)).toEqual([['ada@example.com', 'grace@example.com']]);
  });

  test('goes to the ticket’s own person by itself, also where somebody else spoke since, and quotes nobody to another', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await seedMessage(ctx, ticketId, { text: 'Send it to me instead.', from: 'eve@example.com', authorName: 'Eve' });
    await answer(ctx, ticketId);
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    expect(mail?.rcpt).toEqual(['ada@example.com']);
    expect(mail?.text).toContain('> It should have been here on Monday.');
    expect(mail?.text).not.toContain('instead');
  });

  test('is not written to where nobody is, until somebody writes from there', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    ctx.clock.offset += minute;
    await ctx.tx((tx) => suppress(tx, { channel: 'email', address: 'ada@example.com', cause: 'bounced', at: ctx.clock.now() }));
    expect(await answer(ctx, ticketId)).toEqual({ is: 'refused', why: 'nobody_there' });
    expect(await answer(ctx, ticketId, { to: 'grace@example.com', cc: ['ada@example.com'] })).toEqual({ is: 'refused', why: 'nobody_there' });
    ctx.clock.offset += minute;
    await seedMessage(ctx, ticketId, { text: 'My mailbox works again.' });
    await answer(ctx, ticketId);
    ctx.clock.offset += minute;
    expect(await stage.run(ctx)).toHaveLength(1);
  });

  test('in a ticket that was merged is written in the one it is read in', async () => {
    const ctx = await stage.newShop();
    const [one, other] = [await seedTicket(ctx), await seedTicket(ctx, { subject: 'The same' })];
    const posted = await answer(ctx, other);
    await ctx.tx((tx) => tx.tickets.updateMany({ where: { id: other }, data: { merged_into: one } }));
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    expect(readReplyToken(mail?.messageId ?? '', { shopId: ctx.shop.id, secrets: [secret] })?.ticketId).toBe(one);
    expect(await ctx.tx((tx) => tx.messages.findFirst({ where: { id: BigInt(posted.is === 'waiting' ? posted.messageId : 0) }, select: { ticket_id: true } }))).toEqual({ ticket_id: one });
    expect(await row(ctx, one)).toMatchObject({ state: 'waiting_customer' });
  });

  test('that comes back is told on its ticket once, and the ticket is somebody’s work again', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await answer(ctx, ticketId, { afterwards: 'solved' });
    ctx.clock.offset += minute;
    stage.server.behaviour.refuseRecipient = { code: 550, text: '5.1.1 no such user' };
    expect(await stage.run(ctx)).toEqual([]);
    stage.server.behaviour.refuseRecipient = null;
    expect(await ctx.tx((tx) => tx.ticket_events.findMany({ where: { type: 'undelivered' }, select: { data: true } }))).toMatchObject([{ data: { why: 'failed' } }]);
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'open' });
  });
});

describe('an answer that does not arrive', () => {
  test.each(['closed', 'snoozed', 'waiting_third'] as const)('is somebody’s work again, also where its ticket is %s by then', async (state) => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await answer(ctx, ticketId);
    ctx.clock.offset += minute;
    stage.server.behaviour.refuseRecipient = { code: 550, text: '5.1.1 no such user' };
    const work = await ctx.tx((tx) => tx.messages.findFirstOrThrow({ where: { direction: 'out' }, select: { id: true } }));
    await sendReply(ctx, secret, { messageId: String(work.id), afterwards: null });
    const put = state === 'snoozed' ? { state, snoozedUntil: new Date(ctx.clock.now().getTime() + 20 * hour) } : { state };
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: put, actor: seededStaff.mia, now: ctx.clock.now() }));
    await stage.run(ctx);
    stage.server.behaviour.refuseRecipient = null;
    expect(await row(ctx, ticketId)).toMatchObject({ state: 'open', snoozedUntil: null });
  });
});

describe('a note', () => {
  test('leaves for nobody, lets who is mentioned follow, and stops no clock', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const before = await row(ctx, ticketId);
    const note = { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: 'Kenji, do you know?', mentions: [seededStaff.kenji, 'nobody'] };
    const [first, second] = await Promise.all([writeNote(ctx, note), writeNote(ctx, note)]);
    expect(second).toEqual(first);
    ctx.clock.offset += hour;
    expect(await stage.run(ctx)).toEqual([]);
    expect(await row(ctx, ticketId)).toMatchObject({ state: before?.state, waitingSince: before?.waitingSince });
    expect(await ctx.tx((tx) => tx.ticket_followers.findMany({ select: { staff_id: true } }))).toEqual([{ staff_id: seededStaff.kenji }]);
    expect(await ctx.tx((tx) => tx.messages.findMany({ where: { direction: 'note' }, select: { mentions: true } }))).toEqual([{ mentions: [seededStaff.kenji] }]);
  });
});

describe('a worker', () => {
  test('that is asked twice at once, and again after it died, lets an answer leave once', async () => {
    const ctx = await stage.newShop();
    const posted = await answer(ctx, await seedTicket(ctx), { afterwards: 'solved' });
    const work = { messageId: posted.is === 'waiting' ? posted.messageId : '', afterwards: 'solved' } as const;
    await sendReply(ctx, secret, work);
    expect(await ctx.tx((tx) => tx.outbox.count())).toBe(0);
    ctx.clock.offset += minute;
    await Promise.all([sendReply(ctx, secret, work), sendReply(ctx, secret, work), sendReply(ctx, secret, work)]);
    await sendReply(ctx, secret, work);
    expect(await stage.run(ctx)).toHaveLength(1);
    expect(await ctx.tx((tx) => tx.messages.count({ where: { direction: 'out' } }))).toBe(1);
  });

  test('and somebody who takes an answer back at the same moment agree on what became of it', async () => {
    const ctx = await stage.newShop();
    for (let round = 0; round < 6; round += 1) {
      const ticketId = await seedTicket(ctx);
      const posted = await answer(ctx, ticketId);
      const messageId = posted.is === 'waiting' ? posted.messageId : '';
      const later = { ...ctx, clock: { now: () => new Date(ctx.clock.now().getTime() + minute) } };
      const [, isBack] = await Promise.all([sendReply(later, secret, { messageId, afterwards: null }), withdraw(ctx, { messageId, by: seededStaff.mia })]);
      const kept = await ctx.tx((tx) => tx.messages.findFirstOrThrow({ where: { id: BigInt(messageId) }, select: { outbox_id: true, withdrawn_at: true } }));
      expect(kept.withdrawn_at !== null).toBe(isBack);
      expect(kept.outbox_id === null).toBe(isBack);
    }
  });
});
