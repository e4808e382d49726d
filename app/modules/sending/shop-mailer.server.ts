import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { mailAccountSetting } from './mail/mail-account.ts';
import { mailerOf } from './mail/mailer-of.server.ts';

/** The ways out that belong to the app itself. */
interface House {
  mailer: Mailer;
  sealer: Sealer;
}

/** How a shop's mail leaves as things stand: through the merchant's own account, else through our own mail server. */
export async function shopMailer(ctx: ShopContext, { mailer, sealer }: House): Promise<Mailer> {
  const { account } = (await ctx.tx((tx) => readSetting(tx, mailAccountSetting))).value;
  return account ? mailerOf(account, sealer) : mailer;
}
