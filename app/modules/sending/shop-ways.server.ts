import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';
import type { Mailer, MailIdentity } from '#app/platform/mail/mailer.server.ts';
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
  const byAccount = account ? speakingFor(mailerOf(account, sealer), { address: account.from, dkim: null }) : null;
  const ours = inUse ? fromDomain(mailer, inUse, sealer) : mailer;
  const couriers = { ...(whatsApp ? { whatsapp: whatsAppCourier(whatsApp, sealer) } : {}), ...(klaviyo ? { klaviyo: klaviyoCourier(klaviyo, sealer) } : {}) };
  return { mailer: byAccount ?? byServer ?? ours, sms: phone ? smsSenderOf(phone, sealer, appUrl) : sms, couriers, close: () => byServer?.close() };
}

function fromDomain(mailer: Mailer, domain: SendingDomain, sealer: Sealer): Mailer {
  return speakingFor(mailer, { address: `${domain.mailbox}@${domain.name}`, dkim: keyOf(domain, sealer) });
}

/** Mail through the merchant's server keeps the address that the server knows; our signature is for the domain of that address or none. */
function throughServer({ from }: MailServer, domain: SendingDomain | null, mailer: Mailer, sealer: Sealer): Mailer {
  return speakingFor(mailer, { address: from, dkim: domain?.name === domainOf(from) ? keyOf(domain, sealer) : null });
}

/** Mail leaves from this address; a letter from the one it asks for, where that is of the same domain and whoever sends it does not refuse that one. */
function speakingFor(mailer: Mailer, own: MailIdentity): Mailer {
  return {
    async send(message) {
      const asked = message.sender.address;
      const asItself = () => mailer.send({ ...message, identity: own });
      if (!asked || domainOf(asked) !== domainOf(own.address).toLowerCase()) return asItself();
      try {
        return await mailer.send({ ...message, identity: { ...own, address: asked } });
      } catch (error) {
        // What was refused has not left. Of a domain that many share, or an account that may write as one address only, ours is still taken.
        if (error instanceof DeliveryFailure && error.fate !== 'unknown' && !error.deadAddress && !error.leftForCopies) return asItself();
        throw error;
      }
    },
    close: mailer.close,
  };
}

function keyOf({ selector, sealedPrivateKey }: SendingDomain, sealer: Sealer) {
  return { selector, privateKey: sealer.open(sealedPrivateKey) };
}
