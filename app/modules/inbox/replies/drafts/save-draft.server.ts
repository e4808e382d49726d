import { after, minute } from '#app/kernel/time.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { cut } from '#app/kernel/text.ts';
import { partsOf } from '../../ticket-page/ticket-parts.server.ts';
import { lockedTicket, longestReply } from '../reply.server.ts';
import { holds, insteadOf } from './among.ts';
import type { DraftMode } from './draft.ts';
import { isSeen, type KnownWords } from './is-seen.ts';

interface Saving {
  ticketId: number;
  by: string;
  mode: DraftMode;
  text: string;
  to?: readonly string[];
  cc?: readonly string[];
  /** What it was written on: what a merge put to it since, or its writer in another window, is not thrown away. */
  known?: KnownWords;
  /** From a page that is closed: it can ask its writer nothing any more. */
  leaving?: boolean;
}

/** Whether it is kept; else what its writer wrote elsewhere and this page does not know. */
type Saved = { is: 'kept' } | ({ is: 'differs' } & Kept);

/** A page that saved while it sent may be heard so much later. */
const overtakes = 5 * minute;

/**
 * Keeps what somebody is writing, in whatever state it is; nothing written is no draft, nor is what they sent a moment ago. From a page that does not know
 * yet that its ticket was merged it is kept among what they write where that is read, in its place. Nothing is written over words that the page does
 * not know: it is told of them, and one that is closed leaves its own behind them.
 */
export function saveDraft(ctx: ShopContext, { ticketId, by, mode, text, to = [], cc = [], known = null, leaving = false }: Saving): Promise<Saved> {
  return ctx.tx(async (tx) => {
    const { id } = await lockedTicket(tx, ticketId);
    const now = ctx.clock.now();
    const put = (at: number, all: Kept) => keep(tx, { ticket_id: at, staff_id: by, mode }, all, now);
    const isSent = await wasSent(tx, { ticketIds: [id, ticketId], by, text, since: after(now, -overtakes) });
    const there = await tx.reply_drafts.findFirst({ where: { ticket_id: id, staff_id: by, mode } });
    const noted = id === ticketId ? null : await tx.reply_drafts.findFirst({ where: { ticket_id: ticketId, staff_id: by, mode }, select: { text: true } });
    const unseen = id !== ticketId || known === null || !there ? [] : await movedHere(tx, { id, by, mode, there: there.text, known });
    const kept = id === ticketId ? unseen.reduce((all, piece) => insteadOf(all, piece, ''), there?.text ?? '') : (noted?.text ?? '');
    const differs = ![kept, there?.text ?? ''].some((stored) => isSeen(stored, { known, text }));
    const addresses = { to: there?.to_addresses ?? [], cc: there?.cc_addresses ?? [] };
    if (differs && !isSent && !leaving) return { is: 'differs', text: kept, ...addresses };
    const left = isSent ? { text: '', to: [], cc: [] } : { text, to, cc };
    const own = differs ? { text: insteadOf(kept, '', left.text), ...addresses } : left;
    if (id === ticketId) {
      await put(id, { ...own, text: unseen.reduce((all, piece) => insteadOf(all, '', piece), own.text) });
      return { is: 'kept' };
    }
    const addressed = addresses.to.length + addresses.cc.length > 0 ? addresses : own;
    await put(id, { ...addressed, text: insteadOf(there?.text ?? '', noted?.text ?? '', own.text) });
    await put(ticketId, own);
    await announce(tx, 'tickets', String(id));
    return { is: 'kept' };
  });
}

interface Kept {
  text: string;
  to: readonly string[];
  cc: readonly string[];
}

async function keep(tx: ShopTx, key: { ticket_id: number; staff_id: string; mode: DraftMode }, { text, to, cc }: Kept, now: Date): Promise<void> {
  await tx.reply_drafts.deleteMany({ where: key });
  if (text === '' && to.length === 0 && cc.length === 0) return;
  await tx.reply_drafts.create({ data: { ...key, text: cut(text, longestReply), to_addresses: [...to], cc_addresses: [...cc], saved_at: now } });
}

/** What came here by merges and its writer has not been shown. */
async function movedHere(tx: ShopTx, { id, by, mode, there, known }: { id: number; by: string; mode: DraftMode; there: string; known: readonly string[] }): Promise<string[]> {
  const merged = (await partsOf(tx, id)).flatMap((part) => (part.id === id ? [] : part.id));
  const noted = await tx.reply_drafts.findMany({ where: { ticket_id: { in: merged }, staff_id: by, mode }, orderBy: { ticket_id: 'asc' }, select: { text: true } });
  return noted.flatMap(({ text }) => (holds(there, text) && !known.some((one) => one.includes(text)) ? text : []));
}

async function wasSent(tx: ShopTx, { ticketIds, by, text, since }: { ticketIds: readonly number[]; by: string; text: string; since: Date }): Promise<boolean> {
  if (text.trim() === '') return false;
  return (await tx.messages.count({ where: { ticket_id: { in: [...ticketIds] }, author: 'staff', author_id: by, text: text.trim(), created_at: { gt: since }, withdrawn_at: null } })) > 0;
}
