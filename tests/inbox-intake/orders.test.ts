import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unlinkOrder } from '#app/modules/inbox/beside/link-named-order.server.ts';
import { keepProblem } from '#app/modules/inbox/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { mailSeal } from '#app/modules/outbox/mail-seal.ts';
import { reportProblem } from '#app/modules/problems/index.server.ts';
import { fulfillment, line, order } from '../orders/snapshots.ts';
import { photo } from '../problems/stage.ts';
import { limits } from './contact-visit.ts';
import { inboxStage, secrets, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
  const placed = (id: string, name: string, email: string, number: string) => {
    const lines = [line(`${id}1`)];
    return order({ id, facts: { name, email }, lines, fulfillments: [{ ...fulfillment({ id: `9${id}`, orderId: id, numbers: [number] }), lines: [{ order_line_id: `${id}1`, quantity: 2 }] }] });
  };
  await stage.ctx.tx((tx) =>
    applyOrders(tx, stage.ctx.shop, [placed('5001', '#5001', 'anna@customer.example', '1Z999AA10123456784'), placed('5002', '#5002', 'bert@customer.example', '00340434161094022115')], stage.clock.now()),
  );
});
afterAll(() => stage.close());

const about = (ticketId: number) =>
  stage.ctx.tx(async (tx) => ({
    linked: (await tx.ticket_orders.findMany({ where: { ticket_id: ticketId } })).map(({ order_id, reason }) => [order_id, reason]),
    named: (await tx.ticket_events.findMany({ where: { ticket_id: ticketId, type: 'order_named' } })).map(({ data }) => data),
  }));

describe('an order that a mail names', () => {
  test.each([
    ['#5001', 'Where is #5001?'],
    ['a plain number', 'I mean 5001, thanks'],
    ['order 5001', 'Meine Bestellung Nr. 5001 fehlt'],
    ['订单5001', '我的订单5001还没到'],
  ])('as %s is linked where it is the writer’s own', async (_, text) => {
    const { ticket } = await stage.mail({ from: 'anna@customer.example', subject: `Question ${randomUUID()}`, text });
    expect(await about(ticket.id)).toEqual({ linked: [['5001', 'named']], named: [] });
  });

  test.each([['1Z999AA10123456784'], ['1Z 999 AA1 0123 4567 84'], ['1z-999-aa1-0123456784']])('by its parcel’s number %s, too', async (number) => {
    const { ticket } = await stage.mail({ from: 'anna@customer.example', subject: `Parcel ${randomUUID()}`, text: `My parcel ${number} is lost` });
    expect(await about(ticket.id)).toEqual({ linked: [['5001', 'tracking_number']], named: [] });
  });

  test('of somebody else is told to staff and linked to nobody', async () => {
    const { ticket } = await stage.mail({ from: 'mallory@evil.example', subject: 'Give me order #5001', text: 'and its parcel 1Z999AA10123456784' });
    expect(await about(ticket.id)).toEqual({ linked: [], named: [{ orderId: '5001' }] });
  });

  test('is not the writer’s own under a sender that is known to be forged', async () => {
    const { ticket } = await stage.mail({ from: 'anna@customer.example', subject: 'Order #5001', text: 'Send it to my new address', vouched: 'no' });
    expect(await about(ticket.id)).toEqual({ linked: [], named: [{ orderId: '5001' }] });
  });

  test('is not linked again where staff said that it is not what the ticket is about, however often its subject names it', async () => {
    const from = 'anna@customer.example';
    const { ticket } = await stage.mail({ from, subject: 'About my #5001', text: 'Is it blue?' });
    expect((await about(ticket.id)).linked).toEqual([['5001', 'named']]);
    await stage.ctx.tx((tx) => unlinkOrder(tx, { ticketId: ticket.id, orderId: '5001', by: '7', now: stage.clock.now() }));
    expect((await stage.mail({ from, subject: 'Re: About my #5001', text: 'Hello?' })).ticket.id).toBe(ticket.id);
    expect(await about(ticket.id)).toEqual({ linked: [], named: [] });
  });

  test('is not what every number means that happens to be one', async () => {
    const { ticket } = await stage.mail({ from: 'carla@customer.example', subject: 'Size', text: 'My street is 5002 Main Road and I was born in 1985.' });
    expect(await about(ticket.id)).toEqual({ linked: [], named: [] });
  });
});

describe('an answer to a notice', () => {
  const noticeTo = (to: string, orderId: string) =>
    stage.ctx.tx(async (tx) => {
      const dedupeKey = randomUUID();
      await queueMessage(tx, { channel: 'email', kind: 'notices.shipped', reason: 'test', dedupeKey, to, orderId, customerId: null, locale: 'en', subject: 'On its way', text: 'It is on its way.', html: null });
      const row = await tx.outbox.findFirstOrThrow({ where: { dedupe_key: dedupeKey } });
      return `<${stage.ctx.shop.id}.${row.id}@shop.example>`;
    });

  test('is about the order it told of, and joins what its reader already asked about it', async () => {
    const id = await noticeTo('bert@customer.example', '5002');
    const first = await stage.mail({ from: 'bert@customer.example', subject: 'Re: On its way', text: 'To which address?', fields: [`In-Reply-To: ${id}`] });
    expect((await about(first.ticket.id)).linked).toEqual([['5002', 'named']]);
    const other = await noticeTo('bert@customer.example', '5002');
    const next = await stage.mail({ from: 'bert@customer.example', subject: 'Re: Delivered today', text: 'It is not here', fields: [`In-Reply-To: ${other}`] });
    expect(next.message).toMatchObject({ ticket_id: first.ticket.id, placed_by: 'guess' });
  });

  test('of somebody else is about nothing: its id can be guessed', async () => {
    const id = await noticeTo('anna@customer.example', '5001');
    const { ticket } = await stage.mail({ from: 'mallory@evil.example', subject: 'Re: On its way', text: 'Hm', fields: [`In-Reply-To: ${id}`] });
    expect(await about(ticket.id)).toEqual({ linked: [], named: [] });
  });

  test('that says it bounced is believed where it bears the seal of its mail and names whom that went to', async () => {
    const outboxIdOf = (id: string) => BigInt(/\.(\d+)[.@]/.exec(id)?.[1] ?? '0');
    const sealed = (id: string) => id.replace('@', `.${mailSeal(stage.ctx.shop.id, outboxIdOf(id), secrets[0])}@`);
    const bounce = (mailId: string, to: string) =>
      Buffer.from(
        ['From: MAILER-DAEMON@mx.example', 'To: help@shop.example', 'Subject: Undelivered Mail', `Message-ID: <${randomUUID()}@mx.example>`, 'Date: Sun, 22 Nov 2026 10:00:00 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', 'Content-Type: text/plain', '', 'Not delivered.', '--b',
          'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example', '', `Final-Recipient: rfc822; ${to}`, 'Action: failed', 'Status: 5.1.1', '', '--b', 'Content-Type: message/rfc822', '', `Message-ID: ${mailId}`, `To: ${to}`, 'Subject: On its way', '', 'x', '--b--', ''].join('\r\n'),
      );
    const fate = async (mailId: string, to: string) => {
      await stage.ctx.tx((tx) => tx.outbox.updateMany({ where: { id: outboxIdOf(mailId) }, data: { state: 'sent', sent_at: stage.clock.now() } }));
      await stage.keep(await stage.arrive(bounce(mailId, to), { from: '' }));
      return (await stage.ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: outboxIdOf(mailId) } }))).bounced_at;
    };
    expect(await fate(sealed(await noticeTo('gone@customer.example', '5002')), 'gone@customer.example')).not.toBeNull();
    expect(await fate(sealed(await noticeTo('bert@customer.example', '5002')), 'other@customer.example')).toBeNull();
    const guessed = await noticeTo('bert@customer.example', '5002');
    expect(await fate(guessed, 'bert@customer.example')).toBeNull();
    expect(await fate(sealed(guessed).replace(/[0-9a-f]@/, 'g@'), 'bert@customer.example')).toBeNull();
  });
});

test('what is reported of an order is a ticket of its customer, once, with its photos', async () => {
  const report = { orderId: '5002', shipmentId: null, kind: 'damaged', wish: '', lines: [{ lineId: '50021', quantity: 1 }], words: 'The heel has a hole.', photos: [new Uint8Array(await photo())], locale: 'de', idempotencyKey: randomUUID(), visitor: randomUUID() };
  const reported = await reportProblem(stage.ctx, report, { limits, files: stage.files, secrets });
  if (reported.state !== 'reported') throw new Error('It was not reported.');
  const before = await stage.counts();
  for (let turn = 0; turn < 2; turn += 1) await keepProblem(stage.ctx, stage.files, { reportId: reported.id });
  expect((await stage.counts()).tickets).toBe(before.tickets + 1);
  const { message, ticket, files } = await stage.ctx.tx(async (tx) => {
    const found = await tx.messages.findFirstOrThrow({ where: { channel: 'problem' } });
    return { message: found, ticket: await tx.tickets.findFirstOrThrow({ where: { id: found.ticket_id } }), files: await tx.message_files.findMany({ where: { message_id: found.id } }) };
  });
  expect(message).toMatchObject({ from_address: 'bert@customer.example', verified: 'yes', unanswered: 'report' });
  expect(message.text).toContain('2 × Wool socks'.replace('2', '1'));
  expect(message.text).toContain('The heel has a hole.');
  expect(ticket).toMatchObject({ channel: 'problem', category: 'product', locale: 'de' });
  expect((await about(ticket.id)).linked).toEqual([['5002', 'form']]);
  expect(files).toHaveLength(1);
  expect(stage.files.held.has(files[0]?.file ?? '')).toBe(true);
  const answered = await stage.mail({ from: 'bert@customer.example', subject: `Re: ${ticket.subject}`, text: 'Any news?' });
  expect(answered.ticket.id).toBe(ticket.id);
});
