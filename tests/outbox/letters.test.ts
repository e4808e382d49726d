import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { bouncedSince, deliverMessage, queueMessage, recordProviderEvent, suppress, type Letter } from '#app/modules/outbox/index.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { notice, setOutboxStage } from './stage.ts';

const { database, newShop, server, transports, fate } = await setOutboxStage();
const ctx = await newShop('Nordlicht & Co');
const files = createDiskStore(await mkdtemp(join(tmpdir(), 'letters-')));

const plain: Letter = { from: { name: 'Mia', address: 'help@nordlicht.example' }, cc: [], messageId: '<t1-abc.1@nordlicht.example>', files: [], byHand: true };

async function send(dedupeKey: string, letter: Partial<Letter> = {}, headers: Record<string, string> = {}) {
  const { id } = await ctx.tx((tx) => queueMessage(tx, notice({ channel: 'email', kind: 'inbox.reply', dedupeKey, letter: { ...plain, ...letter }, headers })));
  const before = server.received.length;
  await deliverMessage(ctx, { ...transports, files }, { id });
  return { id, arrived: server.received.slice(before) };
}

async function parsed(raw: string) {
  return PostalMime.parse(raw);
}

describe('a letter', () => {
  beforeAll(() => files.put('shops/1/inbox/a.pdf', Buffer.from('%PDF-1.4 a label'), 'application/pdf'));

  test('leaves under its own Message-ID, name and threading, whatever address it leaves from', async () => {
    const { arrived } = await send('one', {}, { 'In-Reply-To': '<asked@example.com>', References: '<first@example.com> <asked@example.com>', 'Reply-To': 'help+t1-abc@nordlicht.example' });
    const mail = await parsed(arrived[0]?.raw ?? '');
    expect(mail).toMatchObject({ messageId: '<t1-abc.1@nordlicht.example>', inReplyTo: '<asked@example.com>', references: '<first@example.com> <asked@example.com>', from: { name: 'Mia' } });
    expect(mail.replyTo?.map(({ address }) => address)).toEqual(['help+t1-abc@nordlicht.example']);
  });

  test('reaches whoever gets a copy, and its files go with it under their names', async () => {
    const { arrived } = await send('two', { cc: ['grace@example.com'], files: [{ file: 'shops/1/inbox/a.pdf', filename: '../Rücksende"label.pdf', type: 'application/pdf' }] });
    expect(arrived.map(({ to }) => to)).toEqual([['ada@example.com', 'grace@example.com']]);
    const mail = await parsed(arrived[0]?.raw ?? '');
    expect(mail.cc?.map(({ address }) => address)).toEqual(['grace@example.com']);
    expect(mail.attachments.map(({ filename, mimeType, content }) => ({ filename, mimeType, words: Buffer.from(content as ArrayBuffer).toString() }))).toEqual([{ filename: '.._Rücksende_label.pdf', mimeType: 'application/pdf', words: '%PDF-1.4 a label' }]);
  });

  test('of which a copy is refused has left, and one that reached its copies alone has not', async () => {
    server.behaviour.refuseRecipient = { code: 550, text: '5.1.1 no such user' };
    server.behaviour.refused = ['grace@example.com'];
    const { id: arrived } = await send('copy-refused', { cc: ['grace@example.com'], messageId: '<t7-abc.1@nordlicht.example>' });
    expect(await fate(ctx, arrived)).toMatchObject({ state: 'sent' });
    server.behaviour.refused = ['bob@example.com'];
    const { id } = await ctx.tx((tx) => queueMessage(tx, notice({ channel: 'email', dedupeKey: 'only-copies', to: 'bob@example.com', letter: { ...plain, cc: ['grace@example.com'] } })));
    await deliverMessage(ctx, transports, { id });
    server.behaviour.refuseRecipient = null;
    server.behaviour.refused = [];
    expect(await fate(ctx, id)).toMatchObject({ state: 'failed', outcome: expect.stringContaining('no such user') });
  });

  test('whose copy comes back has arrived all the same: only the copy’s address is not written to again', async () => {
    const { id } = await send('copy-bounced', { cc: ['gone@example.com'], messageId: '<t8-abc.1@nordlicht.example>' });
    await ctx.tx((tx) => recordProviderEvent(tx, { provider: 'smtp', providerId: '<t8-abc.1@nordlicht.example>', event: 'bounced', at: ctx.clock.now(), detail: 'No such user', recipients: ['Gone@example.com'] }));
    expect((await ctx.tx((tx) => tx.outbox.findFirstOrThrow({ where: { id: BigInt(id) } }))).bounced_at).toBeNull();
    expect(await ctx.tx((tx) => bouncedSince(tx, 'gone@example.com'))).not.toBeNull();
    expect(await ctx.tx((tx) => bouncedSince(tx, 'ada@example.com'))).toBeNull();
  });

  test('that a person wrote leaves to who wants no more by itself, and not to where nobody is', async () => {
    const write = async (to: string, byHand: boolean) => {
      const { id } = await ctx.tx((tx) => queueMessage(tx, notice({ channel: 'email', dedupeKey: `${to} ${byHand}`, to, letter: { ...plain, byHand } })));
      await deliverMessage(ctx, transports, { id });
      return (await fate(ctx, id)).state;
    };
    const at = ctx.clock.now();
    await ctx.tx((tx) => suppress(tx, { channel: 'email', address: 'stop@example.com', cause: 'stopped', at }));
    await ctx.tx((tx) => suppress(tx, { channel: 'email', address: 'spam@example.com', cause: 'complained', at }));
    await ctx.tx((tx) => suppress(tx, { channel: 'email', address: 'dead@example.com', cause: 'bounced', at }));
    expect([await write('stop@example.com', true), await write('spam@example.com', true), await write('dead@example.com', true)]).toEqual(['sent', 'sent', 'dropped']);
    expect([await write('stop@example.com', false), await write('spam@example.com', false)]).toEqual(['dropped', 'dropped']);
  });

  test('leaves with its words as they were written: what stands for a key of ours in what it quotes becomes none', async () => {
    const quoted = 'https://nordlicht.example/apps/aftercare/t?s=key-of-this-message-0 and https://preferences.invalid/';
    const { id } = await ctx.tx((tx) => queueMessage(tx, notice({ channel: 'email', kind: 'inbox.reply', dedupeKey: 'quoted', orderId: null, letter: { ...plain, messageId: '<t9-abc.1@nordlicht.example>' }, text: `> ${quoted}`, html: `<blockquote>${quoted}</blockquote>` })));
    const before = server.received.length;
    await deliverMessage(ctx, { ...transports, files, optOut: { secret: 'shhh', appUrl: 'https://app.example' } }, { id });
    const mail = await parsed(server.received.slice(before)[0]?.raw ?? '');
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual([`> ${quoted}`, `<blockquote>${quoted}</blockquote>`]);
  });

  test('whose file is gone does not leave without it', async () => {
    const { id, arrived } = await send('three', { files: [{ file: 'shops/1/inbox/gone.pdf', filename: 'gone.pdf', type: 'application/pdf' }] });
    expect(arrived).toEqual([]);
    expect(await fate(ctx, id)).toMatchObject({ state: 'failed', outcome: 'A file that goes with it is not there any more.' });
  });

  test('with a Message-ID or a copy that could add a line is refused', async () => {
    const { id } = await send('four', { messageId: '<a@b>\r\nBcc: eve@example.com' });
    expect(await fate(ctx, id)).toMatchObject({ state: 'failed' });
    const { id: copied, arrived } = await send('five', { cc: ['eve@example.com\r\nX: y'] });
    expect(arrived).toEqual([]);
    expect(await fate(ctx, copied)).toMatchObject({ state: 'failed' });
  });

  test('has whoever wrote it told once it left, and again as it comes back', async () => {
    const told = async (id: string) => (await database.pool.query<{ key: string }>('select key from graphile_worker.jobs where key = $1', [`${ctx.shop.id}:outbox.letter-moved:${id}`])).rowCount;
    const { id } = await send('six', { messageId: '<t6-abc.1@nordlicht.example>' });
    expect(await told(id)).toBe(1);
    await database.pool.query('delete from graphile_worker._private_jobs');
    await ctx.tx((tx) => recordProviderEvent(tx, { provider: 'smtp', providerId: '<t6-abc.1@nordlicht.example>', event: 'bounced', at: ctx.clock.now(), detail: 'No such user' }));
    expect(await told(id)).toBe(1);
    const notices = await ctx.tx((tx) => queueMessage(tx, notice({ dedupeKey: 'seven', to: 'grace@example.com' })));
    await deliverMessage(ctx, transports, { id: notices.id });
    expect(await told(notices.id)).toBe(0);
  });
});
