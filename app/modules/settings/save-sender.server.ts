import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { changeSetting } from './change-setting.server.ts';
import { senderSchema, senderSetting, type Current, type Sender } from './setting.ts';

/** Saves the sender from a submitted form, or says what is wrong with it in names of texts. */
export async function saveSender(ctx: ShopContext, form: FormData, by: string | null): Promise<{ saved: Current<Sender> } | { errors: FormErrors }> {
  const read = readForm(senderSchema, form);
  if (!read.ok) return { errors: read.errors };
  try {
    return { saved: await changeSetting(ctx, senderSetting, { value: read.value, version: versionIn(form), by }) };
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'conflict') return { errors: { fields: {}, form: error.code } };
    throw error;
  }
}

/** A version that is none matches no row. */
function versionIn(form: FormData): number {
  const version = Number(form.get('version'));
  return Number.isInteger(version) ? version : -1;
}
