import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { changeSetting } from './change-setting.server.ts';
import type { Current, Setting } from './setting.ts';

export type SavedSetting<Value> = { saved: Current<Value> } | { errors: FormErrors };

interface Saving {
  by: string | null;
  /** What must happen once it is saved: what rests on the setting is reckoned anew. */
  afterwards?: (tx: ShopTx) => Promise<unknown>;
}

/** Saves a setting from a form that holds it as JSON beside its version, or says what is wrong: names of texts under dotted paths (`zones.0.name`). */
export async function saveSetting<Value>(ctx: ShopContext, setting: Setting<Value>, form: FormData, { by, afterwards }: Saving): Promise<SavedSetting<Value>> {
  const read = setting.schema.safeParse(parsed(form.get('value')));
  if (!read.success) {
    const fields: Record<string, string> = {};
    for (const { path, message } of read.error.issues) fields[path.join('.') || 'form'] ??= isName(message) ? message : 'invalid';
    return { errors: { fields, form: null } };
  }
  const version = Number(form.get('version'));
  try {
    const saved = await changeSetting(ctx, setting, { value: read.data, version: Number.isInteger(version) ? version : -1, by });
    if (afterwards) await ctx.tx(afterwards);
    return { saved };
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'conflict') return { errors: { fields: {}, form: error.code } };
    throw error;
  }
}

/** A schema's own words are sentences; the names of our texts are single words. */
function isName(message: string): boolean {
  return /^[a-zA-Z_]+$/.test(message);
}

function parsed(json: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
}
