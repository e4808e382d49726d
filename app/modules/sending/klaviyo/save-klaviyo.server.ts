import { keptKey } from '#app/platform/crypto/kept-key.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { tryKey } from '#app/platform/klaviyo/create-event.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, orConflict, readSetting, resetSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { klaviyoForm, klaviyoSetting } from './klaviyo-account.ts';

/** Connects a Klaviyo account once its key let us in; says what is wrong in names of texts. */
export async function saveKlaviyo(ctx: ShopContext, sealer: Sealer, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(klaviyoForm, form);
  if (!read.ok) return { errors: read.errors };
  const { key } = read.value;
  const letIn = await tryKey(key);
  if (letIn !== true) return { errors: letIn === null ? { fields: {}, form: 'silent' } : { fields: { key: 'keyRefused' }, form: null } };
  const { version } = await ctx.tx((tx) => readSetting(tx, klaviyoSetting));
  return orConflict(async () => {
    await changeSetting(ctx, klaviyoSetting, { value: { account: keptKey(sealer, key, null) }, version, by });
    return { saved: true };
  });
}

/** Disconnects the account; its key is gone. */
export function forgetKlaviyo(ctx: ShopContext, by: string | null): Promise<void> {
  return resetSetting(ctx, klaviyoSetting, by);
}
