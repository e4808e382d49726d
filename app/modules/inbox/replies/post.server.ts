import { after, second } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { addMessage, type NewMessage } from '../tickets/add-message.server.ts';
import type { DraftMode } from './drafts/draft.ts';
import type { KnownWords } from './drafts/is-seen.ts';
import { takeDraft } from './drafts/take-draft.server.ts';
import { sendReplyJob, sendReplyKey } from './jobs.ts';
import { replySetting } from './reply-setting.ts';

/** A message that was put on its way. */
export interface Posted {
  is: 'waiting';
  messageId: string;
  /** It may be taken back until then. */
  sendAt: Date;
}

export interface Mail {
  ticketId: number;
  /** Where its writer wrote: a ticket that was merged into that one meanwhile, maybe. */
  askedIn: number;
  by: string;
  /** One per message, made where it is written: the second of one key is silently the first. */
  requestKey: string;
  mode: DraftMode;
  files: readonly string[];
  /** What the draft was written on. */
  known: KnownWords;
  /** Not before then; null: as soon as it can no longer be taken back. */
  sendAt: Date | null;
  afterwards: 'solved' | 'waiting_third' | 'open' | null;
  message: Pick<NewMessage, 'sideId' | 'authorName' | 'from' | 'subject' | 'text' | 'quoted' | 'signature' | 'locale'> & { to: readonly string[]; cc: readonly string[] };
}

/** The message of a request that was made before, or that it was taken back since; null for a new one. */
export async function postedBefore(tx: ShopTx, requestKey: string): Promise<Posted | { is: 'refused'; why: 'taken_back' } | null> {
  const row = await tx.messages.findFirst({ where: { dedupe_key: dedupeKey(requestKey) }, select: { id: true, send_at: true, happened_at: true, withdrawn_at: true } });
  if (row?.withdrawn_at) return { is: 'refused', why: 'taken_back' };
  return row && { is: 'waiting', messageId: String(row.id), sendAt: row.send_at ?? row.happened_at };
}

/** Keeps a mail in its ticket and lets it leave when its time comes, once per request. */
export async function post(tx: ShopTx, { ticketId, askedIn, by, requestKey, mode, files, known, sendAt, afterwards, message }: Mail, now: Date): Promise<Posted> {
  const { undoSeconds } = (await readSetting(tx, replySetting)).value;
  const soonest = after(now, undoSeconds * second);
  const leaves = sendAt !== null && sendAt > soonest ? sendAt : soonest;
  const { id } = await addMessage(tx, ticketId, {
    ...message, direction: 'out', channel: 'email', author: 'staff', authorId: by, placedBy: 'staff', verified: 'yes', dedupeKey: dedupeKey(requestKey), sendAt: leaves,
  }, now);
  await takeDraft(tx, { ticketId, askedIn, staffId: by, mode, files, messageId: id, text: message.text, known });
  await enqueue(tx, sendReplyJob, { messageId: String(id), afterwards }, { key: sendReplyKey(id), runAt: leaves });
  return { is: 'waiting', messageId: String(id), sendAt: leaves };
}

const dedupeKey = (requestKey: string): string => `reply:${requestKey}`;
