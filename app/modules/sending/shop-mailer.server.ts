import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { isInUse, sendingDomainSetting, type SendingDomain } from './domain/sending-domain.ts';
import { mailAccountSetting } from './mail/mail-account.ts';
import { mailerOf } from './mail/mailer-of.server.ts';

/** The ways out that belong to the app itself. */
interface House {
  mailer: Mailer;
  sealer: Sealer;
}

/** How a shop's mail leaves as things stand: through the merchant's own account, else through our own mail server, from the merchant's domain where its key is in DNS. */
export async function shopMailer(ctx: ShopContext, { mailer, sealer }: House): Promise<Mailer> {
  const { account, domain } = await ctx.tx(async (tx) => ({
    account: (await readSetting(tx, mailAccountSetting)).value.account,
    domain: (await readSetting(tx, sendingDomainSetting)).value.domain,
  }));
  if (account) return mailerOf(account, sealer);
  return domain && isInUse(domain) ? fromDomain(mailer, domain, sealer) : mailer;
}

function fromDomain(mailer: Mailer, { name, mailbox, selector, sealedPrivateKey }: SendingDomain, sealer: Sealer): Mailer {
  const identity = { address: `${mailbox}@${name}`, dkim: { selector, privateKey: sealer.open(sealedPrivateKey) } };
  return { send: (message) => mailer.send({ ...message, identity }), close: mailer.close };
}
