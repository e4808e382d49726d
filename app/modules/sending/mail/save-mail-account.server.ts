import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { keptKey } from '#app/platform/crypto/kept-key.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { newPushToken } from '#app/platform/webhooks/push-token.ts';
import { changeSetting, orConflict, readSetting, resetSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { mailAccountSetting, type MailAccount } from './mail-account.ts';
import { mailAccountForm } from './mail-account-form.ts';
import { mailProviderFacts } from './mail-provider.ts';

/** Lets a shop's mail go through the merchant's account from now on, or changes what is stored of it; says what is wrong in names of texts. */
export async function saveMailAccount(ctx: ShopContext, sealer: Sealer, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(mailAccountForm, form);
  if (!read.ok) return { errors: read.errors };
  const { value, version } = await ctx.tx((tx) => readSetting(tx, mailAccountSetting));
  const before = value.account?.provider === read.value.provider ? value.account : null;
  if (read.value.key === '' && !before) return { errors: { fields: { key: 'required' }, form: null } };
  return orConflict(async () => {
    await changeSetting(ctx, mailAccountSetting, { value: { account: accountOf(read.value, before, ctx, sealer) }, version, by });
    return { saved: true };
  });
}

/** Lets a shop's mail go through our own mail server again; the key is gone. */
export function forgetMailAccount(ctx: ShopContext, by: string | null): Promise<void> {
  return resetSetting(ctx, mailAccountSetting, by);
}

function accountOf({ provider, from, key, account, region, webhookSecret }: z.infer<typeof mailAccountForm>, before: MailAccount | null, ctx: ShopContext, sealer: Sealer): MailAccount {
  const facts = mailProviderFacts[provider];
  // Who signs nothing shows a password that we made.
  const given = facts.signs ? webhookSecret : before ? '' : randomBytes(24).toString('base64url');
  return {
    provider,
    from,
    ...keptKey(sealer, key, before),
    account: facts.account ? account : '',
    region: facts.regions.length > 0 ? region : '',
    sealedWebhookSecret: given === '' ? (before?.sealedWebhookSecret ?? null) : sealer.seal(given),
    token: before?.token ?? newPushToken(ctx.shop.id),
    connectedAt: before?.connectedAt ?? ctx.clock.now().toISOString(),
  };
}
