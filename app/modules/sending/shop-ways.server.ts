import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { SmsSender } from '#app/platform/sms/sms-sender.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { isInUse, sendingDomainSetting, type SendingDomain } from './domain/sending-domain.ts';
import { mailAccountSetting } from './mail/mail-account.ts';
import { mailerOf } from './mail/mailer-of.server.ts';
import { smsAccountSetting } from './sms/sms-account.ts';
import { smsSenderOf } from './sms/sms-sender-of.server.ts';

/** The ways out that belong to the app itself; `sms` is null where it has none. */
interface House {
  mailer: Mailer;
  sms: SmsSender | null;
  sealer: Sealer;
  appUrl: string;
}

/**
 * How a shop's messages leave as things stand: through the merchant's own accounts, else through ours; mail through ours from the merchant's
 * domain where its key is in DNS.
 */
export async function shopWays(ctx: ShopContext, { mailer, sms, sealer, appUrl }: House): Promise<{ mailer: Mailer; sms: SmsSender | null }> {
  const { account, domain, phone } = await ctx.tx(async (tx) => ({
    account: (await readSetting(tx, mailAccountSetting)).value.account,
    domain: (await readSetting(tx, sendingDomainSetting)).value.domain,
    phone: (await readSetting(tx, smsAccountSetting)).value.account,
  }));
  const ours = domain && isInUse(domain) ? fromDomain(mailer, domain, sealer) : mailer;
  return { mailer: account ? mailerOf(account, sealer) : ours, sms: phone ? smsSenderOf(phone, sealer, appUrl) : sms };
}

function fromDomain(mailer: Mailer, { name, mailbox, selector, sealedPrivateKey }: SendingDomain, sealer: Sealer): Mailer {
  const identity = { address: `${mailbox}@${name}`, dkim: { selector, privateKey: sealer.open(sealedPrivateKey) } };
  return { send: (message) => mailer.send({ ...message, identity }), close: mailer.close };
}
