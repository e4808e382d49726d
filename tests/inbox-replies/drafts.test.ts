import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { minute, second } from '#app/kernel/time.ts';
import { draftsOf, dropDraft, dropDraftFile, fileLimits, mergeTickets, putDraftFile, removeMailFiles, saveDraft, withdraw } from '#app/modules/inbox/index.server.ts';
import { seededStaff, seedTicket } from '../inbox-stage.ts';
import { answer, openReplyStage } from './stage.ts';

const stage = await openReplyStage();
const mia = seededStaff.mia;

async function opened() {
  const ctx = await stage.newShop();
  const ticketId = await seedTicket(ctx);
  const put = (filename: string, bytes: Buffer = Buffer.from(filename), type = 'text/plain') => putDraftFile(ctx, stage.files, { ticketId, by: mia, mode: 'reply', filename, type, bytes });
  const drafts = (staffId: string = mia) => ctx.tx((tx) => draftsOf(tx, { ticketId, staffId }));
  return { ctx, ticketId, put, drafts };
}

const idOf = (answered: Awaited<ReturnType<typeof putDraftFile>>): string => {
  if (answered.is !== 'put') throw new Error(answered.why);
  return answered.file.id;
};

describe('a draft', () => {
  test('is kept as it was last written, of each mode one, and is its writer’s alone', async () => {
    const { ctx, ticketId, drafts } = await opened();
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Dear' });
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Dear Ada,', cc: ['grace@example.com'] });
    await saveDraft(ctx, { ticketId, by: mia, mode: 'note', text: 'Hm.' });
    expect(await drafts()).toMatchObject([{ mode: 'reply', text: 'Dear Ada,', cc: ['grace@example.com'] }, { mode: 'note', text: 'Hm.' }]);
    expect(await drafts(seededStaff.kenji)).toEqual([]);
    await saveDraft(ctx, { ticketId, by: mia, mode: 'note', text: '' });
    expect(await drafts()).toHaveLength(1);
  });

  test('becomes the message with its files, and is a draft with them again when that is taken back', async () => {
    const { ctx, ticketId, put, drafts } = await opened();
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Dear Ada' });
    const files = [idOf(await put('one.txt')), idOf(await put('two.txt'))];
    const posted = await answer(ctx, ticketId, { text: 'Dear Ada, see the files.', files });
    expect(await drafts()).toEqual([]);
    expect(posted.is === 'waiting' && (await withdraw(ctx, { messageId: posted.messageId, by: mia }))).toBe(true);
    expect(await drafts()).toMatchObject([{ text: 'Dear Ada, see the files.', files: [{ filename: 'one.txt' }, { filename: 'two.txt' }] }]);
    await answer(ctx, ticketId, { files });
    ctx.clock.offset += minute;
    const [mail] = await stage.run(ctx);
    expect(mail?.attachments.map(({ filename, content }) => [filename, Buffer.from(content as ArrayBuffer).toString()])).toEqual([['one.txt', 'one.txt'], ['two.txt', 'two.txt']]);
  });

  test('that is heard of after what it became was sent is none; what is written next is', async () => {
    const { ctx, ticketId, drafts } = await opened();
    const posted = await answer(ctx, ticketId, { text: 'Dear Ada, it is on its way.' });
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Dear Ada, it is on its way.\n' });
    expect(await drafts()).toEqual([]);
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'And another thing.' });
    expect(await drafts()).toMatchObject([{ text: 'And another thing.' }]);
    await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: mia });
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Dear Ada, it is on its way.' });
    expect(await drafts()).toMatchObject([{ text: 'Dear Ada, it is on its way.' }]);
  });

  describe('in two windows', () => {
    async function twice() {
      const stands = await opened();
      const { ctx, ticketId, drafts } = stands;
      const type = (text: string, known: readonly string[], more: { leaving?: boolean } = {}) => saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text, known, ...more });
      await type('From my phone', ['']);
      return { ...stands, type, text: async () => (await drafts())[0]?.text ?? '' };
    }

    test('is not written over by the one that does not know it, which is told, and keeps its own once it does', async () => {
      const { type, text } = await twice();
      expect(await type('From my desk', [''])).toEqual({ is: 'differs', text: 'From my phone', to: [], cc: [] });
      expect(await text()).toBe('From my phone');
      expect(await type('', [''])).toMatchObject({ is: 'differs' });
      expect(await type('From my desk', ['From my phone'])).toEqual({ is: 'kept' });
      expect(await text()).toBe('From my desk');
    });

    test('is no other where the same is saved again, or went on from what was saved without an answer', async () => {
      const { type, text } = await twice();
      expect(await type('From my phone', [''])).toEqual({ is: 'kept' });
      expect(await type('From my', ['', 'From my phone\r\n'])).toEqual({ is: 'kept' });
      expect(await text()).toBe('From my');
    });

    test('is kept behind the other’s where its window is closed, once', async () => {
      const { type, text } = await twice();
      for (const _ of [1, 2]) expect(await type('From my desk', [''], { leaving: true })).toEqual({ is: 'kept' });
      expect(await text()).toBe('From my phone\n\nFrom my desk');
    });

    test('stays where the other sends what it wrote, and neither comes back', async () => {
      const { ctx, ticketId, type, text } = await twice();
      await answer(ctx, ticketId, { text: 'From my desk', known: [''] });
      expect(await text()).toBe('From my phone');
      expect(await type('From my desk', [''])).toEqual({ is: 'kept' });
      expect(await text()).toBe('From my phone');
      await answer(ctx, ticketId, { text: 'From my phone, whole.', known: ['From my phone'] });
      expect(await text()).toBe('');
      expect(await type('From my phone and more', ['From my phone'])).toEqual({ is: 'kept' });
    });

    test('of one that is taken back, the other is told', async () => {
      const { ctx, ticketId, type, text } = await twice();
      const posted = await answer(ctx, ticketId, { text: 'From my phone', known: ['From my phone'] });
      await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: mia });
      expect(await type('From my desk', [''])).toMatchObject({ is: 'differs', text: 'From my phone' });
      expect(await text()).toBe('From my phone');
    });
  });

  test('in a ticket that is merged goes on where that is read, behind what its writer began there', async () => {
    const { ctx, ticketId, put } = await opened();
    const into = await seedTicket(ctx);
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Dear Ada' });
    idOf(await put('one.txt'));
    await saveDraft(ctx, { ticketId, by: seededStaff.kenji, mode: 'note', text: 'Hm.' });
    await saveDraft(ctx, { ticketId: into, by: mia, mode: 'reply', text: 'Hello', cc: ['grace@example.com'] });
    await ctx.tx((tx) => mergeTickets(tx, { into, from: [ticketId], actor: null, now: ctx.clock.now() }));
    const there = (staffId: string) => ctx.tx((tx) => draftsOf(tx, { ticketId: into, staffId }));
    expect(await there(mia)).toMatchObject([{ mode: 'reply', text: 'Hello\n\nDear Ada', cc: ['grace@example.com'], files: [{ filename: 'one.txt' }] }]);
    expect(await there(seededStaff.kenji)).toMatchObject([{ mode: 'note', text: 'Hm.' }]);
  });

  test('that was begun while another was on its way stays when that one is taken back', async () => {
    const { ctx, ticketId, drafts } = await opened();
    const posted = await answer(ctx, ticketId, { text: 'First.' });
    await saveDraft(ctx, { ticketId, by: mia, mode: 'reply', text: 'Second.' });
    ctx.clock.offset += second;
    await withdraw(ctx, { messageId: posted.is === 'waiting' ? posted.messageId : '', by: mia });
    expect(await drafts()).toMatchObject([{ text: 'First.\n\nSecond.' }]);
  });
});

describe('a file', () => {
  test('of a draft that is thrown away is gone from the store too, and one that left is not', async () => {
    const { ctx, ticketId, put } = await opened();
    const [sent, single, dropped] = [idOf(await put('sent.txt')), idOf(await put('single.txt')), idOf(await put('dropped.txt'))];
    const keys = await ctx.tx((tx) => tx.draft_files.findMany({ select: { id: true, file: true } }));
    await answer(ctx, ticketId, { files: [sent] });
    await dropDraftFile(ctx, { fileId: single, by: mia });
    await dropDraft(ctx, { ticketId, by: mia, mode: 'reply' });
    await removeMailFiles(ctx, stage.files, { files: keys.map(({ file }) => file) });
    const there = await Promise.all(keys.map(async ({ id, file }) => [id, (await stage.files.get(file)) !== null]));
    expect(Object.fromEntries(there)).toEqual({ [sent]: true, [single]: false, [dropped]: false });
  });

  test('is refused where one mail cannot carry it, one by one and together', async () => {
    const { put } = await opened();
    expect(await put('empty.txt', Buffer.alloc(0))).toEqual({ is: 'refused', why: 'empty_file' });
    expect(await put('big.bin', Buffer.alloc(fileLimits.bytes + 1))).toEqual({ is: 'refused', why: 'files_too_big' });
    idOf(await put('most.bin', Buffer.alloc(fileLimits.bytes - 10)));
    expect(await put('more.bin', Buffer.alloc(11))).toEqual({ is: 'refused', why: 'files_too_big' });
    for (let at = 1; at < fileLimits.count; at += 1) idOf(await put(`${at}.txt`, Buffer.alloc(1)));
    expect(await put('one-more.txt', Buffer.alloc(1))).toEqual({ is: 'refused', why: 'too_many_files' });
  });

  test('of a colleague’s draft, or none at all, does not leave with mine', async () => {
    const { ctx, ticketId } = await opened();
    const kenjis = idOf(await putDraftFile(ctx, stage.files, { ticketId, by: seededStaff.kenji, mode: 'reply', filename: 'secret.txt', type: 'text/plain', bytes: Buffer.from('x') }));
    await expect(answer(ctx, ticketId, { files: [kenjis] })).rejects.toThrow();
    await expect(answer(ctx, ticketId, { files: [randomUUID()] })).rejects.toThrow();
    expect(await ctx.tx((tx) => tx.messages.count({ where: { direction: 'out' } }))).toBe(0);
  });

  test('has a name without a path and a type that is one', async () => {
    const { put } = await opened();
    const answered = await put('..\\..\\/etc/\u202epass\nwd', Buffer.from('x'), 'text/html; charset="x"\r\nX: y');
    expect(answered).toMatchObject({ is: 'put', file: { filename: 'pass wd', type: 'application/octet-stream' } });
  });
});
