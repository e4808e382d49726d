import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inboxStage, support, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

const bounceOf = (mailId: string, to: string, status = '5.1.1'): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example', `To: ${support}`, 'Subject: Undelivered Mail Returned to Sender', `Message-ID: <b${mailId.replace(/\W/g, '')}@mx.example>`, 'Date: Sun, 22 Nov 2026 10:00:00 +0000', 'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'It could not be delivered.', '--b', 'Content-Type: message/delivery-status', '',
      'Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${to}`, 'Action: failed', `Status: ${status}`, `Diagnostic-Code: smtp; 550 ${status} nobody here`, '', '--b', 'Content-Type: message/rfc822', '',
      `Message-ID: ${mailId}`, `From: ${support}`, `To: ${to}`, 'Subject: Re: Lamp', '', 'We look into it.', '--b--', '',
    ].join('\r\n'),
  );

describe('what programs write', () => {
  test('a bounce stands at what bounced, and whoever answered has work again', async () => {
    const first = await stage.mail({ from: 'gone@customer.example', subject: 'Lamp' });
    const ours = await stage.answer(first.ticket.id, { to: 'gone@customer.example', mailId: '<ours-gone@shop.example>' });
    const id = await stage.arrive(bounceOf('<ours-gone@shop.example>', 'gone@customer.example'), { from: '' });
    await stage.keep(id);
    const { message, ticket } = await stage.keptAs(id);
    expect(message).toMatchObject({ kind: 'bounce', author: 'third', bounced_message_id: ours.id, unanswered: 'report' });
    expect(ticket).toMatchObject({ id: first.ticket.id, state: 'open' });
  });

  test('a bounce of an acknowledgement stands at it, and makes no work of what is solved', async () => {
    const first = await stage.mail({ from: 'gone-too@customer.example', subject: 'Shelf' });
    const ours = await stage.answer(first.ticket.id, { to: 'gone-too@customer.example', mailId: '<ours-receipt@shop.example>' });
    await stage.ctx.tx(async (tx) => {
      await tx.messages.updateMany({ where: { id: ours.id }, data: { kind: 'acknowledgement' } });
      await tx.tickets.updateMany({ where: { id: first.ticket.id }, data: { state: 'solved' } });
    });
    const id = await stage.arrive(bounceOf('<ours-receipt@shop.example>', 'gone-too@customer.example'), { from: '' });
    await stage.keep(id);
    const { message, ticket } = await stage.keptAs(id);
    expect([message.bounced_message_id, ticket.id, ticket.state]).toEqual([ours.id, first.ticket.id, 'solved']);
  });

  test('a bounce of what nobody here wrote is nobody’s work', async () => {
    const id = await stage.arrive(bounceOf('<never@elsewhere.example>', 'x@customer.example'), { from: '' });
    await stage.keep(id);
    const { message, ticket } = await stage.keptAs(id);
    expect(message.bounced_message_id).toBeNull();
    expect(ticket.state).toBe('closed');
    // By this the figures know what the app closed as it came.
    expect(ticket.closed_at).toEqual(ticket.created_at);
  });

  test('an out-of-office note stands in its conversation, wakes nobody and is not answered', async () => {
    const first = await stage.mail({ from: 'away@customer.example', subject: 'Table' });
    await stage.answer(first.ticket.id, { to: 'away@customer.example', mailId: '<ours-away@shop.example>' });
    const note = await stage.mail({ from: 'away@customer.example', subject: 'Automatic reply: Table', fields: ['Auto-Submitted: auto-replied', 'In-Reply-To: <ours-away@shop.example>'] });
    expect(note.message).toMatchObject({ ticket_id: first.ticket.id, kind: 'auto_reply' });
    expect(note.message.unanswered).not.toBeNull();
    expect(note.ticket).toMatchObject({ state: 'waiting_customer', last_from: 'shop', waiting_since: null });
  });

  test('two programs that write to each other end after a few turns', async () => {
    const first = await stage.mail({ from: 'robot@customer.example', subject: 'Round' });
    let last = first;
    for (let turn = 0; turn < 12; turn += 1) last = await stage.mail({ from: 'robot@customer.example', subject: 'Re: Round', fields: [`In-Reply-To: ${first.message.mail_id}`] });
    expect(first.message.unanswered).toBeNull();
    expect(last.message).toMatchObject({ ticket_id: first.ticket.id, unanswered: 'too-many' });
  });

  test.each(['no-reply@carrier.example', 'noreply+77@carrier.example', 'DoNotReply@carrier.example'])('%s says itself that nobody reads there: it is not answered', async (from) => {
    expect((await stage.mail({ from, subject: 'Your package is on the way!' })).message.unanswered).toBe('no-reply');
  });

  test('a thousand new subjects of one sender do not bury the list, and none is lost', async () => {
    const before = await stage.counts();
    for (let at = 0; at < 30; at += 1) await stage.mail({ from: 'flood@customer.example', subject: `Number ${at} of many` });
    const after = await stage.counts();
    expect(after.messages - before.messages).toBe(30);
    expect(after.tickets - before.tickets).toBe(20);
    const answerable = await stage.ctx.tx((tx) => tx.messages.count({ where: { from_address: 'flood@customer.example', unanswered: null } }));
    expect(answerable).toBeLessThanOrEqual(10);
  });
});
