import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInTicket } from '#app/modules/inbox/index.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff, seedMessage, seedTicket } from '#tests/inbox-stage.ts';
import { openView } from './open-view.ts';

const folder = mkdtempSync(join(tmpdir(), 'ticket-page-'));
const store = createDiskStore(folder);
let newShop: Awaited<ReturnType<typeof openInboxStage>>['newShop'];
beforeAll(async () => {
  ({ newShop } = await openInboxStage());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(ctx: ShopContext, id: number, fields: Record<string, string | File>, staffId: string | null = seededStaff.mia) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return writeInTicket(ctx, store, { id: String(id), form, staffId });
}
const view = (ctx: ShopContext, id: number, staffId: string = seededStaff.mia) => openView(ctx, { ticketId: id, staffId, most: 60 });
const newest = async (ctx: ShopContext, id: number) => (await view(ctx, id)).entries.findLast((entry) => entry.is === 'message')?.id ?? '';
const words = (fields: Record<string, string> = {}) => ({ intent: 'reply', key: randomUUID(), text: 'It comes tomorrow.', to: '', cc: '', files: '', sendAt: '', afterwards: '', side: '', forwards: '', ...fields });

describe('what somebody writes in a ticket', () => {
  it('waits in the conversation, and is a draft again with its file when it is taken back', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const put = await write(ctx, id, { intent: 'file', mode: 'reply', file: new File(['a label'], 'label.pdf', { type: 'application/pdf' }) });
    if (put.is !== 'put') throw new Error(JSON.stringify(put));
    const sent = await write(ctx, id, words({ seen: await newest(ctx, id), files: put.file.id }));
    if (sent.is !== 'waiting') throw new Error(JSON.stringify(sent));
    const shown = await view(ctx, id);
    expect(shown.drafts).toEqual([]);
    expect(shown.entries.findLast((entry) => entry.is === 'message')).toMatchObject({ direction: 'out', text: 'It comes tomorrow.', delivery: null, files: [{ name: 'label.pdf', size: 7 }] });
    expect(await write(ctx, id, { intent: 'withdraw', message: sent.messageId })).toMatchObject({ is: 'withdrawn', drafts: [{ mode: 'reply', text: 'It comes tomorrow.', files: [{ filename: 'label.pdf' }] }] });
    expect((await view(ctx, id)).drafts).toMatchObject([{ mode: 'reply', text: 'It comes tomorrow.' }]);
    expect(await write(ctx, id, { intent: 'withdraw', message: sent.messageId })).toMatchObject({ is: 'withdrawn' });
  });

  it('is refused where one of its files was taken out in another window, and stays a draft', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const [kept, gone] = await Promise.all(['a.pdf', 'b.pdf'].map((name) => write(ctx, id, { intent: 'file', mode: 'reply', file: new File(['a label'], name) })));
    if (kept?.is !== 'put' || gone?.is !== 'put') throw new Error('No file was put.');
    await write(ctx, id, { intent: 'draft', mode: 'reply', text: 'It comes tomorrow.', to: '', cc: '' });
    await write(ctx, id, { intent: 'remove-file', file: gone.file.id });
    const seen = await newest(ctx, id);
    expect(await write(ctx, id, words({ seen, files: `${kept.file.id} ${gone.file.id}` }))).toEqual({ is: 'refused', why: 'file_gone' });
    expect((await view(ctx, id)).drafts).toMatchObject([{ text: 'It comes tomorrow.', files: [{ filename: 'a.pdf' }] }]);
    expect(await write(ctx, id, words({ seen, files: kept.file.id }))).toMatchObject({ is: 'waiting' });
  });

  it('is stopped by what its writer has not seen, which is shown, and leaves once it was', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const seen = await newest(ctx, id);
    await seedMessage(ctx, id, { text: 'It has just arrived!' });
    const stopped = await write(ctx, id, words({ seen }));
    expect(stopped).toMatchObject({ is: 'collision', news: [{ direction: 'in', text: 'It has just arrived!' }] });
    expect(await write(ctx, id, words({ seen: await newest(ctx, id) }))).toMatchObject({ is: 'waiting' });
  });

  it('is kept as a draft for whoever wrote it and for nobody else, each way of writing by itself', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    await write(ctx, id, { intent: 'draft', mode: 'reply', text: 'Dear Ada', to: '', cc: 'boss@example.com; two@example.com' });
    await write(ctx, id, { intent: 'draft', mode: 'note', text: 'Ask the depot', to: '', cc: '' });
    expect((await view(ctx, id)).drafts).toMatchObject([{ mode: 'reply', text: 'Dear Ada', cc: ['boss@example.com', 'two@example.com'] }, { mode: 'note', text: 'Ask the depot' }]);
    expect((await view(ctx, id, seededStaff.kenji)).drafts).toEqual([]);
  });

  it('as a note names colleagues with an @, who follow the ticket from then on', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    expect(await write(ctx, id, { intent: 'note', key: randomUUID(), text: '@Kenji Agent please look, and @nobody too', files: '' })).toMatchObject({ is: 'noted' });
    expect((await view(ctx, id)).entries.findLast((entry) => entry.is === 'message')).toMatchObject({ direction: 'note', mentions: [seededStaff.kenji] });
    expect([(await view(ctx, id, seededStaff.kenji)).isFollowed, (await view(ctx, id, seededStaff.owner)).isFollowed]).toEqual([true, false]);
  });

  it('to a third party begins a conversation beside the ticket’s, with what is passed on, and goes on there', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const begun = await write(ctx, id, words({ intent: 'forward', to: 'claims@carrier.example', forwards: await newest(ctx, id), seen: '', afterwards: 'waiting_third' }));
    if (begun.is !== 'waiting') throw new Error(JSON.stringify(begun));
    const shown = await view(ctx, id);
    expect(shown.sides).toMatchObject([{ address: 'claims@carrier.example' }]);
    const side = shown.sides[0]?.id ?? '';
    expect(shown.entries.findLast((entry) => entry.is === 'message')).toMatchObject({ sideId: side, to: ['claims@carrier.example'], hasMore: true });
    expect(await write(ctx, id, words({ intent: 'forward', side, seen: begun.messageId, text: 'Any news?' }))).toMatchObject({ is: 'waiting' });
  });

  it('is refused with the reason where it cannot leave, and nobody but people of the shop write', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const seen = await newest(ctx, id);
    expect(await write(ctx, id, words({ seen, text: '  ' }))).toEqual({ is: 'refused', why: 'empty' });
    expect(await write(ctx, id, words({ seen, to: 'a@example.com, b@example.com' }))).toEqual({ is: 'refused', why: 'address' });
    expect(await write(ctx, id, words({ seen, to: 'nowhere' }))).toEqual({ is: 'refused', why: 'address' });
    await expect(write(ctx, id, words({ seen }), null)).rejects.toMatchObject({ status: 403 });
    await expect(write(ctx, id, words({ seen, key: 'x' }))).rejects.toMatchObject({ status: 400 });
    await expect(write(ctx, id, { intent: 'burn' })).rejects.toMatchObject({ status: 400 });
    await expect(write(await newShop(), id, words({ seen }))).rejects.toMatchObject({ status: 404 });
  });
});

describe('who is in a conversation', () => {
  it('is told to the others with what they do, until they leave or are not heard of any more', async () => {
    const ctx = await newShop();
    const id = await seedTicket(ctx);
    const here = async (staffId: string, doing: string) => {
      const answer = await write(ctx, id, { intent: 'here', doing }, staffId);
      return answer.is === 'here' ? answer.others : null;
    };
    expect(await here(seededStaff.mia, 'look')).toEqual([]);
    expect(await here(seededStaff.kenji, 'type')).toEqual([{ staffId: seededStaff.mia, name: 'Mia Agent', doing: 'look' }]);
    expect(await here(seededStaff.mia, 'look')).toEqual([{ staffId: seededStaff.kenji, name: 'Kenji Agent', doing: 'type' }]);
    await here(seededStaff.kenji, '');
    expect(await here(seededStaff.mia, 'look')).toEqual([]);
    await here(seededStaff.kenji, 'look');
    await ctx.tx((tx) => tx.$executeRaw`update ticket_presence set seen_at = seen_at - interval '1 minute' where staff_id = ${seededStaff.kenji}`);
    expect(await here(seededStaff.mia, 'look')).toEqual([]);
  });
});
