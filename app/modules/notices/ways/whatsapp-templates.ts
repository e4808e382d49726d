import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { bestLocale, customerLocales } from '#app/kernel/locales.ts';
import { noticeKinds, type NoticeKind } from '../kinds.ts';
import { variableNames } from '../own-words/variables.ts';
import type { Template } from './way.ts';

const template = z.object({
  kind: z.enum(noticeKinds),
  locale: z.enum(customerLocales),
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'templateName'),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'templateLanguage'),
  values: z.array(z.string().refine((name) => variableNames.includes(name), 'variable')).max(10, 'variable'),
});

const schema = z.object({
  /** Who is written to: who agreed to WhatsApp at Shopify, or everybody who gave a number where the shop's checkout says so. */
  agreed: z.enum(['shopify', 'checkout']),
  templates: z.array(template).max(200),
});

export type TemplatesSetting = z.infer<typeof schema>;

/** Which of the merchant's templates stands for which notice, in which language. */
export const templatesSetting: Setting<TemplatesSetting> = { name: 'notice-whatsapp', schema, initial: { agreed: 'shopify', templates: [] } };

/** The template of a kind in the best language there is of it; null where there is none. */
export function templateFor({ templates }: TemplatesSetting, kind: NoticeKind, wish: string | null): Template | null {
  const ofKind = templates.filter((one) => one.kind === kind);
  const [first, ...others] = ofKind.map(({ locale }) => locale);
  if (first === undefined) return null;
  const best = bestLocale([wish], [first, ...others]);
  return ofKind.find(({ locale }) => locale === best) ?? null;
}
