import type { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { versionOf } from '#app/ui/form-data.server.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { changeSetting } from './change-setting.server.ts';
import { orConflict } from './or-conflict.ts';
import { readSetting } from './read-setting.server.ts';
import type { Current, Setting } from './setting.ts';

export type SavedSetting<Value> = { saved: Current<Value> } | { errors: FormErrors };

interface Saving {
  by: string | null;
  /** What must happen as it is saved, in its transaction: what rests on the setting is reckoned anew. */
  afterwards?: (tx: ShopTx) => Promise<unknown>;
}

/** A part of a setting that has a form of its own. */
export interface SettingPart<Whole, Part> {
  setting: Setting<Whole>;
  schema: z.ZodType<Part>;
  /** The whole with this part in it. */
  into(whole: Whole, part: Part): Whole;
}

/** Saves a setting from a form that holds it as JSON beside its version, or says what is wrong: names of texts under dotted paths (`zones.0.name`). */
export function saveSetting<Value>(ctx: ShopContext, setting: Setting<Value>, form: FormData, saving: Saving): Promise<SavedSetting<Value>> {
  return saveSettingPart(ctx, { setting, schema: setting.schema, into: (_, value) => value }, form, saving);
}

/** The same for a part of a setting; the version is that of the whole. */
export async function saveSettingPart<Whole, Part>(ctx: ShopContext, { setting, schema, into }: SettingPart<Whole, Part>, form: FormData, { by, afterwards }: Saving): Promise<SavedSetting<Part>> {
  const read = schema.safeParse(readJson(String(form.get('value'))));
  if (!read.success) {
    const fields: Record<string, string> = {};
    for (const { path, message } of read.error.issues) fields[path.join('.') || 'form'] ??= isName(message) ? message : 'invalid';
    return { errors: { fields, form: null } };
  }
  return orConflict(async () => {
    const { value: whole } = await ctx.tx((tx) => readSetting(tx, setting));
    const { version } = await changeSetting(ctx, setting, { value: into(whole, read.data), version: versionOf(form), by, afterwards });
    return { saved: { value: read.data, version } };
  });
}

/** A schema's own words are sentences; the names of our texts are single words. */
function isName(message: string): boolean {
  return /^[a-zA-Z_]+$/.test(message);
}
