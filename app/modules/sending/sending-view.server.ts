import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { pushAddress } from '#app/platform/webhooks/push-token.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { recordsOf, type DnsRecord, type RecordState } from './domain/records.ts';
import { isInUse, sendingDomainSetting, type SendingDomain } from './domain/sending-domain.ts';
import { mailAccountSetting, type MailAccount } from './mail/mail-account.ts';
import { mailProviderFacts, type MailProvider } from './mail/mail-provider.ts';
import { klaviyoSetting } from './klaviyo/klaviyo-account.ts';
import { mailServerSetting, type MailServer } from './server/mail-server.ts';
import { smsAccountSetting, type SmsAccount } from './sms/sms-account.ts';
import { smsProviderFacts, type SmsProvider } from './sms/sms-provider.ts';
import { whatsAppSetting, type WhatsAppAccount } from './whatsapp/whatsapp-account.ts';

/** A merchant's account at a mail provider as the settings page shows it; the key is not in it. */
export interface MailAccountView {
  provider: MailProvider;
  name: string;
  from: string;
  keyEnd: string;
  account: string;
  region: string;
  /** True where news of the provider can be verified. */
  hearsNews: boolean;
  /** What the merchant enters at the provider as its webhook. */
  newsAddress: string;
}

/** A merchant's own domain, with what belongs in its DNS and how that stood the last time. */
export interface SendingDomainView {
  address: string;
  inUse: boolean;
  checkedAt: string | null;
  records: (DnsRecord & { state: RecordState | null })[];
}

/** A merchant's account at an SMS provider as the settings page shows it; the key is not in it. */
export interface SmsAccountView {
  provider: SmsProvider;
  name: string;
  account: string;
  keyEnd: string;
  number: string;
  senderName: string;
  /** One line a country, as the merchant wrote them. */
  senders: string;
  hearsNews: boolean;
  newsAddress: string;
}

/** A merchant's own mail server as the settings page shows it; the password is not in it. */
export type MailServerView = Pick<MailServer, 'host' | 'port' | 'security' | 'user' | 'from'>;

/** A merchant's number at WhatsApp as the settings page shows it; its secrets are not in it. */
export interface WhatsAppView {
  phoneNumberId: string;
  tokenEnd: string;
  /** What the merchant enters at Meta, and what Meta then shows us. */
  newsAddress: string;
  greeting: string;
}

/** Through what and from where a shop's messages leave. */
export interface SendingView {
  phone: SmsAccountView | null;
  /** True where SMS can leave without an account of the merchant's. */
  hasHouseSms: boolean;
  account: MailAccountView | null;
  server: MailServerView | null;
  whatsApp: WhatsAppView | null;
  /** The last signs of Klaviyo's key. */
  klaviyo: string | null;
  domain: SendingDomainView | null;
  /** The address that mail leaves from while nothing is set. */
  houseAddress: string;
}

/** What the app itself has, and how the world knows it. */
export interface SendingPlace {
  appUrl: string;
  houseAddress: string;
  hasHouseSms: boolean;
  spfHost: string;
}

export async function sendingView(tx: ShopTx, sealer: Sealer, { appUrl, houseAddress, hasHouseSms, spfHost }: SendingPlace): Promise<SendingView> {
  const { account } = (await readSetting(tx, mailAccountSetting)).value;
  const { domain } = (await readSetting(tx, sendingDomainSetting)).value;
  const { server } = (await readSetting(tx, mailServerSetting)).value;
  const whatsApp = (await readSetting(tx, whatsAppSetting)).value.account;
  const klaviyo = (await readSetting(tx, klaviyoSetting)).value.account;
  const phone = (await readSetting(tx, smsAccountSetting)).value.account;
  return { phone: phone && phoneView(phone, appUrl), hasHouseSms, account: account && accountView(account, appUrl, sealer), server: server && serverView(server), whatsApp: whatsApp && whatsAppView(whatsApp, appUrl), klaviyo: klaviyo?.keyEnd ?? null, domain: domain && domainView(domain, spfHost), houseAddress };
}

function accountView({ provider, from, keyEnd, account, region, sealedWebhookSecret, token }: MailAccount, appUrl: string, sealer: Sealer): MailAccountView {
  const newsAddress = new URL(pushAddress(appUrl, `mail/${provider}`, token));
  // Who signs nothing shows the name and password of the address it was given.
  if (!mailProviderFacts[provider].signs && sealedWebhookSecret !== null) Object.assign(newsAddress, { username: 'aftercare', password: sealer.open(sealedWebhookSecret) });
  return { provider, name: mailProviderFacts[provider].name, from, keyEnd, account, region, hearsNews: sealedWebhookSecret !== null, newsAddress: newsAddress.href };
}

function serverView({ host, port, security, user, from }: MailServer): MailServerView {
  return { host, port, security, user, from };
}

function whatsAppView({ phoneNumberId, tokenEnd, greeting, token }: WhatsAppAccount, appUrl: string): WhatsAppView {
  return { phoneNumberId, tokenEnd, greeting, newsAddress: pushAddress(appUrl, 'whatsapp/meta', token) };
}

function phoneView({ provider, account, keyEnd, number, senderName, senders, sealedWebhookSecret, token }: SmsAccount, appUrl: string): SmsAccountView {
  const { name, signsWithKey } = smsProviderFacts[provider];
  return { provider, name, account, keyEnd, number, senderName, senders: senders.map(({ country, sender }) => `${country} ${sender}`).join('\n'), hearsNews: signsWithKey || sealedWebhookSecret !== null, newsAddress: pushAddress(appUrl, `sms/${provider}`, token) };
}

function domainView(domain: SendingDomain, spfHost: string): SendingDomainView {
  const { name, mailbox, checked } = domain;
  return {
    address: `${mailbox}@${name}`,
    inUse: isInUse(domain),
    checkedAt: checked?.at ?? null,
    records: recordsOf(domain, spfHost).map((record) => ({ ...record, state: checked?.[record.kind] ?? null })),
  };
}
