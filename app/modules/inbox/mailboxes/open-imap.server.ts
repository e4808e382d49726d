import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ImapServer } from '#app/platform/mail-in/imap-connection.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ImapAccess } from './mailbox.ts';

/** The way into a mailbox of a shop, its secret opened. */
export type OpenImap = (ctx: ShopContext, mailboxId: string, access: ImapAccess) => Promise<ImapServer>;

/** Opens what is kept sealed. */
export function createOpenImap(sealer: Sealer): OpenImap {
  return async (_ctx, _mailboxId, { host, port, security, user, sealedSecret }) => ({ host, port, security, user, auth: { password: sealer.open(sealedSecret) } });
}
