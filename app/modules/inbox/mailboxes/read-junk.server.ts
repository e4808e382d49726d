import { notFound } from '#app/kernel/errors.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { imapFailure } from '#app/platform/mail-in/imap-connection.server.ts';
import { tryImap } from '#app/platform/mail-in/try-imap.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { readMailboxSettings } from './mailbox.ts';
import type { OpenImap } from './open-imap.server.ts';

interface Needs {
  openImap: OpenImap;
  allowInside: boolean;
}

/** Has the spam folder of a mailbox that we fetch be read from now on, or no more. Said to be read only once it was opened: what is wrong is said in names of texts. */
export async function readJunk(ctx: ShopContext, { id, isWanted }: { id: string; isWanted: boolean }, { openImap, allowInside }: Needs): Promise<{ done: true } | { errors: FormErrors }> {
  const mailbox = await ctx.tx((tx) => tx.mailboxes.findFirst({ where: { id } }));
  const { imap } = readMailboxSettings(mailbox?.settings ?? {});
  if (!mailbox || !imap) throw notFound('mailbox');
  if (isWanted === (mailbox.junk_last_uid !== null)) return { done: true };
  const position = isWanted ? await openImap(ctx, id, imap).then((server) => tryImap(server, { allowInside, folder: 'junk' }), imapFailure) : null;
  if (typeof position === 'string') return { errors: { fields: {}, form: position === 'folder' ? 'junkFolder' : position } };
  await ctx.tx(async (tx) => {
    await takeTurn(tx, 'mailboxes');
    const isStillIt = [{ settings: { path: ['imap', 'host'], equals: imap.host } }, { settings: { path: ['imap', 'user'], equals: imap.user } }];
    const { count } = await tx.mailboxes.updateMany({ where: { id, AND: isStillIt }, data: { junk_uid_validity: position?.uidValidity ?? null, junk_last_uid: position?.lastUid ?? null } });
    if (count === 0) throw notFound('mailbox');
    // Whoever reads it opens it anew.
    await tx.$queryRaw`select app.open_mail_door(${mailbox.key}, ${mailbox.address}, ${id}::uuid, true)::text`;
    await announce(tx, 'mailboxes');
  });
  return { done: true };
}
