import { z } from 'zod';
import { mailProviderFacts, mailProviders } from './mail-provider.ts';

const secret = z.string().max(2_000, 'keyTooLong').regex(/^[\x21-\x7e]*$/, 'keySigns');

/** What the merchant fills in; an empty key or secret leaves the stored one as it is. */
export const mailAccountForm = z
  .object({
    provider: z.enum(mailProviders, 'provider'),
    from: z.email('email').max(254, 'email'),
    key: secret.default(''),
    account: z.string().max(253, 'account').regex(/^[\w.-]*$/, 'account').default(''),
    region: z.string().default(''),
    webhookSecret: secret.default(''),
  })
  .check((context) => {
    const { provider, account, region } = context.value;
    const { account: needsAccount, regions } = mailProviderFacts[provider];
    if (needsAccount && account === '') context.issues.push({ code: 'custom', message: 'required', path: ['account'], input: account });
    if (regions.length > 0 && !regions.includes(region)) context.issues.push({ code: 'custom', message: 'region', path: ['region'], input: region });
  });
