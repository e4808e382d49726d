import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { hour, minute } from '../../app/kernel/time.ts';
import { deliverMessage, listMessages, messageDetail, queueMessage, type OutgoingMessage, type Transports } from '../../app/modules/outbox/index.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createMailer } from '../../app/platform/mail/mailer.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import { startMailServer } from './mail-server.ts';
import { openTestShops } from './shop-context.ts';

const { database, newShop } = await openTestShops();
const server = await startMailServer();
const mailer = createMailer({ smtpUrl: server.url, from: 'Nordlicht <care@example.com>', log: createLog('silent', 'test') });
const transports: Transports = { mailer, sms: null, metrics: createMetrics() };
let ctx = await newShop();

beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
  Object.assign(server.behaviour, { refuseRecipient: null, hangUpAfterBody: false, hangUpBeforeBody: false, delayMs: 0 });
});
afterAll(async () => {
  mailer.close();
  await database.close();
});

const message = (changes: Partial<OutgoingMessage> = {}): OutgoingMessage =>
  ({
    channel: 'email',
    kind: 'notices.shipped',
    reason: 'The parcel was handed to the carrier.',
    dedupeKey: 'shipped:1',
    to: 'Ada@Example.com',
    subject: 'On its way',
    text: 'Your parcel left.',
    html: null,
    locale: 'en',
    ...changes,
  }) as OutgoingMessage;

const queue = (changes: Partial<OutgoingMessage> = {}) => ctx.tx((tx) => queueMessage(tx, message(changes)));
const deliver = (id: string, by = ctx) => deliverMessage(by, transports, { id });
const stateOf = async (id: string) => (await messageDetail(ctx, id)).state;
const told = async () => (await ctx.tx((tx) => tx.journal.findMany({ orderBy: { id: 'asc' } }))).map(({ type }) => type);
const jobs = async () =>
  (
    await database.pool.query<{ key: string; run_at: Date }>(
      `select key, run_at from graphile_worker.jobs where key like $1 order by key`,
      [`${ctx.shop.id}:%`],
    )
  ).rows;

describe('queueing', () => {
  it('leaves nothing behind where the transaction fails', async () => {
    const failing = ctx.tx(async (tx) => {
      await queueMessage(tx, message());
      throw new Error('the order was refused');
    });
    await expect(failing).rejects.toThrow('the order was refused');
    expect([(await listMessages(ctx, {})).messages, await jobs()]).toEqual([[], []]);
  });

  it('of one dedupe key again is silently the first message', async () => {
    const first = await queue();
    const second = await queue({ text: 'Other words' });
    expect([first.isNew, second]).toEqual([true, { id: first.id, isNew: false }]);
    expect(await jobs()).toHaveLength(1);
  });

  it('of one dedupe key at the same moment makes one message', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => queue()));
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  it('of one key in two shops makes two messages', async () => {
    await queue();
    ctx = await newShop();
    expect((await queue()).isNew).toBe(true);
  });

  it('to something that is no address is kept as dropped, told, and never sent', async () => {
    const { id } = await queue({ to: 'ada at example' });
    await deliver(id);
    expect([await stateOf(id), await told(), await jobs(), server.received]).toEqual(['dropped', ['message.failed'], [], []]);
  });

  it('of an answer that somebody waits for goes before what nobody asked for', async () => {
    const notice = await queue({ dedupeKey: 'delivered', topic: 'parcel:1' });
    const code = await queue({ dedupeKey: 'code' });
    const { rows } = await database.pool.query<{ key: string }>('select key from graphile_worker._private_jobs where key like $1 order by priority, run_at, id', [`${ctx.shop.id}:%`]);
    expect(rows.map(({ key }) => key)).toEqual([`${ctx.shop.id}:outbox:${code.id}`, `${ctx.shop.id}:outbox:${notice.id}`]);
  });

  it('appoints the job for the time the message may leave', async () => {
    const sendAfter = new Date(Date.now() + hour);
    const { id } = await queue({ sendAfter });
    expect((await jobs()).map(({ run_at }) => run_at)).toEqual([sendAfter]);
    await deliver(id);
    expect([await stateOf(id), server.received]).toEqual(['queued', []]);
  });
});

describe('delivering', () => {
  it('sends once, remembers the provider\'s id and tells the story without the address', async () => {
    const { id } = await queue();
    await deliver(id);
    await deliver(id);
    const detail = await messageDetail(ctx, id);
    expect(detail).toMatchObject({ state: 'sent', attempts: 1, provider: 'smtp', recipient: 'ada@example.com' });
    expect(detail.providerId).toContain(`${ctx.shop.id}.${id}@`);
    expect(server.received).toHaveLength(1);
    const lines = await ctx.tx((tx) => tx.journal.findMany());
    expect(lines.map(({ type }) => type)).toEqual(['message.sent']);
    expect(JSON.stringify(lines.map(({ data }) => data))).not.toContain('ada@');
    expect((await jobs()).map(({ key }) => key)).not.toContain(`${ctx.shop.id}:outbox-claim:${id}`);
  });

  it('by two workers at once sends once', async () => {
    server.behaviour.delayMs = 150;
    const { id } = await queue();
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    expect([await stateOf(id), server.received.length]).toEqual(['sent', 1]);
  });

  it('puts a temporary failure back with a growing pause, and gives up after nine attempts', async () => {
    server.behaviour.refuseRecipient = { code: 451, text: 'later' };
    const { id } = await queue();
    await deliver(id);
    const first = await messageDetail(ctx, id);
    expect([first.state, Math.round((first.sendAfter.getTime() - Date.now()) / minute)]).toEqual(['queued', 1]);
    await deliver(id);
    expect((await messageDetail(ctx, id)).attempts).toBe(1);
    for (let attempt = 2; attempt <= 9; attempt++) {
      ctx.clock.offset = (await messageDetail(ctx, id)).sendAfter.getTime() - Date.now() + minute;
      await deliver(id);
    }
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'failed', attempts: 9 });
    expect(await told()).toEqual(['message.failed']);
  });

  it('arrives after a temporary failure', async () => {
    server.behaviour.refuseRecipient = { code: 451, text: 'later' };
    const { id } = await queue();
    await deliver(id);
    server.behaviour.refuseRecipient = null;
    ctx.clock.offset = 2 * minute;
    await deliver(id);
    expect([await stateOf(id), server.received.length, await told()]).toEqual(['sent', 1, ['message.sent']]);
  });

  it('does not try again what was refused for good', async () => {
    server.behaviour.refuseRecipient = { code: 550, text: 'no such user' };
    const { id } = await queue();
    await deliver(id);
    ctx.clock.offset = 24 * hour;
    await deliver(id);
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'failed', attempts: 1, outcome: expect.stringContaining('no such user') });
  });

  it('never sends again what may have arrived', async () => {
    server.behaviour.hangUpAfterBody = true;
    const { id } = await queue();
    await deliver(id);
    server.behaviour.hangUpAfterBody = false;
    ctx.clock.offset = 24 * hour;
    await deliver(id);
    expect([await stateOf(id), server.received.length, await told()]).toEqual(['unknown', 1, ['message.unknown']]);
  });

  it('fails an SMS where no provider is configured', async () => {
    const { id } = await queue({ channel: 'sms', to: '+49 151 23456789' });
    await deliver(id);
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'failed', recipient: '+4915123456789' });
  });
});

describe('a message that expires', () => {
  const soon = () => new Date(Date.now() + 10 * minute);

  it('is dropped with the reason when its turn comes too late, and never sent', async () => {
    const { id } = await queue({ expiresAt: soon() });
    ctx.clock.offset = 10 * minute;
    await deliver(id);
    await deliver(id);
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'dropped', outcome: 'It could not leave before it expired.' });
    expect([server.received, await told()]).toEqual([[], ['message.failed']]);
  });

  it('does not wait for an attempt that would come too late', async () => {
    server.behaviour.refuseRecipient = { code: 451, text: 'later' };
    const { id } = await queue({ expiresAt: new Date(Date.now() + 3 * minute) });
    await deliver(id);
    expect(await stateOf(id)).toBe('queued');
    ctx.clock.offset = 2 * minute;
    await deliver(id);
    expect(await messageDetail(ctx, id)).toMatchObject({ state: 'dropped', attempts: 2, outcome: expect.stringContaining('later') });
  });

  it('leaves in time like any other', async () => {
    const { id } = await queue({ expiresAt: soon() });
    await deliver(id);
    expect(await stateOf(id)).toBe('sent');
  });
});

describe('a secret', () => {
  const words = async (id: string) => (await ctx.tx((tx) => tx.outbox.findMany({ where: { id: BigInt(id) }, select: { text_body: true, html_body: true } })))[0];
  const secret = { secret: true, text: 'Your code is 493 817.', html: '<b>493 817</b>' } as const;
  const blank = { text_body: '', html_body: null };

  it('is told to its reader and to nobody else, and blanked once it left', async () => {
    const { id } = await queue(secret);
    const waiting = await messageDetail(ctx, id);
    await deliver(id);
    expect(waiting).toMatchObject({ secret: true, text: '', html: null });
    expect(server.received.map(({ raw }) => raw.includes(secret.text))).toEqual([true]);
    expect([await stateOf(id), await words(id)]).toEqual(['sent', blank]);
  });

  it('keeps its words while it may still leave, and loses them when it is dropped', async () => {
    server.behaviour.refuseRecipient = { code: 451, text: 'later' };
    const { id } = await queue({ ...secret, expiresAt: new Date(Date.now() + 3 * minute) });
    await deliver(id);
    expect(await words(id)).toEqual({ text_body: secret.text, html_body: secret.html });
    ctx.clock.offset = 4 * minute;
    await deliver(id);
    expect([await stateOf(id), await words(id)]).toEqual(['dropped', blank]);
  });

  it('is blanked where it cannot leave at all or nobody knows whether it did', async () => {
    const refused = await queue({ ...secret, to: 'ada at example' });
    server.behaviour.hangUpAfterBody = true;
    const unclear = await queue({ ...secret, dedupeKey: 'code:2' });
    await deliver(unclear.id);
    expect([await stateOf(refused.id), await words(refused.id)]).toEqual(['dropped', blank]);
    expect([await stateOf(unclear.id), await words(unclear.id)]).toEqual(['unknown', blank]);
  });
});
