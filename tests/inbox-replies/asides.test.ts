import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { tellAnew } from '#app/modules/inbox/keeping/forget-elsewhere.server.ts';
import { saidIn } from '#app/modules/inbox/merging/said-in.server.ts';
import { changeTicket, draftsOf, readReplyToken, readTicketRow, replyAside, sidesOf, withdraw, writeAside } from '#app/modules/inbox/index.server.ts';
import { seededStaff, seedMessage, seedTicket } from '../inbox-stage.ts';
import { newest, openReplyStage, secret } from './stage.ts';

const stage = await openReplyStage();
const carrier = 'claims@carrier.example';

const begin = (ctx: Awaited<ReturnType<typeof stage.newShop>>, ticketId: number, more: Partial<Parameters<typeof writeAside>[1]> = {}) =>
  writeAside(ctx, { ticketId, by: seededStaff.mia, requestKey: randomUUID(), to: carrier, subject: 'Parcel 123', text: 'Where is it?', ...more });

describe('a conversation beside the ticket', () => {
  test('of which nothing is said is none', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    expect(await writeAside(ctx, { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: ' ', to: 'desk@carrier.example' })).toEqual({ is: 'refused', why: 'empty' });
    expect(await ctx.tx((tx) => tx.side_conversations.count())).toBe(0);
  });

  test('leaves under a name of its own, lets the ticket wait for the third party, and tells the customer nothing', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const asked = { ticketId, by: seededStaff.mia, requestKey: randomUUID(), to: carrier, subject: 'Parcel 123', text: 'Where is it?', afterwards: 'waiting_third' as const };
    await Promise.all([writeAside(ctx, asked), writeAside(ctx, asked)]);
    ctx.clock.offset += minute;
    const [mail, ...more] = await stage.run(ctx);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ rcpt: [carrier], subject: 'Parcel 123' });
    expect(mail?.inReplyTo).toBeUndefined();
    const [side, ...others] = await ctx.tx((tx) => sidesOf(tx, [ticketId]));
    expect(others).toEqual([]);
    expect(readReplyToken(mail?.messageId ?? '', { shopId: ctx.shop.id, secrets: [secret] })).toEqual({ ticketId, sideId: side?.id });
    expect(await ctx.tx((tx) => readTicketRow(tx, ticketId))).toMatchObject({ state: 'waiting_third', firstReplyAt: null });
    expect((await ctx.tx((tx) => readTicketRow(tx, ticketId)))?.waitingSince).not.toBeNull();
  });

  test('goes on where its other end answers, which is the ticket’s work again; whoever has not seen that is refused', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await begin(ctx, ticketId, { afterwards: 'waiting_third' });
    ctx.clock.offset += minute;
    await stage.run(ctx);
    const seen = await newest(ctx, ticketId);
    const [side] = await ctx.tx((tx) => sidesOf(tx, [ticketId]));
    const sideId = side?.id ?? '';
    await seedMessage(ctx, ticketId, { text: 'It is lost.', sideId, author: 'third', from: 'someone@carrier.example', mailId: '<c1@carrier.example>', subject: 'AW: Parcel 123', authorName: 'Carrier' });
    expect(await ctx.tx((tx) => readTicketRow(tx, ticketId))).toMatchObject({ state: 'open' });
    const next = { ticketId, sideId, by: seededStaff.mia, text: 'Please pay.' };
    expect(await replyAside(ctx, { ...next, requestKey: randomUUID(), seen })).toMatchObject({ is: 'collision', news: [{ text: 'It is lost.' }] });
    await replyAside(ctx, { ...next, requestKey: randomUUID(), seen: await newest(ctx, ticketId) });
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    expect(mail).toMatchObject({ rcpt: ['someone@carrier.example'], subject: 'AW: Parcel 123', inReplyTo: '<c1@carrier.example>' });
    expect(mail?.text).toContain('> It is lost.');
  });

  test.each(['waiting_customer', 'snoozed', 'solved'] as const)('is somebody’s work again where it is answered, also where its ticket is %s meanwhile', async (state) => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    await begin(ctx, ticketId, { afterwards: 'waiting_third' });
    ctx.clock.offset += minute;
    await stage.run(ctx);
    await ctx.tx((tx) => changeTicket(tx, { ticketId, changes: { state, ...(state === 'snoozed' ? { snoozedUntil: new Date(ctx.clock.now().getTime() + minute) } : {}) }, actor: seededStaff.mia, now: ctx.clock.now() }));
    const [side] = await ctx.tx((tx) => sidesOf(tx, [ticketId]));
    const answer = { sideId: side?.id ?? '', author: 'third', from: carrier } as const;
    await seedMessage(ctx, ticketId, { ...answer, text: 'We are closed.', kind: 'auto_reply' });
    expect(await ctx.tx((tx) => readTicketRow(tx, ticketId))).toMatchObject({ state });
    await seedMessage(ctx, ticketId, { ...answer, text: 'It is lost.' });
    expect(await ctx.tx((tx) => readTicketRow(tx, ticketId))).toMatchObject({ state: 'open', snoozedUntil: null, solvedAt: null });
  });

  test('is not what the list shows of the conversation with the customer', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { text: 'Where is my parcel?' });
    await begin(ctx, ticketId);
    ctx.clock.offset += minute;
    await stage.run(ctx);
    const [side] = await ctx.tx((tx) => sidesOf(tx, [ticketId]));
    await seedMessage(ctx, ticketId, { text: 'It is lost.', sideId: side?.id ?? '', author: 'third', from: carrier });
    const shown = () => ctx.tx(async (tx) => [(await tx.tickets.findFirstOrThrow({ where: { id: ticketId }, select: { preview: true } })).preview, (await saidIn(tx, ticketId)).preview]);
    expect(await shown()).toEqual(['Where is my parcel?', 'Where is my parcel?']);
    await ctx.tx((tx) => tellAnew(tx, [ticketId]));
    expect((await shown())[0]).toBe('Where is my parcel?');
  });

  test('may begin with a mail that is passed on, with its words and files', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { text: 'It arrived broken.', name: 'Ada Byron' });
    const forwards = await newest(ctx, ticketId);
    await stage.files.put('shops/1/mail/photo.bin', Buffer.from('a photo'), 'image/jpeg');
    await ctx.tx((tx) => tx.message_files.createMany({ data: [
      { id: randomUUID(), message_id: BigInt(forwards ?? 0), position: 0, filename: 'broken.jpg', type: 'image/jpeg', size: 7, sha256: '', file: 'shops/1/mail/photo.bin' },
      { id: randomUUID(), message_id: BigInt(forwards ?? 0), position: 1, filename: 'logo.png', type: 'image/png', size: 7, sha256: '', file: 'shops/1/mail/logo.bin', content_id: 'logo' },
      { id: randomUUID(), message_id: BigInt(forwards ?? 0), position: 2, filename: 'inside.jpg', type: 'image/jpeg', size: 2_000_000, sha256: '', file: 'shops/1/mail/photo.bin', content_id: 'inside' },
    ] }));
    await begin(ctx, ticketId, { forwards, subject: null, text: '' });
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    expect(mail?.subject).toBe('Fwd: Where is my parcel?');
    expect(mail?.text).toContain('Ada Byron <ada@example.com>');
    expect(mail?.text).toContain('It arrived broken.');
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['broken.jpg', 'inside.jpg']);
  });

  test.each([['en', 'Forwarded message', 'From: Ada', 'Date: November', ' wrote:'], ['de', 'Weitergeleitete Nachricht', 'Von: Ada', 'November', ' schrieb']])('is in the language of the shop (%s), whatever its customer speaks', async (locale, ...[forwarded, from, date, wrote]) => {
    const opened = await stage.newShop();
    const ctx = { ...opened, shop: { ...opened.shop, locales: [locale, 'fr'] } };
    const ticketId = await seedTicket(ctx, { text: 'Kaputt.', name: 'Ada Byron' });
    await ctx.tx((tx) => tx.$executeRaw`with t as (update tickets set locale = 'fr' where id = ${ticketId}) update messages set locale = 'fr', happened_at = '2026-11-20T10:00:00Z'`);
    await begin(ctx, ticketId, { forwards: await newest(ctx, ticketId) });
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    for (const words of [forwarded, from, date]) expect(mail?.text).toContain(words);
    expect(mail?.html).toContain(`<html lang="${locale}"`);
    const [side] = await ctx.tx((tx) => sidesOf(tx, [ticketId]));
    await seedMessage(ctx, ticketId, { text: 'Il est perdu.', sideId: side?.id ?? '', author: 'third', from: carrier });
    await replyAside(ctx, { ticketId, sideId: side?.id ?? '', by: seededStaff.mia, text: 'Any news?', requestKey: randomUUID(), seen: await newest(ctx, ticketId) });
    ctx.clock.offset += minute;
    expect((await stage.run(ctx))[0]?.text).toContain(wrote);
  });

  test('leaves behind those files of a mail that somebody took out', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const forwards = await newest(ctx, ticketId);
    const [photo, program] = [randomUUID(), randomUUID()];
    const file = { message_id: BigInt(forwards ?? 0), type: 'image/jpeg', size: 7, sha256: '', file: 'shops/1/mail/photo.bin' };
    await stage.files.put(file.file, Buffer.from('a photo'), file.type);
    await ctx.tx((tx) => tx.message_files.createMany({ data: [{ ...file, id: program, position: 0, filename: 'run.exe' }, { ...file, id: photo, position: 1, filename: 'broken.jpg' }] }));
    await begin(ctx, ticketId, { forwards, without: [program] });
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual(['broken.jpg']);
  });

  test('that was taken back before it began was never there, and its words are a draft', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx);
    const posted = await begin(ctx, ticketId);
    await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: seededStaff.mia });
    expect(await ctx.tx((tx) => sidesOf(tx, [ticketId]))).toEqual([]);
    expect(await ctx.tx((tx) => draftsOf(tx, { ticketId, staffId: seededStaff.mia }))).toMatchObject([{ mode: 'forward', text: 'Where is it?', to: [carrier] }]);
  });

  test('that passed on a mail and was taken back is what its writer wrote and attached: the mail and its files are passed on anew', async () => {
    const ctx = await stage.newShop();
    const ticketId = await seedTicket(ctx, { text: 'It arrived broken.' });
    const forwards = await newest(ctx, ticketId);
    const file = { filename: 'broken.jpg', type: 'image/jpeg', size: 7, sha256: '', file: 'shops/1/mail/photo.bin' };
    await ctx.tx((tx) => tx.message_files.create({ data: { id: randomUUID(), message_id: BigInt(forwards ?? 0), position: 0, ...file } }));
    const own = randomUUID();
    await ctx.tx((tx) => tx.draft_files.create({ data: { id: own, ticket_id: ticketId, staff_id: seededStaff.mia, mode: 'forward', ...file, filename: 'label.pdf', file: 'shops/1/mail/label.bin', uploaded_at: ctx.clock.now() } }));
    const posted = await begin(ctx, ticketId, { forwards, text: 'Who pays?', files: [own] });
    const files = () => ctx.tx((tx) => tx.message_files.count({ where: { message_id: BigInt(posted.is === 'waiting' ? posted.messageId : 0) } }));
    expect(await files()).toBe(2);
    await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: seededStaff.mia });
    const [draft] = await ctx.tx((tx) => draftsOf(tx, { ticketId, staffId: seededStaff.mia }));
    expect([draft?.text, draft?.files.map(({ filename }) => filename), await files()]).toEqual(['Who pays?', ['label.pdf'], 0]);
    expect(await ctx.tx((tx) => tx.message_files.count({ where: { message_id: BigInt(forwards ?? 0) } }))).toBe(1);
  });

  test('passes on nothing of another ticket', async () => {
    const ctx = await stage.newShop();
    const [one, other] = [await seedTicket(ctx), await seedTicket(ctx, { email: 'bob@example.com' })];
    await expect(begin(ctx, one, { forwards: await newest(ctx, other) })).rejects.toMatchObject({ code: 'not_found' });
    expect(await begin(ctx, one, { to: 'help@nordlicht.example' })).toEqual({ is: 'refused', why: 'own_address' });
  });
});
