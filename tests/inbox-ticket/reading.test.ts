import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeTicket, deskPage, messageOriginal, ticketNumber } from '#app/modules/inbox/index.server.ts';
import { wholeDesk } from '#app/modules/inbox/desk/ui/desk-query.ts';
import { noteReading } from '#app/modules/inbox/ticket-page/note-reading.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, saidByStaff, seededStaff, seedMessage, seedTicket } from '#tests/inbox-stage.ts';
import { openView } from './open-view.ts';

let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
beforeAll(async () => {
  ({ newShop } = await openInboxStage());
});

const open = async (ctx: ShopContext, id: number | string, most = 60) => openView(ctx, { ticketId: ticketNumber(String(id)), staffId: seededStaff.mia, most });
const messages = (view: Awaited<ReturnType<typeof open>>) => view.entries.flatMap((entry) => (entry.is === 'message' ? [entry] : []));

describe('somebody who opens the app for the first time', () => {
  it('can be given the ticket at once, here and on the desk: they are noted while their page is read', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const isAmong = (staff: readonly { id: string }[]) => staff.filter((one) => one.id === '909').length;
    expect(isAmong((await openView(ctx, { ticketId: id, staffId: '909', most: 60 })).staff)).toBe(1);
    expect((await deskPage(ctx, wholeDesk, '909')).colleagues.map((colleague) => colleague.id)).toEqual(['909', expect.anything(), expect.anything(), expect.anything()]);
    const { staff } = await open(ctx, id);
    expect([isAmong(staff), staff.length]).toEqual([0, (await deskPage(ctx, wholeDesk, seededStaff.mia)).colleagues.length]);
  });
});

describe('the page of a ticket', () => {
  it('shows what was said and what happened in the order in which it did, with who did it', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx, { at: new Date('2026-11-20T08:00:00Z') });
    await seedMessage(ctx, id, saidByStaff('We look into it.'), new Date('2026-11-20T09:00:00Z'));
    await ctx.tx((tx) => changeTicket(tx, { ticketId: id, changes: { priority: 'high' }, actor: seededStaff.kenji, now: new Date('2026-11-20T10:00:00Z') }));
    const view = await open(ctx, id);
    expect(view.entries.map((entry) => (entry.is === 'message' ? entry.text : entry.event.type)).filter((told) => !told.startsWith('promise'))).toEqual(['opened', 'It should have been here on Monday.', 'We look into it.', 'state', 'priority']);
    expect(view.entries.at(-1)).toMatchObject({ actor: seededStaff.kenji });
    expect(view.person).toMatchObject({ name: 'Ada Byron', address: 'ada@example.com' });
  });

  it('reads merged tickets as one conversation, under whichever number it is opened, and says what came from where', async () => {
    const ctx = await newShop();
    const first = await seedTicket(ctx, { subject: 'Late' });
    const second = await seedTicket(ctx, { subject: 'Still late' });
    const third = await seedTicket(ctx, { subject: 'Hello?' });
    await ctx.tx(async (tx) => {
      await tx.tickets.updateMany({ where: { id: third }, data: { merged_into: second } });
      await tx.tickets.updateMany({ where: { id: second }, data: { merged_into: first } });
    });
    for (const id of [first, second, third]) {
      const view = await open(ctx, id);
      expect(view.ticket.id).toBe(first);
      expect(view.merged).toEqual([{ id: second, subject: 'Still late' }, { id: third, subject: 'Hello?' }]);
      expect(messages(view).map(({ ticketId }) => ticketId)).toEqual([first, second, third]);
    }
  });

  it('shows the newest of a long conversation, and says how many came before', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    for (let at = 0; at < 6; at += 1) await seedMessage(ctx, id, { text: `More ${at}` });
    const view = await open(ctx, id, 3);
    expect(messages(view).map(({ text }) => text)).toEqual(['More 3', 'More 4', 'More 5']);
    expect(view.earlier).toBe(4);
  });

  it('keeps markup, quotes and signature for whoever asks, with the pictures inside the text', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const messageId = await seedMessage(ctx, id, { text: 'New words', quoted: 'Old words', signature: 'Ada', html: '<p>New words</p><img data-cid="c1">', hasRemote: true });
    const fileId = randomUUID();
    await ctx.tx((tx) => tx.message_files.create({ data: { id: fileId, message_id: messageId, position: 0, filename: '../../logo.png', type: 'image/png', size: 3, sha256: 'aa', file: 'x/y', content_id: 'c1' } }));
    const shown = messages(await open(ctx, id)).at(-1);
    expect(shown).toMatchObject({ hasMore: true, hasHtml: true, files: [{ id: fileId, name: '../../logo.png', isInline: true }] });
    expect(JSON.stringify(shown)).not.toContain('Old words');
    expect(await messageOriginal(ctx, { id: String(messageId), staffId: seededStaff.mia })).toEqual({
      text: 'New words', quoted: 'Old words', signature: 'Ada', html: '<p>New words</p><img data-cid="c1">', hasRemote: true, pictures: [{ contentId: 'c1', fileId }],
    });
  });

  it('does not exist for another shop, nor under what is no number', async () => {
    const [ctx, other] = [await newShop(), await newShop()];
    const id = await seedTicket(ctx);
    const messageId = await seedMessage(ctx, id, { text: 'Words' });
    for (const asked of [id, 'x', '0', '-1', '99999999999', "1' or '1"]) await expect(open(other, asked)).rejects.toMatchObject({ status: 404 });
    for (const asked of [String(messageId), 'x', '9'.repeat(20)]) await expect(messageOriginal(other, { id: asked, staffId: null })).rejects.toMatchObject({ status: 404 });
  });

  it('notes who read which conversation, once a day however often the page reads again', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    for (let at = 0; at < 3; at += 1) await open(ctx, id);
    await openView(ctx, { ticketId: id, staffId: null, most: 60 });
    const readings = await ctx.tx((tx) => tx.ticket_readings.findMany({ select: { ticket_id: true, staff_id: true } }));
    expect(readings).toEqual([{ ticket_id: id, staff_id: seededStaff.mia }]);
  });

  it('notes when it was last opened, be it a few minutes later', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const opened = new Date('2026-11-20T08:59:00Z');
    for (const minutes of [0, 4, 4.5]) await ctx.tx((tx) => noteReading(tx, { ticketIds: [id], staffId: seededStaff.mia, now: new Date(opened.getTime() + minutes * 60_000) }));
    const [noted] = await ctx.tx((tx) => tx.ticket_readings.findMany());
    expect([noted?.first_at.toISOString(), noted?.last_at.toISOString()]).toEqual(['2026-11-20T08:59:00.000Z', '2026-11-20T09:03:00.000Z']);
  });
});
