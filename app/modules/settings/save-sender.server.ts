import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { versionOf } from '#app/ui/form-data.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { changeSetting } from './change-setting.server.ts';
import { orConflict } from './or-conflict.ts';
import { senderSchema, senderSetting, type Current, type Sender } from './setting.ts';

/** Saves the sender from a submitted form, or says what is wrong with it in names of texts. */
export async function saveSender(ctx: ShopContext, form: FormData, by: string | null): Promise<{ saved: Current<Sender> } | { errors: FormErrors }> {
  const read = readForm(senderSchema, form);
  if (!read.ok) return { errors: read.errors };
  return orConflict(async () => {
    return { saved: await changeSetting(ctx, senderSetting, { value: read.value, version: versionOf(form), by }) };
  });
}
