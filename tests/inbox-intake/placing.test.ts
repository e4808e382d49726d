import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#app/kernel/time.ts';
import { splitTicket } from '#app/modules/inbox/index.server.ts';
import { addressWithToken, replyToken } from '#app/modules/inbox/replies/reply-token.ts';
import { inboxStage, secrets, support, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

const tokenAddress = (ticketId: number, sideId: string | null = null, shopId = stage.ctx.shop.id) => addressWithToken(support, replyToken(shopId, { ticketId, sideId }, secrets[0])) ?? '';
const eventsOf = (ticketId: number, type: string) => stage.ctx.tx((tx) => tx.ticket_events.findMany({ where: { ticket_id: ticketId, type } }));

describe('a mail finds its conversation', () => {
  test('by the token in the address it answers, which nobody else can write', async () => {
    const first = await stage.mail({ from: 'token@customer.example', subject: 'One' });
    const answered = await stage.mail({ from: 'token@customer.example', subject: 'Quite another matter', envelopeTo: [tokenAddress(first.ticket.id)] });
    expect(answered.ticket.id).toBe(first.ticket.id);
    expect(answered.message.placed_by).toBe('token');
    const forged = await stage.mail({ from: 'token@customer.example', subject: 'Forged', envelopeTo: [tokenAddress(first.ticket.id, null, stage.ctx.shop.id + 1)] });
    expect(forged.ticket.id).not.toBe(first.ticket.id);
  });

  test('by what it answers, where it is from the one whose conversation it is', async () => {
    const first = await stage.mail({ from: 'reference@customer.example', subject: 'Lamp' });
    await stage.answer(first.ticket.id, { to: 'reference@customer.example', mailId: '<ours-1@shop.example>' });
    const again = await stage.mail({ from: 'reference@customer.example', subject: 'other words', fields: ['In-Reply-To: <ours-1@shop.example>'] });
    expect(again.message).toMatchObject({ ticket_id: first.ticket.id, placed_by: 'reference' });
    expect(again.ticket).toMatchObject({ state: 'open', last_from: 'customer' });
  });

  test('by what it answers, where it is from somebody whom the shop wrote to in it', async () => {
    const first = await stage.mail({ from: 'partner-a@customer.example', subject: 'Sofa' });
    await stage.answer(first.ticket.id, { to: 'partner-b@customer.example', mailId: '<ours-2@shop.example>' });
    const other = await stage.mail({ from: 'partner-b@customer.example', subject: 'Re: Sofa', fields: ['References: <ours-2@shop.example>'] });
    expect(other.message).toMatchObject({ ticket_id: first.ticket.id, placed_by: 'reference', from_address: 'partner-b@customer.example' });
    expect(other.message.author_id).not.toBe(first.ticket.person_id);
    expect(other.message.warnings).toContain('other-sender');
  });

  test('by its subject, as a guess, where the same sender answers lately', async () => {
    const first = await stage.mail({ from: 'guess@customer.example', subject: 'Chair with a scratch' });
    const guessed = await stage.mail({ from: 'guess@customer.example', subject: 'AW: Re: Chair with a scratch' });
    expect(guessed.message).toMatchObject({ ticket_id: first.ticket.id, placed_by: 'guess' });
    stage.clock.offset += 15 * day;
    const late = await stage.mail({ from: 'guess@customer.example', subject: 'Re: Chair with a scratch' });
    expect(late.ticket.id).not.toBe(first.ticket.id);
  });

  test('and the ticket it was merged into', async () => {
    const first = await stage.mail({ from: 'merged@customer.example', subject: 'First half' });
    const second = await stage.mail({ from: 'merged@customer.example', subject: 'Second half' });
    await stage.ctx.tx((tx) => tx.tickets.updateMany({ where: { id: first.ticket.id }, data: { merged_into: second.ticket.id } }));
    const answered = await stage.mail({ from: 'merged@customer.example', subject: 'x', envelopeTo: [tokenAddress(first.ticket.id)] });
    expect(answered.ticket.id).toBe(second.ticket.id);
  });

  test('and the ticket that what it answers was split into, where its sender has a part in that', async () => {
    const from = 'split@customer.example';
    const first = await stage.mail({ from, subject: 'Lamp' });
    const second = await stage.mail({ from, subject: 'And the invoice', envelopeTo: [tokenAddress(first.ticket.id)] });
    await stage.answer(first.ticket.id, { to: from, mailId: '<ours-split@shop.example>' });
    const ours = await stage.ctx.tx((tx) => tx.messages.findFirstOrThrow({ where: { mail_id: '<ours-split@shop.example>' } }));
    const made = await stage.ctx.tx((tx) => splitTicket(tx, { ticketId: first.ticket.id, messageIds: [second.message.id, ours.id], subject: '', actor: null, now: stage.clock.now() }));
    const answer = { subject: 'Re: x', envelopeTo: [tokenAddress(first.ticket.id)] };
    expect((await stage.mail({ ...answer, from, fields: ['In-Reply-To: <ours-split@shop.example>'] })).ticket.id).toBe(made);
    expect((await stage.mail({ ...answer, from: 'somebody@else.example', fields: ['In-Reply-To: <ours-split@shop.example>'] })).ticket.id).toBe(first.ticket.id);
    expect((await stage.mail({ ...answer, from })).ticket.id).toBe(first.ticket.id);
  });

  test('beside the customer, where a third party answers what it was asked', async () => {
    const first = await stage.mail({ from: 'beside@customer.example', subject: 'Lost' });
    const sideId = randomUUID();
    await stage.answer(first.ticket.id, { to: 'claims@carrier.example', mailId: '<ours-side@shop.example>', sideId });
    const third = await stage.mail({ from: 'claims@carrier.example', subject: 'Re: claim', fields: ['In-Reply-To: <ours-side@shop.example>'] });
    expect(third.message).toMatchObject({ ticket_id: first.ticket.id, side_id: sideId, author: 'third' });
    const named = await stage.mail({ from: 'claims@carrier.example', subject: 'x', envelopeTo: [tokenAddress(first.ticket.id, sideId)] });
    expect(named.message).toMatchObject({ ticket_id: first.ticket.id, side_id: sideId, placed_by: 'token' });
    // From the very address that was asked; whoever else has the address of ours is told apart, the customer too.
    expect([third.message.warnings, named.message.warnings]).toEqual([[], []]);
    for (const from of ['someone-else@carrier.example', 'beside@customer.example']) {
      expect((await stage.mail({ from, subject: 'x', envelopeTo: [tokenAddress(first.ticket.id, sideId)] })).message.warnings).toEqual(['other-sender']);
    }
  });
});

describe('two people are never glued together', () => {
  test('a forged In-Reply-To of somebody else opens a ticket of its own, and staff see what it claims', async () => {
    const victim = await stage.mail({ from: 'victim@customer.example', subject: 'My refund' });
    await stage.answer(victim.ticket.id, { to: 'victim@customer.example', mailId: '<ours-v@shop.example>' });
    const forged = await stage.mail({ from: 'mallory@evil.example', subject: 'Re: My refund', fields: [`In-Reply-To: <ours-v@shop.example>`, `References: ${victim.message.mail_id} <ours-v@shop.example>`] });
    expect(forged.ticket.id).not.toBe(victim.ticket.id);
    expect(forged.ticket.person_id).not.toBe(victim.ticket.person_id);
    expect(forged.message.placed_by).toBe('new');
    expect(await eventsOf(forged.ticket.id, 'seems_to_answer')).toMatchObject([{ data: { ticketId: victim.ticket.id } }]);
  });

  test('whom a stranger only names among the recipients has no part in the conversation', async () => {
    const mallory = await stage.mail({ from: 'mallory@evil.example', subject: 'A trap', id: '<trap@evil.example>', fields: ['Cc: prey@customer.example'] });
    const carbon = await stage.mail({ from: 'prey@customer.example', subject: 'Re: A trap', fields: ['In-Reply-To: <trap@evil.example>'] });
    // Named in the copy by its owner: that much is the owner's to say; anybody else is not let in.
    expect(carbon.message.warnings).toContain('other-sender');
    const outsider = await stage.mail({ from: 'outsider@customer.example', subject: 'Re: A trap', fields: ['In-Reply-To: <trap@evil.example>'] });
    expect(outsider.ticket.id).not.toBe(mallory.ticket.id);
  });

  test('the same subject of another sender is another conversation', async () => {
    const one = await stage.mail({ from: 'same-1@customer.example', subject: 'Where is my order?' });
    const other = await stage.mail({ from: 'same-2@customer.example', subject: 'Re: Where is my order?' });
    expect(other.ticket.id).not.toBe(one.ticket.id);
  });

  test('a side conversation is not entered by answering the customer, nor the customer by answering it', async () => {
    const first = await stage.mail({ from: 'walls@customer.example', subject: 'Walls', id: '<walls@customer.example>' });
    const sideId = randomUUID();
    await stage.answer(first.ticket.id, { to: 'depot@carrier.example', mailId: '<ours-wall@shop.example>', sideId });
    const across = await stage.mail({ from: 'depot@carrier.example', subject: 'hm', fields: ['In-Reply-To: <walls@customer.example>'] });
    expect(across.ticket.id).not.toBe(first.ticket.id);
    const back = await stage.mail({ from: 'walls@customer.example', subject: 'hm', fields: ['In-Reply-To: <ours-wall@shop.example>'] });
    expect(back.message.side_id).toBeNull();
    expect(back.ticket.id).not.toBe(first.ticket.id);
  });

  test('mails that say no sender are of different people', async () => {
    const bytes = (text: string) => Buffer.from(`Subject: nobody\r\n\r\n${text}`);
    const ids = [await stage.arrive(bytes('one'), { from: '' }), await stage.arrive(bytes('two'), { from: '' })];
    for (const id of ids) await stage.keep(id);
    const [one, two] = await Promise.all(ids.map(stage.keptAs));
    expect(one?.ticket.person_id).not.toBe(two?.ticket.person_id);
  });

  test('whom a service or a list writes for from one address, and names for the answer, is not guessed into what it brought of another', async () => {
    const brought = async (name: string, subject = 'New submission') => (await stage.mail({ from: 'hello@forms.example', subject, fields: [`Reply-To: ${name}@customer.example`] })).ticket.id;
    const tickets = [await brought('first'), await brought('second'), await brought('third', 'Re: New submission')];
    expect(new Set(tickets).size).toBe(3);
    const own = { from: 'same@customer.example', subject: 'My own matter', fields: ['Reply-To: Same <SAME@customer.example>'] };
    expect((await stage.mail(own)).ticket.id).toBe((await stage.mail({ ...own, subject: 'Re: My own matter' })).ticket.id);
  });

  test('a sender known to be forged is not guessed into the conversation of whom it names', async () => {
    const first = await stage.mail({ from: 'forged@customer.example', subject: 'Bank details' });
    const forged = await stage.mail({ from: 'forged@customer.example', subject: 'Re: Bank details', vouched: 'no' });
    expect(forged.ticket.id).not.toBe(first.ticket.id);
    expect(forged.message.verified).toBe('no');
  });

  test('an answer asked for elsewhere goes to the sender all the same; only a form speaks for whom it names', async () => {
    const trick = await stage.mail({ from: 'Anna <anna@customer.example>', fields: ['Reply-To: mallory@evil.example'] });
    expect(trick.message.from_address).toBe('anna@customer.example');
    const form = await stage.mail({ from: 'Nordlicht <mailer@shopify.example>', fields: ['Reply-To: Bea <bea@customer.example>'] });
    expect(form.message).toMatchObject({ from_address: 'bea@customer.example', author_name: 'Bea', verified: 'unknown' });
  });
});
