import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import { domainOf } from '#app/platform/mail/ready-mail.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { SmsSender } from '#app/platform/sms/sms-sender.server.ts';
import type { Transports } from '#app/modules/outbox/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { isInUse, sendingDomainSetting, type SendingDomain } from './domain/sending-domain.ts';
import { klaviyoSetting } from './klaviyo/klaviyo-account.ts';
import { klaviyoCourier } from './klaviyo/klaviyo-courier.server.ts';
import { mailAccountSetting } from './mail/mail-account.ts';
import { mailerOf } from './mail/mailer-of.server.ts';
import { mailServerSetting, type MailServer } from './server/mail-server.ts';
import { serverMailerOf } from './server/server-mailer-of.server.ts';
import { smsAccountSetting } from './sms/sms-account.ts';
import { smsSenderOf } from './sms/sms-sender-of.server.ts';
import { whatsAppSetting } from './whatsapp/whatsapp-account.ts';
import { whatsAppCourier } from './whatsapp/whatsapp-courier.server.ts';

/** The ways out of one shop. */
type Ways = Required<Pick<Transports, 'mailer' | 'sms' | 'couriers'>> & {
  /** Hangs up at the merchant's own mail server; what belongs to the app stays open. */
  close(): void;
};

/** The ways out that belong to the app itself; `sms` is null where it has none. */
interface House {
  mailer: Mailer;
  sms: SmsSender | null;
  sealer: Sealer;
  appUrl: string;
  /** Whether merchants' mail servers may stand in our own network. */
  allowInside?: boolean;
}

/**
 * How a shop's messages leave as things stand: through the merchant's own accounts, else through ours. Where we hand mail to a server, the
 * merchant's or ours, it is signed with the key of the merchant's domain while that is in DNS.
 */
export async function shopWays(ctx: ShopContext, { mailer, sms, sealer, appUrl, allowInside = false }: House): Promise<Ways> {
  const { account, server, domain, phone, whatsApp, klaviyo } = await ctx.tx(async (tx) => ({
    account: (await readSetting(tx, mailAccountSetting)).value.account,
    server: (await readSetting(tx, mailServerSetting)).value.server,
    domain: (await readSetting(tx, sendingDomainSetting)).value.domain,
    phone: (await readSetting(tx, smsAccountSetting)).value.account,
    whatsApp: (await readSetting(tx, whatsAppSetting)).value.account,
    klaviyo: (await readSetting(tx, klaviyoSetting)).value.account,
  }));
  const inUse = domain && isInUse(domain) ? domain : null;
  const byServer = server ? throughServer(server, inUse, serverMailerOf(server, sealer, { log: ctx.log, allowInside }), sealer) : null;
  const ours = inUse ? fromDomain(mailer, inUse, sealer) : mailer;
  const couriers = { ...(whatsApp ? { whatsapp: whatsAppCourier(whatsApp, sealer) } : {}), ...(klaviyo ? { klaviyo: klaviyoCourier(klaviyo, sealer) } : {}) };
  return { mailer: account ? mailerOf(account, sealer) : (byServer ?? ours), sms: phone ? smsSenderOf(phone, sealer, appUrl) : sms, couriers, close: () => byServer?.close() };
}

function fromDomain(mailer: Mailer, domain: SendingDomain, sealer: Sealer): Mailer {
  const identity = { address: `${domain.mailbox}@${domain.name}`, dkim: keyOf(domain, sealer) };
  return { send: (message) => mailer.send({ ...message, identity }), close: mailer.close };
}

/** Mail through the merchant's server keeps the address that the server knows; our signature is for the domain of that address or none. */
function throughServer({ from }: MailServer, domain: SendingDomain | null, mailer: Mailer, sealer: Sealer): Mailer {
  if (domain?.name !== domainOf(from)) return mailer;
  const identity = { address: from, dkim: keyOf(domain, sealer) };
  return { send: (message) => mailer.send({ ...message, identity }), close: mailer.close };
}

function keyOf({ selector, sealedPrivateKey }: SendingDomain, sealer: Sealer) {
  return { selector, privateKey: sealer.open(sealedPrivateKey) };
}
