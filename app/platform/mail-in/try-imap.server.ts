import { imapClient, imapFailure, type ImapFailure, type ImapServer } from './imap-connection.server.ts';
import { openFolder, type ImapFolder, type ImapPosition } from './imap-folder.server.ts';

/** Whether the server lets us into this mailbox: connects, shows the password, opens the folder and changes nothing. Answers where the folder stands now, or what is wrong. */
export async function tryImap(server: ImapServer, { allowInside, folder = 'inbox' }: { allowInside: boolean; folder?: ImapFolder }): Promise<ImapPosition | ImapFailure> {
  const client = await imapClient(server, { allowInside });
  if (!client) return 'unreachable';
  try {
    await client.connect();
    return await openFolder(client, folder);
  } catch (error) {
    return imapFailure(error);
  } finally {
    client.close();
  }
}
