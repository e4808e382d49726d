import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';
import type { DnsText } from '#app/platform/mail/dns-text.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { dkimState, dmarcNames, dmarcState, spfState } from './records.ts';
import { sendingDomainSetting, type SendingDomain } from './sending-domain.ts';

/** Looks each day whether a shop's records still are in DNS. */
export const checkSendingDomainJob = defineJob({ name: 'sending.check-domain', payload: z.object({}) });

/** Asks DNS how a shop's records stand and remembers it. Where DNS cannot be asked, what it said before goes on to hold, and it throws. */
export async function checkSendingDomain(ctx: ShopContext, dns: DnsText, spfHost: string): Promise<SendingDomain['checked']> {
  const { value, version } = await ctx.tx((tx) => readSetting(tx, sendingDomainSetting));
  const { domain } = value;
  if (!domain) return null;
  const [keys, policies, dmarc] = await Promise.all([dns.txt(`${domain.selector}._domainkey.${domain.name}`), dns.txt(domain.name), dmarcOf(domain.name, dns)]);
  const checked = { at: ctx.clock.now().toISOString(), dkim: dkimState(keys, domain.publicKey), spf: spfState(policies, spfHost), dmarc: dmarcState(dmarc) };
  await changeSetting(ctx, sendingDomainSetting, { value: { domain: { ...domain, checked } }, version, by: null });
  return checked;
}

/** The nearest policy. */
async function dmarcOf(domain: string, dns: DnsText): Promise<string[]> {
  for (const name of dmarcNames(domain)) {
    const found = await dns.txt(name);
    if (dmarcState(found) !== 'missing') return found;
  }
  return [];
}
