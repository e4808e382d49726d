import { Temporal } from 'temporal-polyfill';
import { day } from '#app/kernel/time.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { forgetWishes } from '../deeds/forget-wishes.server.ts';
import { openCalls } from '../complaints/open-calls.server.ts';
import { ticketChannels } from '../tickets/ticket.ts';
import { forgetNames, forgetWords } from './forget-words.server.ts';
import { removeMailFilesJob } from './jobs.ts';
import { keepingSetting, type Keeping } from './keeping-setting.ts';

const atOnce = 100;

/** Takes out the words that were kept as long as the shop wants: of conversations that are done, in which nothing waits to leave and of which nobody who complained waits for a call, with all that was merged into them, and of spam. A hundred in each transaction. */
export async function purgeWords(ctx: ShopContext): Promise<void> {
  const now = ctx.clock.now();
  const keeping = await ctx.tx(async (tx) => {
    const { value } = await readSetting(tx, keepingSetting);
    await tx.ticket_readings.deleteMany({ where: { day: { lt: monthsBefore(now, value.readings) } } });
    await forgetUnread(tx, value, now);
    await forgetWishes(tx);
    return value;
  });
  while ((await ctx.tx((tx) => purgeSome(tx, keeping, now))) === atOnce);
}

async function purgeSome(tx: ShopTx, { spamDays, ...keeping }: Keeping, now: Date): Promise<number> {
  const until = ticketChannels.map((channel) => {
    const months = keeping[channel];
    return { channel, moment: sql`${months === null ? null : monthsBefore(now, months)}::timestamptz` };
  });
  const spamUntil = sql`${new Date(now.getTime() - spamDays * day)}::timestamptz`;
  const due = await tx.$queryRaw<{ id: number }[]>(sql`
    select t.id from tickets t
     where t.purged_at is null and t.merged_into is null and t.last_message_at < greatest(${join(until.map(({ moment }) => moment))}, ${spamUntil})
       and case when t.spam then t.last_message_at < ${spamUntil}
                else t.state in ('solved', 'closed') and t.last_message_at < case t.channel ${join(until.map(({ channel, moment }) => sql`when ${channel} then ${moment}`), ' ')} end end
       and not exists (
         with recursive own as (select t.id union select part.id from tickets part join own on part.merged_into = own.id)
         select from own join messages m on m.ticket_id = own.id where m.send_at is not null and m.withdrawn_at is null and m.outbox_id is null)
       and not exists (select from ${openCalls} c where c.read_in = t.id)
     order by t.last_message_at limit ${atOnce} for update skip locked`);
  if (due.length === 0) return 0;
  const tickets = await tx.$queryRaw<{ id: number; person_id: string }[]>`
    with recursive whole as (
      select id, person_id from tickets where id = any(${due.map(({ id }) => id)}::int[])
      union
      select t.id, t.person_id from tickets t join whole w on t.merged_into = w.id
    )
    select id, person_id from whole`;
  await forgetWords(tx, tickets.map(({ id }) => id), now);
  const left = await tx.$queryRaw<{ id: string }[]>`
    select p.id from people p where p.id = any(${[...new Set(tickets.map(({ person_id }) => person_id))]}::uuid[])
       and not exists (select from tickets t where t.person_id = p.id and t.purged_at is null)`;
  await forgetNames(tx, left.map(({ id }) => id), now);
  return due.length;
}

/** Mails that became no message are kept as long as those that did. */
async function forgetUnread(tx: ShopTx, { email }: Keeping, now: Date): Promise<void> {
  if (email === null) return;
  const raw = await tx.$queryRaw<{ file: string }[]>`
    delete from mail_arrivals where message_id is null and state <> 'waiting' and received_at < ${monthsBefore(now, email)} returning raw_file as file`;
  if (raw.length > 0) await enqueue(tx, removeMailFilesJob, { files: raw.map(({ file }) => file) });
}

/** The last day of a month is the last of a shorter one: nothing goes before its months are over. */
function monthsBefore(now: Date, months: number): Date {
  return new Date(Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO('UTC').subtract({ months }).epochMilliseconds);
}
