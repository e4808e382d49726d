import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll } from 'vitest';
import { acknowledge, keepMail, noteLetter, reply, sendReply, type Reply } from '#app/modules/inbox/index.server.ts';
import { readMailHead } from '#app/modules/inbox/index.pure.ts';
import { incomingMail } from '#app/modules/inbox/intake/incoming-mail.ts';
import { deliverMessage, type Transports } from '#app/modules/outbox/index.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createMailer } from '#app/platform/mail/mailer.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openInboxStage, seededStaff } from '../inbox-stage.ts';
import { startMailServer } from '../outbox/mail-server.ts';
import type { MovableClock } from '../harness/movable-clock.ts';

export const secret = 'the secret of the replies';

type Shop = ShopContext & { clock: MovableClock };

/** Shops with a mailbox whose answers leave to a real SMTP server. */
export async function openReplyStage() {
  const { database, newShop } = await openInboxStage();
  const server = await startMailServer();
  const files = createDiskStore(await mkdtemp(join(tmpdir(), 'replies-')));
  const own = createMailer({ smtpUrl: server.url, from: 'Nordlicht <care@nordlicht.example>', log: createLog('silent', 'test') });
  // As a shop's own domain would have it: whoever speaks for the domain speaks for its mailboxes.
  const mailer = { ...own, send: (mail: Parameters<typeof own.send>[0]) => own.send({ ...mail, identity: { address: mail.sender.address ?? 'care@nordlicht.example', dkim: null } }) };
  const transports: Transports = { mailer, sms: null, metrics: createMetrics(), files };
  afterAll(() => own.close());
  const stage = {
    database,
    server,
    files,
    newShop: async (address = 'help@nordlicht.example') => {
      const ctx = await newShop('Nordlicht');
      const box = { id: randomUUID(), address, name: 'Nordlicht Kundenservice', way_in: 'door', key: randomUUID(), is_default: true, created_at: ctx.clock.now() };
      await ctx.tx((tx) => tx.mailboxes.create({ data: box }));
      return ctx;
    },
    /** A mail comes in, and is kept; answers the ticket's number. */
    async arrive(ctx: Shop, raw: string | Buffer, { vouched = 'unknown' }: { vouched?: 'yes' | 'no' | 'unknown' } = {}): Promise<number> {
      const file = `shops/${ctx.shop.id}/mail/${randomUUID()}.eml`;
      await files.put(file, Buffer.from(raw), 'message/rfc822');
      const arrival = { source: 'door', envelope_from: 'bounces@example.com', envelope_to: [], raw_file: file, size: raw.length, received_at: ctx.clock.now(), vouched, checks: { author: readMailHead(Buffer.from(raw), 'head').from?.address ?? '' } };
      const { id } = await ctx.tx((tx) => tx.mail_arrivals.create({ data: arrival }));
      await keepMail(ctx, { files, read: async (bytes) => incomingMail(bytes), secrets: [secret] }, { arrivalId: String(id) });
      const kept = await ctx.tx((tx) => tx.messages.findFirstOrThrow({ where: { raw_file: file } }));
      for (let job = await nextJob(ctx, ['inbox.acknowledge']); job; job = await nextJob(ctx, ['inbox.acknowledge'])) await acknowledge(ctx, [secret], { messageId: String(job.payload['messageId']) });
      return kept.ticket_id;
    },
    /** Runs what would run by now, in the order of the queue: replies whose time has come, then what the outbox holds. Answers the mails that arrived. */
    async run(ctx: Shop) {
      const before = server.received.length;
      for (;;) {
        const job = await nextJob(ctx, ['inbox.send-reply', 'inbox.acknowledge', 'outbox.deliver', 'outbox.letter-moved']);
        if (!job) break;
        if (job.task === 'inbox.send-reply') await sendReply(ctx, secret, sendPayload(job.payload));
        else if (job.task === 'inbox.acknowledge') await acknowledge(ctx, [secret], { messageId: String(job.payload['messageId']) });
        else if (job.task === 'outbox.letter-moved') await noteLetter(ctx, { id: String(job.payload['id']) });
        else await deliverMessage(ctx, transports, { id: String(job.payload['id']) });
      }
      return Promise.all(server.received.slice(before).map(async ({ raw, to }) => ({ ...(await PostalMime.parse(raw)), rcpt: to })));
    },
  };
  return stage;

  async function nextJob(ctx: Shop, tasks: readonly string[]) {
    const { rows } = await database.pool.query<{ id: string; task: string; payload: Record<string, string | null> }>(
      `delete from graphile_worker._private_jobs where id = (
         select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where (j.payload->>'shopId')::int = $1 and j.run_at <= $2 and t.identifier = any ($3) order by j.run_at, j.id limit 1)
       returning id, (select identifier from graphile_worker._private_tasks where id = task_id) as task, payload->'data' as payload`,
      [ctx.shop.id, ctx.clock.now(), tasks],
    );
    return rows[0];
  }
}

function sendPayload({ messageId, afterwards }: Record<string, string | null>): Parameters<typeof sendReply>[2] {
  return { messageId: messageId ?? '', afterwards: afterwards === 'solved' || afterwards === 'waiting_third' || afterwards === 'open' ? afterwards : null };
}

/** An answer of Mia's to whatever was said so far. */
export async function answer(ctx: ShopContext, ticketId: number, changes: Partial<Reply> = {}) {
  return reply(ctx, { ticketId, by: seededStaff.mia, requestKey: randomUUID(), text: 'It is on its way.', seen: await newest(ctx, ticketId), ...changes });
}

/** The newest message of a ticket, as somebody who has it open sees it. */
export async function newest(ctx: ShopContext, ticketId: number): Promise<string | null> {
  const row = await ctx.tx((tx) => tx.messages.findFirst({ where: { ticket_id: ticketId }, orderBy: { id: 'desc' }, select: { id: true } }));
  return row && String(row.id);
}
