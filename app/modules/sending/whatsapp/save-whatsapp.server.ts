import { randomBytes } from 'node:crypto';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { newPushToken } from '#app/platform/webhooks/push-token.ts';
import { changeSetting, orConflict, readSetting, resetSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { whatsAppForm, whatsAppSetting, type WhatsAppAccount } from './whatsapp-account.ts';

/** Lets a shop's WhatsApp messages come from the merchant's number, or changes what is stored of it; says what is wrong in names of texts. */
export async function saveWhatsApp(ctx: ShopContext, sealer: Sealer, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(whatsAppForm, form);
  if (!read.ok) return { errors: read.errors };
  const { phoneNumberId, accessToken, appSecret } = read.value;
  const { value, version } = await ctx.tx((tx) => readSetting(tx, whatsAppSetting));
  const before = value.account;
  if (!before && (accessToken === '' || appSecret === '')) return { errors: { fields: { [accessToken === '' ? 'accessToken' : 'appSecret']: 'required' }, form: null } };
  const account: WhatsAppAccount = {
    phoneNumberId,
    sealedToken: accessToken === '' && before ? before.sealedToken : sealer.seal(accessToken),
    tokenEnd: accessToken === '' && before ? before.tokenEnd : accessToken.slice(-4),
    sealedAppSecret: appSecret === '' && before ? before.sealedAppSecret : sealer.seal(appSecret),
    greeting: before?.greeting ?? randomBytes(18).toString('base64url'),
    token: before?.token ?? newPushToken(ctx.shop.id),
  };
  return orConflict(async () => {
    await changeSetting(ctx, whatsAppSetting, { value: { account }, version, by });
    return { saved: true };
  });
}

/** Disconnects the number; its token is gone. */
export function forgetWhatsApp(ctx: ShopContext, by: string | null): Promise<void> {
  return resetSetting(ctx, whatsAppSetting, by);
}
