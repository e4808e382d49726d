import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { leavesFrom } from '#app/modules/sending/index.server.ts';
import { mailLogins, type LoginClients, type MailLogin } from '#app/platform/mail-in/mail-logins.server.ts';
import { readMailboxSettings, type ImapAccess, type MailboxSettings } from './mailbox.ts';
import { isWayIn, type WayIn } from './ways-in.ts';

/** An address that customers write to, as the settings page shows it; its secrets are not in it. */
export interface MailboxView {
  id: string;
  address: string;
  name: string;
  wayIn: WayIn;
  isDefault: boolean;
  /** The address its answers leave from: another one, while the shop does not send from this one's domain. */
  leavesAs: string;
  state: 'on' | 'failing';
  /** Why it cannot be read or is not ours, by the name of a text. */
  failure: string | null;
  lastMailAt: string | null;
  /** Since when a mail to it is known to arrive. */
  verifiedAt: string | null;
  /** When the test mail was sent that has not come back yet. */
  checkSentAt: string | null;
  /** Where mail is forwarded to, or what is entered at the provider. */
  target: string | null;
  imap: Pick<ImapAccess, 'host' | 'port' | 'security' | 'user' | 'auth'> | null;
  /** Whether its spam folder is read, too. */
  readsJunk: boolean;
}

export interface MailboxesView {
  mailboxes: MailboxView[];
  /** Whether mail can be forwarded to a mail server of ours. */
  hasDoor: boolean;
  /** Where a merchant can sign in instead of giving us a password. */
  logins: MailLogin[];
}

/** How the world knows us. */
export interface MailboxPlaceName {
  appUrl: string;
  /** The name of our own mail server, where there is one. */
  doorName: string | null;
  clients: LoginClients;
  /** What mail leaves from where the shop sends from no address of its own. */
  houseAddress: string;
}

/** The addresses of a shop, the one that answers leave from first. */
export async function mailboxesView(tx: ShopTx, sealer: Sealer, place: MailboxPlaceName): Promise<MailboxesView> {
  const from = await leavesFrom(tx, place.houseAddress);
  const rows = await tx.mailboxes.findMany({ orderBy: [{ is_default: 'desc' }, { created_at: 'asc' }] });
  return {
    hasDoor: place.doorName !== null,
    logins: mailLogins.filter((login) => place.clients[login] !== null),
    mailboxes: rows.map((row) => {
      const wayIn = isWayIn(row.way_in) ? row.way_in : 'door';
      const settings = readMailboxSettings(row.settings);
      return {
        id: row.id,
        address: row.address,
        name: row.name,
        wayIn,
        isDefault: row.is_default,
        leavesAs: from(row.address),
        state: row.state === 'failing' ? 'failing' : 'on',
        failure: row.failure,
        lastMailAt: row.last_mail_at?.toISOString() ?? null,
        verifiedAt: row.verified_at?.toISOString() ?? null,
        checkSentAt: row.check_token === null ? null : (row.check_sent_at?.toISOString() ?? null),
        target: targetOf(wayIn, { key: row.key, settings, sealer, ...place }),
        imap: settings.imap ? imapView(settings.imap) : null,
        readsJunk: row.junk_last_uid !== null,
      };
    }),
  };
}

function imapView({ host, port, security, user, auth }: ImapAccess) {
  return { host, port, security, user, auth };
}

function targetOf(wayIn: WayIn, { key, settings, sealer, appUrl, doorName }: Omit<MailboxPlaceName, 'clients' | 'houseAddress'> & { key: string; settings: MailboxSettings; sealer: Sealer }): string | null {
  if (wayIn === 'imap') return null;
  if (wayIn === 'door') return doorName && `${key}@${doorName}`;
  const address = new URL(`${appUrl}/inbound/inbox/${wayIn}`);
  address.searchParams.set('key', key);
  // Mailgun sends the mail as it is only to an address that ends so.
  if (wayIn === 'mailgun') address.searchParams.set('as', 'mime');
  // Postmark signs nothing: it shows the name and password of the address it was given.
  if (wayIn === 'postmark' && settings.sealedSecret !== undefined) Object.assign(address, { username: 'aftercare', password: sealer.open(settings.sealedSecret) });
  return address.href;
}
