import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import { tryTemplate } from './try-template.server.ts';
import { templatesSetting, type TemplatesSetting } from './whatsapp-templates.ts';

/** What became of a trial. */
export type TrialAnswer = { queuedTo: string } | { refused: 'invalidPhone' | 'tooSoon' };

const refusals: Readonly<Record<string, TrialAnswer>> = { too_soon: { refused: 'tooSoon' }, invalid_number: { refused: 'invalidPhone' } };

/** What a merchant does on the page of WhatsApp templates: save them, or try one. */
export async function actOnTemplates(ctx: ShopContext, form: FormData, by: string | null): Promise<SavedSetting<TemplatesSetting> | TrialAnswer> {
  if (form.get('intent') !== 'try-template') return saveSetting(ctx, templatesSetting, form, { by });
  try {
    return await tryTemplate(ctx, { at: Number(form.get('at') ?? -1), to: String(form.get('to') ?? '').trim() });
  } catch (error) {
    const refusal = error instanceof ExpectedError ? refusals[error.code] : undefined;
    if (refusal) return refusal;
    throw error;
  }
}
