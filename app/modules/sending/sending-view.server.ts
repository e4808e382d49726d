import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { pushAddress } from '#app/platform/webhooks/push-token.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { recordsOf, type DnsRecord, type RecordState } from './domain/records.ts';
import { isInUse, sendingDomainSetting, type SendingDomain } from './domain/sending-domain.ts';
import { mailAccountSetting, type MailAccount } from './mail/mail-account.ts';
import { mailProviderFacts, type MailProvider } from './mail/mail-provider.ts';

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

/** Through what and from where a shop's mail leaves. */
export interface SendingView {
  account: MailAccountView | null;
  domain: SendingDomainView | null;
  /** The address that mail leaves from while nothing is set. */
  houseAddress: string;
}

/** The app as the world knows it. */
export interface SendingPlace {
  appUrl: string;
  houseAddress: string;
  spfHost: string;
}

export async function sendingView(tx: ShopTx, sealer: Sealer, { appUrl, houseAddress, spfHost }: SendingPlace): Promise<SendingView> {
  const { account } = (await readSetting(tx, mailAccountSetting)).value;
  const { domain } = (await readSetting(tx, sendingDomainSetting)).value;
  return { account: account && accountView(account, appUrl, sealer), domain: domain && domainView(domain, spfHost), houseAddress };
}

function accountView({ provider, from, keyEnd, account, region, sealedWebhookSecret, token }: MailAccount, appUrl: string, sealer: Sealer): MailAccountView {
  const newsAddress = new URL(pushAddress(appUrl, `mail/${provider}`, token));
  // Who signs nothing shows the name and password of the address it was given.
  if (!mailProviderFacts[provider].signs && sealedWebhookSecret !== null) Object.assign(newsAddress, { username: 'aftercare', password: sealer.open(sealedWebhookSecret) });
  return { provider, name: mailProviderFacts[provider].name, from, keyEnd, account, region, hearsNews: sealedWebhookSecret !== null, newsAddress: newsAddress.href };
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
