import { createHash, randomUUID } from 'node:crypto';
import { after, hour } from '#app/kernel/time.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { Vouched } from '#app/platform/mail-in/who-vouches.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { cut, storable } from '#app/kernel/text.ts';
import { keepMailJobOf } from '../intake/jobs.ts';
import { removeMailFilesJob } from '../keeping/jobs.ts';
import { checkToken } from '../mailboxes/check-token.ts';
import { noteCheckCame } from '../mailboxes/note-check-came.server.ts';
import type { WayIn } from '../mailboxes/ways-in.ts';

/** A mail that came in, whichever way. */
export interface ArrivingMail {
  mailboxId: string | null;
  source: WayIn;
  /** What the source calls it; without one it is known by its bytes. */
  sourceKey?: string;
  envelope: { from: string; to: readonly string[] };
  bytes: Buffer;
  vouched?: Vouched;
  /** It lay in the spam folder of its mailbox. */
  fromJunk?: boolean;
}

export type Taken = { state: 'arrived'; arrivalId: string } | { state: 'known' } | { state: 'check' };

/**
 * Keeps a mail's bytes and has it read later: once this has answered, the mail is not lost. Handed in again under its key, it is the one that is there. The bytes are in
 * the store before a row speaks of them, and a job that was written before removes what no row came to speak of.
 */
export async function takeMail(ctx: ShopContext, files: FileStore, mail: ArrivingMail): Promise<Taken> {
  const { mailboxId, source, envelope, bytes, vouched } = mail;
  const sourceKey = mail.sourceKey ?? createHash('sha256').update(bytes).digest('base64url');
  const token = checkToken(bytes);
  if (token !== null && (await noteCheckCame(ctx, token, mailboxId))) return { state: 'check' };

  const file = `shops/${ctx.shop.id}/mail/${randomUUID()}.eml`;
  const isKnown = await ctx.tx(async (tx) => {
    if (await tx.mail_arrivals.findFirst({ where: { source, source_key: sourceKey }, select: { id: true } })) return true;
    await enqueue(tx, removeMailFilesJob, { files: [file] }, { runAt: after(ctx.clock.now(), hour) });
    return false;
  });
  if (isKnown) return { state: 'known' };

  await files.put(file, bytes, 'message/rfc822');
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const [row] = await tx.mail_arrivals.createManyAndReturn({
      data: [{
        mailbox_id: mailboxId, source, source_key: sourceKey, envelope_from: addressIn(envelope.from), envelope_to: envelope.to.map(addressIn),
        raw_file: file, size: bytes.length, received_at: now, vouched: vouched?.vouched ?? 'unknown', checks: vouched?.checks ?? {}, from_junk: mail.fromJunk ?? false,
      }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!row) return { state: 'known' };
    await enqueue(tx, keepMailJobOf(bytes), { arrivalId: String(row.id) });
    if (mailboxId !== null) {
      const { count } = await tx.mailboxes.updateMany({ where: { id: mailboxId, OR: [{ last_mail_at: null }, { last_mail_at: { lt: after(now, -60_000) } }] }, data: { last_mail_at: now } });
      if (count > 0) await announce(tx, 'mailboxes');
    }
    return { state: 'arrived', arrivalId: String(row.id) };
  });
}

const longestAddress = 320;
/** An address of the envelope as the database takes it: somebody else's program said it. */
const addressIn = (written: string): string => cut(storable(written), longestAddress);
