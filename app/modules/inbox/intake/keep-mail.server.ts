import { after, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { removeMailFilesJob } from '../keeping/jobs.ts';
import { dedupeKey } from './dedupe-key.ts';
import { filesOf } from './mail-files.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { keepMessage } from './keep-message.server.ts';
import { ownAddresses } from './own-addresses.server.ts';
import { ownReturn } from './own-return.server.ts';
import { takenOutOfJunk } from './taken-out-of-junk.server.ts';

/** What keeping a mail needs besides the shop. */
export interface IntakeNeeds {
  files: FileStore;
  read(bytes: Buffer): Promise<IncomingMail>;
  /** What our reply addresses are signed with, newest first. */
  secrets: readonly string[];
}

/**
 * Keeps a mail that came in: as a message of the ticket it belongs to, once, however often it came. Trying again after any failure is safe: files lie
 * under names made of the arrival, and everything else is one transaction.
 */
export async function keepMail(ctx: ShopContext, { files, read, secrets }: IntakeNeeds, { arrivalId }: { arrivalId: string }): Promise<void> {
  const { arrival, own } = await ctx.tx(async (tx) => ({ arrival: await tx.mail_arrivals.findFirst({ where: { id: BigInt(arrivalId), state: 'waiting' } }), own: await ownAddresses(tx) }));
  if (!arrival) return;
  const stored = await files.get(arrival.raw_file);
  if (!stored) throw new Error('The bytes of a mail are not in the file store.');
  const bytes = Buffer.from(await new Response(stored).arrayBuffer());
  const incoming = await read(bytes);
  const key = dedupeKey(incoming.mail, bytes);
  const attached = filesOf(incoming, { shopId: ctx.shop.id, arrivalId });

  const knownAs = async (tx: ShopTx): Promise<bigint | null> =>
    (await tx.messages.findFirst({ where: { dedupe_key: key }, select: { id: true } }))?.id ?? ownReturn(tx, incoming.mail, own);
  if (attached.length > 0) {
    const isKnown = await ctx.tx(async (tx) => {
      if ((await knownAs(tx)) !== null) return true;
      // Written before the files are: whatever happens now, none stays that no row speaks of.
      await enqueue(tx, removeMailFilesJob, { files: attached.map(({ file }) => file) }, { key: `inbox.files:${arrivalId}`, runAt: after(ctx.clock.now(), hour) });
      return false;
    });
    if (!isKnown) for (const { file, content, type } of attached) await files.put(file, content, type);
  }
  await ctx.tx(async (tx) => {
    const known = await knownAs(tx);
    const now = ctx.clock.now();
    const messageId = known ?? (await keepMessage(tx, { shop: ctx.shop, secrets, now }, { incoming, key, attached, arrival, own }));
    if (known !== null && !arrival.from_junk) await takenOutOfJunk(tx, { messageId, mailboxId: arrival.mailbox_id, now });
    await tx.mail_arrivals.updateMany({ where: { id: arrival.id }, data: { state: known === null ? 'kept' : 'known', message_id: messageId } });
  });
}
