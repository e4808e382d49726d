import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJobs, enqueue } from '#app/platform/jobs/job.server.ts';
import { sendReplyKey } from '../replies/jobs.ts';
import { removeMailFilesJob } from './jobs.ts';

/**
 * Takes out of these tickets all that anybody said, with every name, address and file. That something was said, when and by which side, what happened and
 * how it was judged stays: all figures are as before. Files follow in a job once this is committed.
 */
export async function forgetWords(tx: ShopTx, ticketIds: readonly number[], now: Date): Promise<void> {
  const ids = [...ticketIds];
  const said = await tx.messages.findMany({ where: { ticket_id: { in: ids } }, select: { id: true } });
  await forgetMessages(tx, said.map(({ id }) => id), now);
  const asked = await tx.satisfactions.findMany({ where: { ticket_id: { in: ids } }, select: { outbox_id: true } });
  await forgetLetters(tx, asked);
  const drafted = await tx.$queryRaw<{ file: string }[]>`delete from draft_files where ticket_id = any(${ids}::int[]) returning file`;
  await removeFiles(tx, drafted);
  await tx.reply_drafts.deleteMany({ where: { ticket_id: { in: ids } } });
  await tx.side_conversations.deleteMany({ where: { ticket_id: { in: ids } } });
  await tx.ticket_words.deleteMany({ where: { ticket_id: { in: ids } } });
  await tx.complaints.updateMany({ where: { ticket_id: { in: ids } }, data: { what: '', resolution: '' } });
  await tx.satisfactions.updateMany({ where: { ticket_id: { in: ids } }, data: { comment: '' } });
  // What staff called it goes with what it was called after.
  await tx.ticket_events.deleteMany({ where: { ticket_id: { in: ids }, type: 'tags' } });
  await tx.tickets.updateMany({ where: { id: { in: ids } }, data: { subject: '', preview: '', tags: [], locale: null, purged_at: now } });
}

/** Takes out what was said in these messages alone, with their names, addresses and files. What still waits to leave never does. */
export async function forgetMessages(tx: ShopTx, messageIds: readonly bigint[], now: Date): Promise<void> {
  if (messageIds.length === 0) return;
  const ids = [...messageIds];
  const waiting = await tx.messages.updateManyAndReturn({ where: { id: { in: ids }, send_at: { not: null }, withdrawn_at: null, outbox_id: null }, data: { withdrawn_at: now, withdrawn_for: 'forgotten' }, select: { id: true } });
  await cancelJobs(tx, waiting.map(({ id }) => sendReplyKey(id)));
  const files = await tx.$queryRaw<{ file: string }[]>`
    with said as (select id, raw_file from messages where id = any(${ids}::bigint[])),
         attached as (delete from message_files where message_id in (select id from said) returning file),
         arrived as (delete from mail_arrivals where message_id in (select id from said) returning raw_file)
    select file from attached union select raw_file from arrived union select raw_file from said where raw_file is not null`;
  await forgetLetters(tx, await tx.messages.findMany({ where: { id: { in: ids } }, select: { outbox_id: true } }));
  await tx.$executeRaw`
    update messages set author_name = '', from_address = null, to_addresses = '{}', cc_addresses = '{}', subject = '', text = '', quoted = '', signature = '', html = null,
           has_remote = false, mail_id = null, references_ids = '{}', dedupe_key = null, raw_file = null, warnings = '{}' where id = any(${ids}::bigint[])`;
  await removeFiles(tx, files);
}

/** Takes from people how they are called and reached, and what was noted of them. */
export async function forgetNames(tx: ShopTx, personIds: readonly string[], now: Date): Promise<void> {
  const ids = [...personIds];
  await tx.person_notes.deleteMany({ where: { person_id: { in: ids } } });
  await tx.handles.deleteMany({ where: { person_id: { in: ids } } });
  await tx.people.updateMany({ where: { id: { in: ids } }, data: { name: null, locale: null } });
  await tx.people.updateMany({ where: { id: { in: ids }, erased_at: null }, data: { erased_at: now } });
}

async function forgetLetters(tx: ShopTx, carried: readonly { outbox_id: bigint | null }[]): Promise<void> {
  const ids = carried.flatMap(({ outbox_id: id }) => id ?? []);
  await tx.$executeRaw`
    update outbox set recipient = '', subject = null, text_body = '', html_body = null, headers = '{}', payload = null, letter = null, outcome = null, state = case when state in ('queued', 'sending') then 'dropped' else state end
     where id = any(${ids}::bigint[])`;
}

async function removeFiles(tx: ShopTx, files: readonly { file: string }[]): Promise<void> {
  if (files.length > 0) await enqueue(tx, removeMailFilesJob, { files: files.map(({ file }) => file) });
}
