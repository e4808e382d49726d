import { z } from 'zod';
import { notFound } from '#app/kernel/errors.ts';
import { keptKey } from '#app/platform/crypto/kept-key.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, orConflict, readSetting } from '#app/modules/settings/index.server.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { labelAdapters } from '../adapters/label-adapters.server.ts';
import { LabelRefused, ServiceSilent } from '../adapters/label-problem.ts';
import type { LabelService } from '../way-back.ts';
import { keyOf, labelAccountsSetting } from './label-accounts.ts';

const accountForm = z.object({ key: z.string('required').min(1, 'required').max(500, 'keyTooLong').regex(/^[\x21-\x7e]*$/, 'keySigns') });

/** How a key was taken by its service. */
export type AccountTest = { works: true } | { works: false; words: string };

/** Connects an account once its key let us in; says what is wrong in names of texts. The key is sealed before it is stored. */
export async function saveLabelAccount(ctx: ShopContext, sealer: Sealer, service: LabelService, form: FormData, by: string | null): Promise<{ saved: true } | { errors: FormErrors }> {
  const read = readForm(accountForm, form);
  if (!read.ok) return { errors: read.errors };
  const problem = await tryKey(service, read.value.key);
  if (problem) return { errors: problem.kind === 'key' ? { fields: { key: 'keyRefused' }, form: null } : { fields: {}, form: 'silent' } };
  const { value, version } = await ctx.tx((tx) => readSetting(tx, labelAccountsSetting));
  const account = { ...keptKey(sealer, read.value.key, null), connectedAt: ctx.clock.now().toISOString() };
  return orConflict(async () => {
    await changeSetting(ctx, labelAccountsSetting, { value: { ...value, [service]: account }, version, by });
    return { saved: true };
  });
}

/** Disconnects an account; its key is gone. Labels that were bought stay. */
export async function forgetLabelAccount(ctx: ShopContext, service: LabelService, by: string | null): Promise<void> {
  const { value, version } = await ctx.tx((tx) => readSetting(tx, labelAccountsSetting));
  if (value[service]) await changeSetting(ctx, labelAccountsSetting, { value: { ...value, [service]: null }, version, by });
}

/** Asks the service whether the stored key works, now. */
export async function testLabelAccount(ctx: ShopContext, sealer: Sealer, service: LabelService): Promise<AccountTest> {
  const { value } = await ctx.tx((tx) => readSetting(tx, labelAccountsSetting));
  const account = value[service];
  if (!account) throw notFound('account');
  const problem = await tryKey(service, keyOf(account, sealer));
  return problem ? { works: false, words: problem.words } : { works: true };
}

async function tryKey(service: LabelService, key: string): Promise<{ kind: 'key' | 'silent'; words: string } | null> {
  try {
    await labelAdapters[service].test(key);
    return null;
  } catch (error) {
    if (error instanceof LabelRefused) return { kind: 'key', words: error.message };
    if (error instanceof ServiceSilent) return { kind: 'silent', words: error.message };
    throw error;
  }
}
