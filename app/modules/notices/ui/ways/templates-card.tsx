import { BlockStack, Box, Button, FormLayout, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { customerLocales } from '#app/kernel/locales.ts';
import { TitledCard } from '#app/ui/titled-card.tsx';
import { isNoticeKind, noticeKinds } from '../../kinds.ts';
import { variableNames } from '../../own-words/variables.ts';
import { useNoticeWords } from '../words.ts';
import { metaLanguage, type TemplateDraft } from './templates-draft.ts';
import { useTemplateWords } from './words.ts';

interface Props {
  templates: readonly TemplateDraft[];
  errorOf(path: string): string | undefined;
  onChange(templates: TemplateDraft[]): void;
}

const blank: TemplateDraft = { kind: 'shipped', locale: 'en', name: '', language: 'en', values: '' };

/** A row for each template: what it stands for, what Meta calls it, and what fills its placeholders. */
export function TemplatesCard({ templates, errorOf, onChange }: Props) {
  const { t } = useTemplateWords();
  const { t: notices } = useNoticeWords();
  const replace = (at: number, part: Partial<TemplateDraft>) => onChange(templates.map((template, index) => (index === at ? { ...template, ...part } : template)));
  const wrongValue = (at: number) => errorOf(`templates.${at}.values`) ?? variableNames.map((_, value) => errorOf(`templates.${at}.values.${value}`)).find(Boolean);
  return (
    <TitledCard title={t('templates.title')} text={t('templates.text')}>
      {templates.length === 0 && <Text as="p">{t('templates.none')}</Text>}
      {templates.map((template, at) => (
        <Box key={at} background="bg-surface-secondary" padding="300" borderRadius="200">
          <BlockStack gap="300">
            <FormLayout>
              <FormLayout.Group>
                <Select label={t('templates.kind')} options={noticeKinds.map((kind) => ({ value: kind, label: notices(`kind.${kind}`) }))} value={template.kind} onChange={(kind) => isNoticeKind(kind) && replace(at, { kind })} />
                <Select
                  label={t('templates.locale')}
                  options={customerLocales.map((locale) => ({ value: locale, label: new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale }))}
                  value={template.locale}
                  onChange={(chosen) => {
                    const locale = customerLocales.find((one) => one === chosen);
                    if (locale) replace(at, { locale, language: metaLanguage(locale) });
                  }}
                />
              </FormLayout.Group>
              <FormLayout.Group>
                <TextField label={t('templates.name')} autoComplete="off" spellCheck={false} value={template.name} onChange={(name) => replace(at, { name })} error={errorOf(`templates.${at}.name`)} />
                <TextField label={t('templates.language')} helpText={t('templates.languageHelp')} autoComplete="off" value={template.language} onChange={(language) => replace(at, { language })} error={errorOf(`templates.${at}.language`)} />
              </FormLayout.Group>
              <TextField label={t('templates.values', { example: '{{1}}, {{2}}' })} helpText={t('templates.valuesHelp', { names: variableNames.join(', ') })} autoComplete="off" spellCheck={false} value={template.values} onChange={(values) => replace(at, { values })} error={wrongValue(at)} />
            </FormLayout>
            <InlineStack align="end">
              <Button variant="plain" tone="critical" onClick={() => onChange(templates.filter((_, index) => index !== at))} accessibilityLabel={t('templates.removeOne', { name: template.name || notices(`kind.${template.kind}`) })}>{t('templates.remove')}</Button>
            </InlineStack>
          </BlockStack>
        </Box>
      ))}
      <InlineStack>
        <Button onClick={() => onChange([...templates, blank])} disabled={templates.length >= 200}>{t('templates.add')}</Button>
      </InlineStack>
    </TitledCard>
  );
}
