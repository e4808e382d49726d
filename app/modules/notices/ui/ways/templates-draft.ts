import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { NoticeKind } from '../../kinds.ts';
import type { TemplatesSetting } from '../../ways/whatsapp-templates.ts';

/** A template as its row shows it. */
export interface TemplateDraft {
  kind: NoticeKind;
  locale: CustomerLocale;
  name: string;
  language: string;
  /** Names of values with commas between. */
  values: string;
}

export interface TemplatesDraft {
  agreed: TemplatesSetting['agreed'];
  templates: TemplateDraft[];
}

export const toDraft = ({ agreed, templates }: TemplatesSetting): TemplatesDraft => ({ agreed, templates: templates.map(({ values, ...template }) => ({ ...template, values: values.join(', ') })) });

export const toSetting = ({ agreed, templates }: TemplatesDraft): TemplatesSetting => ({
  agreed,
  templates: templates.map(({ kind, locale, name, language, values }) => ({ kind, locale, name: name.trim(), language: language.trim(), values: values.split(/[,，、\s]+/).filter((value) => value !== '') })),
});

/** A language as Meta writes it, most of the time. */
export const metaLanguage = (locale: CustomerLocale): string => locale.replace('-', '_');
