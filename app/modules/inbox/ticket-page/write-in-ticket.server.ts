import { ExpectedError } from '#app/kernel/errors.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { draftsOf } from '../replies/drafts/drafts-of.server.ts';
import { dropDraftFile } from '../replies/drafts/drop-draft.server.ts';
import { putDraftFile } from '../replies/drafts/put-draft-file.server.ts';
import { saveDraft } from '../replies/drafts/save-draft.server.ts';
import type { Posted } from '../replies/post.server.ts';
import { lockedTicket, reply, type ReplyProblem } from '../replies/reply.server.ts';
import type { NewWord } from '../replies/what-is-new.server.ts';
import { withdraw } from '../replies/withdraw.server.ts';
import { replyAside, writeAside } from '../replies/write-aside.server.ts';
import { writeNote } from '../replies/write-note.server.ts';
import { momentAt } from '../tickets/moment-at.ts';
import { mentionedIn } from './mentioned-in.ts';
import { presence } from './presence.server.ts';
import { readWritingForm, type Writing } from './read-writing-form.ts';
import { ticketNumber } from './ticket-number.ts';
import type { WritingAnswer } from './writing-answer.ts';

interface Asked {
  /** As it stands in the address. */
  id: string;
  form: FormData;
  staffId: string | null;
}

/** Does what somebody asks while they write in a ticket: what they wrote leaves, is kept, or comes back. Only people of the shop write. */
export async function writeInTicket(ctx: ShopContext, store: FileStore, { id, form, staffId }: Asked): Promise<WritingAnswer> {
  const ticketId = ticketNumber(id);
  const writing = readWritingForm(form);
  if (staffId === null) throw new ExpectedError('no_staff', 403, 'Nobody is named who writes.');
  if (writing === null) throw new ExpectedError('bad_form', 400, 'This is not what the page sends.');
  try {
    return await did(ctx, store, { ticketId, by: staffId, writing });
  } catch (error) {
    // Taken out in another window: what is left is shown, and may leave.
    if (error instanceof ExpectedError && error.code === 'file_gone') return { is: 'refused', why: error.code };
    throw error;
  }
}

async function did(ctx: ShopContext, store: FileStore, { ticketId, by, writing }: { ticketId: number; by: string; writing: Writing }): Promise<WritingAnswer> {
  switch (writing.intent) {
    case 'reply': {
      const { key, to, sendAt: local, ...answer } = writing;
      const sendAt = local === null ? null : momentAt(local, ctx.shop.ianaTimezone);
      if (local !== null && (sendAt === null || sendAt <= ctx.clock.now())) return { is: 'refused', why: 'moment' };
      if (to.length > 1) return { is: 'refused', why: 'address' };
      return told(await reply(ctx, { ...answer, sendAt, ticketId, by, requestKey: key, to: to[0] ?? null }));
    }
    case 'forward': {
      const { key, to, side, ...words } = writing;
      if (side !== null) return told(await replyAside(ctx, { ...words, ticketId, by, requestKey: key, sideId: side }));
      if (to.length > 1) return { is: 'refused', why: 'address' };
      return told(await writeAside(ctx, { ...words, ticketId, by, requestKey: key, to: to[0] ?? '' }));
    }
    case 'note': {
      const staff = await ctx.tx((tx) => tx.staff_members.findMany({ select: { id: true, name: true } }));
      return writeNote(ctx, { ticketId, by, requestKey: writing.key, text: writing.text, known: writing.known, files: writing.files, mentions: mentionedIn(writing.text, staff).ids });
    }
    case 'withdraw': {
      if (!(await withdraw(ctx, { messageId: writing.message, by }))) return { is: 'left' };
      return ctx.tx(async (tx) => ({ is: 'withdrawn', drafts: await draftsOf(tx, { ticketId: (await lockedTicket(tx, ticketId)).id, staffId: by }) }));
    }
    case 'draft':
      return saveDraft(ctx, { ...writing, ticketId, by });
    case 'file': {
      const { mode, file } = writing;
      return putDraftFile(ctx, store, { ticketId, by, mode, filename: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    case 'remove-file':
      await dropDraftFile(ctx, { fileId: writing.file, by });
      return { is: 'kept' };
    case 'here':
      return { is: 'here', others: await presence(ctx, { id: String(ticketId), staffId: by, doing: writing.doing }) };
  }
}

function told(answer: Posted | { is: 'collision'; news: NewWord[] } | { is: 'refused'; why: ReplyProblem }): WritingAnswer {
  if (answer.is === 'waiting') return { ...answer, sendAt: answer.sendAt.toISOString() };
  if (answer.is === 'refused') return answer;
  return { is: 'collision', news: answer.news.map(({ id, direction, authorName, text, at }) => ({ id, direction, authorName, text, at: at.toISOString() })) };
}
