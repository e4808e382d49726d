import { announce } from '#app/platform/live/live.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { readImap, type ImapReader, type ImapReaderOptions } from '#app/platform/mail-in/imap-reader.server.ts';
import { whoVouches } from '#app/platform/mail-in/who-vouches.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readMailboxSettings } from '../mailboxes/mailbox.ts';
import type { OpenImap } from '../mailboxes/open-imap.server.ts';
import { takeMail } from './take-mail.server.ts';

export interface ReadingNeeds {
  files: FileStore;
  /** The way into a mailbox, with a password or a fresh token. */
  openImap: OpenImap;
  allowInside: boolean;
  pause?: ImapReaderOptions['pause'];
}

/** Reads one mailbox until stopped; how it stands is written down where that changes. */
export function readMailbox(ctx: ShopContext, mailboxId: string, { files, openImap, allowInside, pause }: ReadingNeeds): ImapReader {
  const known = { address: '' };
  const row = () => ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { id: mailboxId } }));
  return readImap({
    allowInside,
    log: ctx.log,
    ...(pause ? { pause } : {}),
    async open() {
      const { address, settings, uid_validity, last_uid, checked_at } = await row();
      known.address = address;
      const { imap } = readMailboxSettings(settings);
      if (!imap) throw new Error('The mailbox is none that is fetched.');
      const position = uid_validity === null || last_uid === null ? null : { uidValidity: uid_validity, lastUid: last_uid };
      return { server: await openImap(ctx, mailboxId, imap), position, readAt: checked_at };
    },
    async take({ uidValidity, uid, bytes }) {
      const vouched = await whoVouches(bytes, { from: '' });
      await takeMail(ctx, files, { mailboxId, source: 'imap', sourceKey: `${mailboxId}:${uidValidity}:${uid}`, envelope: { from: '', to: [known.address] }, bytes, vouched });
    },
    async advance({ uidValidity, lastUid }) {
      await ctx.tx((tx) => tx.mailboxes.updateMany({ where: { id: mailboxId }, data: { uid_validity: uidValidity, last_uid: lastUid, checked_at: ctx.clock.now() } }));
    },
    async stand(state) {
      const next = state === 'on' ? { state: 'on', failure: null } : { state: 'failing', failure: state };
      await ctx.tx(async (tx) => {
        const { count } = await tx.mailboxes.updateMany({ where: { id: mailboxId, OR: [{ state: { not: next.state } }, { failure: { not: next.failure } }] }, data: next });
        if (count > 0) await announce(tx, 'mailboxes');
      });
      if (state !== 'on') ctx.log.warn({ mailboxId, failure: state }, 'a mailbox cannot be read');
    },
  });
}
