import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { MailboxFailure, type ImapServer } from '#app/platform/mail-in/imap-connection.server.ts';
import { askForMailTokens, loginPlaces, type LoginClients, type LoginPlace, type MailLogin } from '#app/platform/mail-in/mail-logins.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ImapAccess } from './mailbox.ts';

/** The way into a mailbox of a shop: its password, or a token that is good for an hour. */
export type OpenImap = (ctx: ShopContext, mailboxId: string, access: ImapAccess) => Promise<ImapServer>;

interface Needs {
  sealer: Sealer;
  clients: LoginClients;
  places?: Readonly<Record<MailLogin, LoginPlace>>;
}

/** Opens what is kept sealed. A provider that gives another refresh token with an access token takes the former back: the new one is kept at once. */
export function createOpenImap({ sealer, clients, places = loginPlaces }: Needs): OpenImap {
  return async (ctx, mailboxId, { host, port, security, user, auth, sealedSecret }) => {
    const secret = sealer.open(sealedSecret);
    if (auth === 'password') return { host, port, security, user, auth: { password: secret } };
    const client = clients[auth];
    const tokens = client ? await askForMailTokens(places[auth], client, { refreshToken: secret }).catch(() => Promise.reject(new MailboxFailure('unreachable'))) : 'refused';
    if (tokens === 'refused') throw new MailboxFailure('login');
    const { refreshToken, accessToken } = tokens;
    if (refreshToken !== null && refreshToken !== secret) {
      const imap = { host, port, security, user, auth, sealedSecret: sealer.seal(refreshToken) };
      await ctx.tx((tx) => tx.mailboxes.updateMany({ where: { id: mailboxId, settings: { path: ['imap', 'sealedSecret'], equals: sealedSecret } }, data: { settings: { imap } } }));
    }
    return { host, port, security, user, auth: { accessToken } };
  };
}
