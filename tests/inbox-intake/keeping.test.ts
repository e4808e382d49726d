import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hour, minute } from '#app/kernel/time.ts';
import { contextOf } from '../harness/shop-context.ts';
import { changeTicket, keepWaiting, messageFile, rawMessage } from '#app/modules/inbox/index.server.ts';
import { promiseSetting } from '#app/modules/inbox/promises/promise-setting.ts';
import { aMail } from '../inbox/mail-builder.ts';
import { inboxStage, support, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

describe('a mail that came is kept once', () => {
  test('however many addresses it came to and however often it was fetched', async () => {
    const before = await stage.counts();
    const first = await stage.mail({ from: 'thrice@customer.example', id: '<thrice@customer.example>', text: 'Where is it?', subject: 'To all three' });
    for (const envelope of [['sales@shop.example'], ['info@shop.example'], [support]]) {
      const again = await stage.mail({ from: 'thrice@customer.example', id: '<thrice@customer.example>', text: 'Where is it?', subject: 'To all three', envelopeTo: envelope, fields: [`Delivered-To: ${envelope[0]}`] });
      expect(again.message.id).toBe(first.message.id);
      expect(again.arrival.state).toBe('known');
    }
    const after = await stage.counts();
    expect(after).toEqual({ tickets: before.tickets + 1, messages: before.messages + 1, people: before.people + 1 });
  });

  test('and one that only borrows its id is not taken for it', async () => {
    const first = await stage.mail({ from: 'borrowed@customer.example', id: '<borrowed@customer.example>', text: 'The truth' });
    const other = await stage.mail({ from: 'mallory@evil.example', id: '<borrowed@customer.example>', text: 'Something else' });
    expect(other.message.id).not.toBe(first.message.id);
    expect(other.arrival.state).toBe('kept');
  });

  test('two without id and date are two, unless they are the same bytes', async () => {
    const bytes = (received: string) => Buffer.from(`X-Way: ${received}\r\nFrom: plain@customer.example\r\nSubject: Hi\r\n\r\nHello`);
    const ids = [await stage.arrive(bytes('1')), await stage.arrive(bytes('2')), await stage.arrive(bytes('1'))];
    for (const id of ids) await stage.keep(id);
    const [one, two, again] = await Promise.all(ids.map(stage.keptAs));
    expect(two?.message.id).not.toBe(one?.message.id);
    expect(again?.message.id).toBe(one?.message.id);
  });

  test('a job that is done again changes nothing', async () => {
    const first = await stage.mail({ from: 'again@customer.example' });
    const before = await stage.counts();
    await stage.keep(first.arrivalId);
    expect(await stage.counts()).toEqual(before);
  });

  test('what no job tries any more is tried again after a day, and nothing else is', async () => {
    const later = await stage.arrive(aMail({ from: 'waits@customer.example', text: 'Is anybody there?' }));
    const jobs = () => stage.database.pool.query<{ key: string }>(`select key from graphile_worker.jobs where task_identifier = 'inbox.keep-mail' order by key`).then(({ rows }) => rows.map(({ key }) => key));
    await keepWaiting(stage.ctx);
    expect(await jobs()).toEqual([]);
    stage.clock.offset += 25 * hour;
    await keepWaiting(stage.ctx);
    await keepWaiting(stage.ctx);
    expect(await jobs()).toEqual([`${stage.ctx.shop.id}:inbox.keep-mail:${later}`]);
    await stage.keep(later);
    expect((await stage.keptAs(later)).message.from_address).toBe('waits@customer.example');
  });

  test('also where two processes keep it at once', async () => {
    const before = await stage.counts();
    const bytes = aMail({ from: 'twice@customer.example', text: 'At once', fields: ['X-Twice: yes'] });
    const ids = [await stage.arrive(bytes), await stage.arrive(bytes)];
    const results = await Promise.allSettled(ids.map((id) => stage.keep(id)));
    // Whoever came second is told so, and finds it when tried again.
    for (const [at, { status }] of results.entries()) if (status === 'rejected') await stage.keep(ids[at] ?? '');
    const after = await stage.counts();
    expect(after).toEqual({ tickets: before.tickets + 1, messages: before.messages + 1, people: before.people + 1 });
    expect((await Promise.all(ids.map(stage.keptAs))).map(({ arrival }) => arrival.state).sort()).toEqual(['kept', 'known']);
  });

  test('and many at once do not stand in each other’s way', async () => {
    const before = await stage.counts();
    const mails = Array.from({ length: 24 }, (_, at) => aMail({ from: `at.once.${at % 8}@customer.example`, subject: `Number ${at}`, text: `Mail ${at}`, fields: [`X-At: ${at}`] }));
    const ids = await Promise.all(mails.map((bytes) => stage.arrive(bytes)));
    await Promise.all(ids.map((id) => stage.keep(id)));
    const after = await stage.counts();
    expect(after).toEqual({ tickets: before.tickets + 24, messages: before.messages + 24, people: before.people + 8 });
  });

  test('and what left from the shop itself does not come back as a customer’s', async () => {
    const first = await stage.mail({ from: 'loop@customer.example' });
    const ours = await stage.answer(first.ticket.id, { to: 'loop@customer.example', mailId: '<ours-loop@shop.example>' });
    const before = await stage.counts();
    const back = await stage.mail({ from: support, id: '<ours-loop@shop.example>', text: 'We look into it.' });
    expect(back.arrival.state).toBe('known');
    expect(back.message.id).toBe(ours.id);
    expect(await stage.counts()).toEqual(before);
  });
});

describe('spam', () => {
  const spam = { subject: 'CONGRATULATIONS!!! You WON $1,000,000 - claim your prize NOW', text: 'Dear winner, you have won the lottery. Click here to claim your inheritance of $1,000,000 via western union: http://203.0.113.9/claim.exe Viagra casino bitcoin doubling guaranteed' };
  const signs = ['Subject: FREE MONEY', 'X-Spam-Flag: YES', 'X-Spam-Status: Yes, score=15.0'];

  test('is kept apart, unanswered and read like any other', async () => {
    const { message, ticket } = await stage.mail({ from: 'winner@spam.example', ...spam, fields: signs });
    expect(message.spam_score).toBeGreaterThanOrEqual(5);
    expect(ticket.spam).toBe(true);
    expect(message.unanswered).toBe('spam');
    expect(message.spam_signs).toEqual(expect.arrayContaining(['provider', 'easy-money', 'numbered-links']));
  });

  test('is what lay in the spam folder of its mailbox, unless a customer wrote it; neither is ever acknowledged', async () => {
    await stage.ctx.tx(async (tx) => {
      await tx.customers.create({ data: { id: '903', created_at: stage.clock.now(), updated_at: stage.clock.now() } });
      await tx.customer_contacts.create({ data: { customer_id: '903', kind: 'email', value: 'buyer@letter.example', source: 'order' } });
    });
    const plain = { subject: 'A question', text: 'When do you open?', isJunk: true };
    const unknown = await stage.mail({ from: 'somebody@letter.example', ...plain });
    expect([unknown.ticket.spam, unknown.message.spam_signs, unknown.message.unanswered]).toEqual([true, ['provider'], 'spam']);
    const customer = await stage.mail({ from: 'buyer@letter.example', ...plain });
    expect([customer.ticket.spam, customer.message.spam_signs, customer.message.unanswered]).toEqual([false, [], 'spam']);
    const both = await stage.mail({ from: 'winner@spam.example', ...spam, fields: signs, isJunk: true });
    expect([both.message.spam_signs.filter((sign) => sign === 'provider').length, both.message.spam_signs.includes('easy-money')]).toEqual([1, true]);
    expect((await stage.mail({ from: 'buyer@letter.example', ...plain, subject: 'Another', vouched: 'no' })).ticket.spam).toBe(true);
  });

  test('is what somebody writes whose last mail staff put there, until they take one out again; a customer’s never is', async () => {
    const from = 'offers@letter.example';
    const decide = (ticketId: number, spam: boolean) => stage.ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { spam }, actor: '702', now: stage.clock.now() }));
    const next = async (sender = from) => ((stage.clock.offset += 2 * hour), stage.mail({ from: sender, subject: 'Our autumn catalogue', text: 'It is here.' }));
    const first = await next();
    expect(first.ticket.spam).toBe(false);
    expect(first.message.spam_signs).toEqual([]);
    await decide(first.ticket.id, true);
    const second = await next();
    expect(second.ticket.spam).toBe(true);
    expect(second.message).toMatchObject({ spam_signs: ['marked-before'], unanswered: 'spam' });
    expect((await next('others@letter.example')).ticket.spam).toBe(false);
    await decide(second.ticket.id, false);
    expect((await next()).ticket.spam).toBe(false);
    await stage.ctx.tx(async (tx) => {
      await tx.customers.create({ data: { id: '902', created_at: stage.clock.now(), updated_at: stage.clock.now() } });
      await tx.customer_contacts.create({ data: { customer_id: '902', kind: 'email', value: 'known@letter.example', source: 'order' } });
    });
    await decide((await next('known@letter.example')).ticket.id, true);
    expect((await next('known@letter.example')).ticket.spam).toBe(false);
  });

  test('is never what somebody writes in a conversation that they are in', async () => {
    const first = await stage.mail({ from: 'talks@customer.example', subject: 'Lottery fridge' });
    const next = await stage.mail({ from: 'talks@customer.example', ...spam, fields: [...signs, `In-Reply-To: ${first.message.mail_id}`] });
    expect(next.ticket).toMatchObject({ id: first.ticket.id, spam: false });
  });

  test('is never what a customer writes, unless the sender is known to be forged', async () => {
    await stage.ctx.tx(async (tx) => {
      await tx.customers.create({ data: { id: '901', created_at: stage.clock.now(), updated_at: stage.clock.now() } });
      await tx.customer_contacts.create({ data: { customer_id: '901', kind: 'email', value: 'buyer@customer.example', source: 'order' } });
    });
    expect((await stage.mail({ from: 'buyer@customer.example', ...spam, fields: signs })).ticket.spam).toBe(false);
    expect((await stage.mail({ from: 'buyer@customer.example', ...spam, text: 'Win even more', fields: signs, vouched: 'no' })).ticket.spam).toBe(true);
  });

  test('is no more what somebody writes whom staff took out of it', async () => {
    const first = await stage.mail({ from: 'saved@customer.example', ...spam, fields: signs });
    await stage.ctx.tx(async (tx) => {
      await tx.tickets.updateMany({ where: { id: first.ticket.id }, data: { spam: false } });
      await tx.ticket_events.create({ data: { ticket_id: first.ticket.id, type: 'spam', data: { is: false }, happened_at: stage.clock.now() } });
    });
    stage.clock.offset += 2 * hour;
    const next = await stage.mail({ from: 'saved@customer.example', ...spam, fields: signs });
    expect(next.ticket.spam).toBe(false);
  });
});

describe('what is kept of it', () => {
  test('its page without anything that runs or is fetched, its pictures as files of ours', async () => {
    const html = '<p onclick="x()">Hi<script>alert(1)</script><img src="https://spy.example/p.gif"><img src="cid:logo@x"><a href="javascript:x()">a</a></p>';
    const { message } = await stage.mail({ html, text: 'Hi', files: [{ name: '../../etc/passwd', content: 'root' }] });
    expect(message.html).not.toMatch(/script|onclick|javascript|src=/);
    expect(message.has_remote).toBe(true);
    const [file] = await stage.ctx.tx((tx) => tx.message_files.findMany({ where: { message_id: message.id } }));
    expect(file?.file).toMatch(/^shops\/\d+\/mail\/\d+-0\.bin$/);
    const answer = await messageFile(stage.ctx, stage.files, { id: file?.id ?? '', staffId: '701' });
    expect(await answer.text()).toBe('root');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect((await rawMessage(stage.ctx, stage.files, { id: String(message.id), staffId: '702' })).headers.get('content-disposition')).toMatch(/^attachment; .*\.eml/);
    const other = await stage.database.platform.shops.create({ data: { domain: 'other.myshopify.com', name: 'Other' } });
    const stranger = contextOf(stage.database, { id: other.id }, { clock: stage.clock });
    await expect(messageFile(stranger, stage.files, { id: file?.id ?? '', staffId: '701' })).rejects.toMatchObject({ status: 404 });
    await expect(rawMessage(stranger, stage.files, { id: String(message.id), staffId: '701' })).rejects.toMatchObject({ status: 404 });
    expect(await stage.ctx.tx((tx) => tx.ticket_readings.findMany({ where: { ticket_id: message.ticket_id }, orderBy: { staff_id: 'asc' }, select: { staff_id: true } }))).toEqual([{ staff_id: '701' }, { staff_id: '702' }]);
  });

  test('what it is about, how urgent, and its language', async () => {
    const fire = await stage.mail({ from: 'fire@customer.example', subject: 'Lampe', text: 'Die Lampe hat Feuer gefangen und ich habe mich verletzt. Bitte um Antwort.' });
    expect(fire.ticket).toMatchObject({ priority: 'urgent', priority_reason: 'safety', locale: 'de' });
    const late = await stage.mail({ from: 'late@customer.example', subject: '我的包裹', text: '物流显示已签收，但是我没有收到' });
    expect(late.ticket).toMatchObject({ category: 'shipping', priority: 'high', priority_reason: 'lost_parcel', locale: 'zh-CN' });
  });

  test('that it is from somebody the shop values, unless the sender is known to be forged', async () => {
    await stage.ctx.tx(async (tx) => {
      const usual = { first_reply: null, next_reply: null, resolution: null };
      const valued = { orders: 5, spent: null, tags: [], email: usual, form: usual, problem: usual, phone: usual, high: usual, urgent: usual };
      await tx.settings.create({ data: { name: promiseSetting.name, value: { ...promiseSetting.initial, valued } } });
      await tx.customers.create({ data: { id: '900', orders_count: 7, created_at: stage.clock.now(), updated_at: stage.clock.now() } });
      await tx.customer_contacts.create({ data: { customer_id: '900', kind: 'email', value: 'valued@customer.example', source: 'customer' } });
    });
    const good = await stage.mail({ from: 'valued@customer.example', subject: 'A gift', text: 'Can you wrap it?' });
    expect(good.ticket).toMatchObject({ priority: 'high', priority_reason: 'high_value' });
    const forged = await stage.mail({ from: 'valued@customer.example', subject: 'Another gift', text: 'Wrap it', vouched: 'no' });
    expect(forged.ticket.priority).toBe('normal');
  });

  test('when it was written is when it came: a clock of the sender’s moves nothing', async () => {
    const { message } = await stage.mail({ fields: ['X-Sender: x'] });
    expect(Math.abs(message.happened_at.getTime() - stage.clock.now().getTime())).toBeLessThan(minute);
  });

  test('signs that no database takes are left out, not the mail', async () => {
    const bytes = Buffer.from(aMail({ subject: 'Null =?utf-8?B?AEE=?= sign', text: 'a\0b \ud83d' }));
    const id = await stage.arrive(bytes);
    await stage.keep(id);
    expect((await stage.keptAs(id)).message.text).toContain('b');
  });

  test('nothing of it where its files could not be stored: trying again keeps all of it', async () => {
    const before = await stage.counts();
    const id = await stage.arrive(aMail({ from: 'store@customer.example', text: 'with a file', files: [{ name: 'a.txt', content: 'x' }] }));
    const put = stage.files.put;
    stage.files.put = () => Promise.reject(new Error('The store is away.'));
    await expect(stage.keep(id)).rejects.toThrow('away');
    stage.files.put = put;
    expect((await stage.counts()).messages).toBe(before.messages);
    await stage.keep(id);
    expect((await stage.counts()).messages).toBe(before.messages + 1);
  });
});
