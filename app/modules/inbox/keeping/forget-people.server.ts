import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { removeMailFilesJob } from './jobs.ts';

/** By what a person is known outside the inbox. */
export interface KnownAs {
  customerId: string;
  /** Lower-case addresses and numbers. */
  contacts: readonly string[];
}

/** Takes these people out of the inbox: their words, names, addresses and files. Tickets, their course and their figures stay. Files follow in a job once this is committed. */
export async function forgetPeople(tx: ShopTx, { customerId, contacts }: KnownAs, now: Date): Promise<void> {
  const people = await tx.$queryRaw<{ id: string }[]>`
    select distinct person_id as id from handles where (kind = 'customer' and value = ${customerId}) or value = any(${contacts})`;
  const ids = people.map(({ id }) => id);
  const theirs = sql`ticket_id in (select id from tickets where person_id = any(${ids}::uuid[]))`;
  const files = await tx.$queryRaw<{ file: string }[]>`
    delete from message_files where message_id in (select id from messages where ${theirs}) returning file`;
  const raw = await tx.$queryRaw<{ file: string }[]>`
    delete from mail_arrivals where message_id in (select id from messages where ${theirs}) or lower(envelope_from) = any(${contacts}) returning raw_file as file`;
  const drafted = await tx.$queryRaw<{ file: string }[]>`delete from draft_files where ${theirs} returning file`;
  await tx.$executeRaw`delete from reply_drafts where ${theirs}`;
  await tx.$executeRaw`delete from side_conversations where ${theirs}`;
  const written = await tx.$queryRaw<{ file: string }[]>`select raw_file as file from messages where ${theirs} and raw_file is not null`;
  await tx.$executeRaw`
    update messages set author_name = '', from_address = null, to_addresses = '{}', cc_addresses = '{}', subject = '', text = '', quoted = '', signature = '', html = null,
           has_remote = false, mail_id = null, references_ids = '{}', dedupe_key = null, raw_file = null, warnings = '{}' where ${theirs}`;
  await tx.$executeRaw`update tickets set subject = '', preview = '', tags = '{}', locale = null, purged_at = coalesce(purged_at, ${now}) where person_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`delete from person_notes where person_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`delete from ticket_words where ${theirs}`;
  await tx.$executeRaw`delete from handles where person_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`update people set name = null, locale = null, erased_at = coalesce(erased_at, ${now}) where id = any(${ids}::uuid[])`;
  const gone = [...files, ...raw, ...drafted, ...written].map(({ file }) => file);
  if (gone.length > 0) await enqueue(tx, removeMailFilesJob, { files: [...new Set(gone)] });
}
