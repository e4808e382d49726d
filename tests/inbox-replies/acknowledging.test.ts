import { expect, test } from 'vitest';
import { customerLocales } from '#app/kernel/locales.ts';
import { day, minute } from '#app/kernel/time.ts';
import { ackText } from '#app/modules/inbox/replies/receipt/ack-text.ts';
import { replySetting } from '#app/modules/inbox/replies/reply-setting.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { acknowledge, expectedReply } from '#app/modules/inbox/index.server.ts';
import { seedMessage, seedTicket } from '../inbox-stage.ts';
import { addOrder } from '../outbox/stage.ts';
import { answer, openReplyStage, secret } from './stage.ts';

const stage = await openReplyStage();

async function acknowledging() {
  const ctx = await stage.newShop();
  await changeSetting(ctx, replySetting, { value: { undoSeconds: 0, acknowledges: true }, version: 0, by: null });
  return ctx;
}

let count = 0;
const mail = (text: string, { from = 'ada@example.com', subject = 'My parcel' } = {}) => `From: Ada <${from}>\r\nTo: help@nordlicht.example\r\nSubject: ${subject}\r\nMessage-ID: <${(count += 1)}@example.com>\r\n\r\n${text}`;

test('whoever begins a conversation is told that it came in, its number, and by when an answer comes, behind their own mail', async () => {
  const ctx = await acknowledging();
  const ticketId = await stage.arrive(ctx, mail('Do you still have the blue one?'));
  const promised = await ctx.tx((tx) => expectedReply(tx, ctx.shop, { channel: 'email', now: ctx.clock.now() }));
  const [sent] = await stage.run(ctx);
  expect(sent).toMatchObject({ subject: 'Re: My parcel', inReplyTo: `<${count}@example.com>`, from: { address: 'help@nordlicht.example' } });
  expect(sent?.text).toContain(`is ticket ${ticketId}.`);
  expect(promised).not.toBeNull();
  const moment = new Intl.DateTimeFormat('en', { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone: ctx.shop.ianaTimezone }).format(promised ?? 0);
  expect(sent?.text).toContain(`${moment} Central European Time.`);
  // Nothing of a stranger's words goes out under the shop's name.
  expect(sent?.text).not.toContain('blue one');
  const ticket = await ctx.tx((tx) => tx.tickets.findFirstOrThrow());
  expect(ticket).toMatchObject({ state: 'new', first_reply_at: null, preview: 'Do you still have the blue one?', last_from: 'customer' });
  expect(await ctx.tx((tx) => tx.ticket_events.count({ where: { type: 'acknowledged' } }))).toBe(1);
});

test.each(customerLocales)('its number is none of an order’s, in %s', async (locale) => {
  const shop = { name: 'Nordlicht', primaryUrl: 'https://nordlicht.example', ianaTimezone: 'Europe/Berlin' };
  const said = ackText({ locale, shop, ticketId: 1001, expectedAt: null, orders: [], takesReturns: false });
  expect(said).toMatch(/(?:ticket|Anfrage|demande|consulta|caso|\u304a\u554f\u3044\u5408\u308f\u305b|\u5de5\u5355\u4e3a) 1001\b/);
  expect(said).not.toContain('#');
});

test('an order that the mail names is spoken of to its owner, and to nobody who only says so', async () => {
  const ctx = await acknowledging();
  await addOrder(ctx, '1001', { email: 'ada@example.com' });
  await ctx.tx((tx) => tx.$executeRaw`update orders set fingerprint = 'known'`);
  await stage.arrive(ctx, mail('Where is #1001?'), { vouched: 'yes' });
  expect((await stage.run(ctx))[0]?.text).toMatch(/#1001 here: https:\/\/\S+\/apps\/aftercare\/track\?key=/);
  await stage.arrive(ctx, mail('Where is #1001?', { from: 'eve@example.com' }), { vouched: 'yes' });
  expect((await stage.run(ctx))[0]?.text).not.toContain('#1001');
  const unvouched = await acknowledging();
  await addOrder(unvouched, '1001', { email: 'ada@example.com' });
  await unvouched.tx((tx) => tx.$executeRaw`update orders set fingerprint = 'known'`);
  await stage.arrive(unvouched, mail('Where is #1001?'));
  expect((await stage.run(unvouched))[0]?.text).not.toContain('#1001');
});

test('a conversation is acknowledged once, and not where somebody has answered', async () => {
  const ctx = await acknowledging();
  const ticketId = await stage.arrive(ctx, mail('First.'));
  expect(await stage.run(ctx)).toHaveLength(1);
  ctx.clock.offset += 90 * minute;
  await stage.arrive(ctx, mail('And another thing.'));
  expect(await stage.run(ctx)).toHaveLength(0);
  await answer(ctx, ticketId);
  await stage.run(ctx);
  ctx.clock.offset += 90 * minute;
  await stage.arrive(ctx, mail('Thank you.', { subject: 'Re: My parcel' }));
  expect(await stage.run(ctx)).toHaveLength(0);
  ctx.clock.offset += 20 * day;
  await stage.arrive(ctx, mail('Something else.', { subject: 'Another order' }));
  expect(await stage.run(ctx)).toHaveLength(1);
});

test('nothing is said by itself until the merchant wants it', async () => {
  const ctx = await stage.newShop();
  await stage.arrive(ctx, mail('Hello?'));
  expect(await stage.run(ctx)).toEqual([]);
});

test('it is in the language that its reader writes', async () => {
  const ctx = await acknowledging();
  await stage.arrive(ctx, mail('Guten Tag, wo bleibt meine Bestellung? Ich warte schon seit zwei Wochen auf das Paket und habe nichts gehört.', { subject: 'Bestellung' }));
  const text = (await stage.run(ctx))[0]?.text;
  expect(text).toContain('Danke für Ihre Nachricht');
  // So are the pages it leads to.
  expect(text).toMatch(/\/apps\/aftercare\/track\?locale=de\n/);
});

test('a conversation in which two write at once is told of itself once', async () => {
  const ctx = await acknowledging();
  for (let round = 0; round < 4; round += 1) {
    const ticketId = await seedTicket(ctx, { email: `ada${round}@example.com` });
    const said = await Promise.all([`bob${round}@example.com`, `eve${round}@example.com`].map((from) => seedMessage(ctx, ticketId, { text: 'And I.', from })));
    await Promise.all(said.map((messageId) => acknowledge(ctx, [secret], { messageId: String(messageId) })));
    expect(await ctx.tx((tx) => tx.messages.count({ where: { ticket_id: ticketId, kind: 'acknowledgement' } }))).toBe(1);
  }
});
