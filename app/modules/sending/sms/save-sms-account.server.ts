import type { z } from 'zod';
import { keptKey } from '#app/platform/crypto/kept-key.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { newPushToken } from '#app/platform/webhooks/push-token.ts';
import { changeSetting, orConflict, readSetting, resetSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { smsAccountForm, smsAccountSetting, type SmsAccount } from './sms-account.ts';
import { smsProviderFacts } from './sms-provider.ts';

/** Lets a shop's SMS go through the merchant's account from now on, or changes what is stored of it; says what is wrong in names of texts. */
export async function saveSmsAccount(ctx: ShopContext, sealer: Sealer, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(smsAccountForm, form);
  if (!read.ok) return { errors: read.errors };
  const { value, version } = await ctx.tx((tx) => readSetting(tx, smsAccountSetting));
  const before = value.account?.provider === read.value.provider ? value.account : null;
  if (read.value.key === '' && !before) return { errors: { fields: { key: 'required' }, form: null } };
  return orConflict(async () => {
    await changeSetting(ctx, smsAccountSetting, { value: { account: accountOf(read.value, before, ctx.shop.id, sealer) }, version, by });
    return { saved: true };
  });
}

/** Disconnects a shop's SMS account; the key is gone. */
export function forgetSmsAccount(ctx: ShopContext, by: string | null): Promise<void> {
  return resetSetting(ctx, smsAccountSetting, by);
}

function accountOf({ key, webhookSecret, ...given }: z.infer<typeof smsAccountForm>, before: SmsAccount | null, shopId: number, sealer: Sealer): SmsAccount {
  const secret = webhookSecret === '' ? (before?.sealedWebhookSecret ?? null) : sealer.seal(webhookSecret);
  return {
    ...given,
    ...keptKey(sealer, key, before),
    sealedWebhookSecret: smsProviderFacts[given.provider].signsWithKey ? null : secret,
    token: before?.token ?? newPushToken(shopId),
  };
}
