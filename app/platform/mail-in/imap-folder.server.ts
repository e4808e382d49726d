import type { ImapFlow } from 'imapflow';
import { MailboxFailure } from './imap-connection.server.ts';

/** What can be read of a mailbox: where mail comes in, and where its server puts what it takes for spam. */
export const imapFolders = ['inbox', 'junk'] as const;
export type ImapFolder = (typeof imapFolders)[number];

/** Where a folder stands: its numbering, and the last number given in it. */
export interface ImapPosition {
  uidValidity: bigint;
  lastUid: bigint;
}

/** Opens a folder to be read, and nothing else. A mailbox without a spam folder fails by its name: which one it is its server marks, or its name says in a language that is known. */
export async function openFolder(client: ImapFlow, folder: ImapFolder): Promise<ImapPosition> {
  const path = folder === 'inbox' ? 'INBOX' : (await client.list()).find(({ specialUse }) => specialUse === '\\Junk')?.path;
  if (path === undefined) throw new MailboxFailure('folder');
  const { uidValidity, uidNext } = await client.mailboxOpen(path, { readOnly: true });
  return { uidValidity, lastUid: BigInt(uidNext) - 1n };
}
