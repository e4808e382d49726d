import { announce } from '#app/platform/live/live.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import { imapFolders, type ImapFolder, type ImapPosition } from '#app/platform/mail-in/imap-folder.server.ts';
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

/** Reads one mailbox until stopped, with its spam folder where that is wanted; how it stands is written down where that changes. */
export function readMailbox(ctx: ShopContext, mailboxId: string, needs: ReadingNeeds): ImapReader {
  let last: Promise<unknown> = Promise.resolve();
  /** A provider takes a token back that two show at once: who opens reads what the other one was given. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const readers = imapFolders.map((folder) => readFolder(ctx, { mailboxId, folder, inTurn }, needs));
  return { stop: async () => void (await Promise.all(readers.map((reader) => reader.stop()))) };
}

interface Part {
  mailboxId: string;
  folder: ImapFolder;
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

function readFolder(ctx: ShopContext, { mailboxId, folder, inTurn }: Part, { files, openImap, allowInside, pause }: ReadingNeeds): ImapReader {
  const isJunk = folder === 'junk';
  const known = { address: '', host: '', user: '' };
  /** As long as it is the mailbox that is read: the numbers of another one say nothing of it, nor those of a spam folder that is read no more. */
  const here = () => ({ id: mailboxId, ...(isJunk ? { junk_last_uid: { not: null } } : {}), AND: [{ settings: { path: ['imap', 'host'], equals: known.host } }, { settings: { path: ['imap', 'user'], equals: known.user } }] });
  const row = () => ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { id: mailboxId } }));
  const columns = ({ uidValidity, lastUid }: ImapPosition) => (isJunk ? { junk_uid_validity: uidValidity, junk_last_uid: lastUid } : { uid_validity: uidValidity, last_uid: lastUid, checked_at: ctx.clock.now() });
  return readImap({
    folder,
    allowInside,
    log: ctx.log,
    ...(pause ? { pause } : {}),
    open: () => inTurn(async () => {
      const { address, settings, checked_at, ...at } = await row();
      const [uidValidity, lastUid] = isJunk ? [at.junk_uid_validity, at.junk_last_uid] : [at.uid_validity, at.last_uid];
      const position = uidValidity === null || lastUid === null ? null : { uidValidity, lastUid };
      if (isJunk && position === null) return null;
      const { imap } = readMailboxSettings(settings);
      if (!imap) throw new Error('The mailbox is none that is fetched.');
      Object.assign(known, { address, host: imap.host, user: imap.user });
      return { server: await openImap(ctx, mailboxId, imap), position, readAt: checked_at };
    }),
    async take({ uidValidity, uid, bytes }) {
      // A mailbox that took another's place may number its mails alike.
      const sourceKey = [mailboxId, known.user, known.host, ...(isJunk ? ['junk'] : []), uidValidity, uid].join(':');
      const vouched = await whoVouches(bytes, { from: '' });
      await takeMail(ctx, files, { mailboxId, source: 'imap', sourceKey, envelope: { from: '', to: [known.address] }, bytes, vouched, fromJunk: isJunk });
    },
    async advance(position) {
      await ctx.tx((tx) => tx.mailboxes.updateMany({ where: here(), data: columns(position) }));
    },
    async stand(state) {
      if (state !== 'on') ctx.log.warn({ mailboxId, folder, failure: state }, 'a mailbox cannot be read');
      // Whether customers reach the shop is told by the inbox.
      if (isJunk) return;
      const next = state === 'on' ? { state: 'on', failure: null } : { state: 'failing', failure: state };
      await ctx.tx(async (tx) => {
        const { count } = await tx.mailboxes.updateMany({ where: { id: mailboxId, OR: [{ state: { not: next.state } }, { failure: { not: next.failure } }] }, data: next });
        if (count > 0) await announce(tx, 'mailboxes');
      });
    },
  });
}
