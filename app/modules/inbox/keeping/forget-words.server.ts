import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { removeMailFilesJob } from './jobs.ts';

/**
 * Takes out of these tickets all that anybody said, with every name, address and file. That something was said, when and by which side, what happened and
 * how it was judged stays: all figures are as before. Files follow in a job once this is committed.
 */
export async function forgetWords(tx: ShopTx, ticketIds: readonly number[], now: Date): Promise<void> {
  const ids = [...ticketIds];
  const files = await tx.$queryRaw<{ file: string }[]>`
    with said as (select id, raw_file from messages where ticket_id = any(${ids}::int[])),
         attached as (delete from message_files where message_id in (select id from said) returning file),
         arrived as (delete from mail_arrivals where message_id in (select id from said) returning raw_file),
         drafted as (delete from draft_files where ticket_id = any(${ids}::int[]) returning file)
    select file from attached union select raw_file from arrived union select file from drafted union select raw_file from said where raw_file is not null`;
  await tx.$executeRaw`
    update outbox set recipient = '', subject = null, text_body = '', html_body = null, headers = '{}', payload = null, letter = null, outcome = null, state = case when state in ('queued', 'sending') then 'dropped' else state end
     where id in (select outbox_id from messages where ticket_id = any(${ids}::int[]) union select outbox_id from satisfactions where ticket_id = any(${ids}::int[]))`;
  await tx.$executeRaw`
    update messages set author_name = '', from_address = null, to_addresses = '{}', cc_addresses = '{}', subject = '', text = '', quoted = '', signature = '', html = null,
           has_remote = false, mail_id = null, references_ids = '{}', dedupe_key = null, raw_file = null, warnings = '{}' where ticket_id = any(${ids}::int[])`;
  await tx.reply_drafts.deleteMany({ where: { ticket_id: { in: ids } } });
  await tx.side_conversations.deleteMany({ where: { ticket_id: { in: ids } } });
  await tx.ticket_words.deleteMany({ where: { ticket_id: { in: ids } } });
  await tx.complaints.updateMany({ where: { ticket_id: { in: ids } }, data: { what: '', resolution: '' } });
  await tx.satisfactions.updateMany({ where: { ticket_id: { in: ids } }, data: { comment: '' } });
  await tx.tickets.updateMany({ where: { id: { in: ids } }, data: { subject: '', preview: '', tags: [], locale: null, purged_at: now } });
  if (files.length > 0) await enqueue(tx, removeMailFilesJob, { files: files.map(({ file }) => file) });
}

/** Takes from people how they are called and reached, and what was noted of them. */
export async function forgetNames(tx: ShopTx, personIds: readonly string[], now: Date): Promise<void> {
  const ids = [...personIds];
  await tx.person_notes.deleteMany({ where: { person_id: { in: ids } } });
  await tx.handles.deleteMany({ where: { person_id: { in: ids } } });
  await tx.people.updateMany({ where: { id: { in: ids } }, data: { name: null, locale: null } });
  await tx.people.updateMany({ where: { id: { in: ids }, erased_at: null }, data: { erased_at: now } });
}
