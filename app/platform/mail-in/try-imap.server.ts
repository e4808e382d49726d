import { imapClient, imapFailure, type ImapFailure, type ImapServer } from './imap-connection.server.ts';

/** Where a mailbox stands: its numbering, and the last number given in it. */
export interface ImapPosition {
  uidValidity: bigint;
  lastUid: bigint;
}

/** Whether the server lets us into this mailbox: connects, shows the password, opens the inbox and changes nothing. Answers where the inbox stands now, or what is wrong. */
export async function tryImap(server: ImapServer, { allowInside }: { allowInside: boolean }): Promise<ImapPosition | ImapFailure> {
  const client = await imapClient(server, { allowInside });
  if (!client) return 'unreachable';
  try {
    await client.connect();
    const { uidValidity, uidNext } = await client.mailboxOpen('INBOX', { readOnly: true });
    return { uidValidity, lastUid: BigInt(uidNext) - 1n };
  } catch (error) {
    return imapFailure(error);
  } finally {
    client.close();
  }
}
