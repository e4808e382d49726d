import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, FormLayout, InlineStack } from '@shopify/polaris';
import { useLanguage } from './language-select.tsx';
import type { ProfilePart } from './profile-draft.ts';
import { ShownToCustomers } from './shown-to-customers.tsx';
import { WordsField } from './words-field.tsx';
import { usePeakWords } from './words.ts';

/** What the banner says in each language, and how it will look. */
export function BannerFields({ profile, errorOf, onChange }: ProfilePart) {
  const { t } = usePeakWords();
  const { banner } = profile;
  const { locale, select } = useLanguage((one) => Boolean(banner.text[one]));
  const fetcher = useFetcher<{ banner: string }>();
  const preview = () => fetcher.submit({ intent: 'preview', locale, value: JSON.stringify(profile) }, { method: 'post' });
  return (
    <BlockStack gap="300">
      <FormLayout>
        {select}
        <WordsField
          label={t('banner.words')}
          helpText={t('banner.wordsHelp')}
          locale={locale}
          lines={2}
          value={banner.text[locale]}
          onChange={(text) => onChange({ banner: { ...banner, text: { ...banner.text, [locale]: text } } })}
          error={errorOf(`banner.text.${locale}`)}
        />
      </FormLayout>
      <InlineStack>
        <Button onClick={preview} loading={fetcher.state !== 'idle'}>
          {t('banner.preview')}
        </Button>
      </InlineStack>
      {fetcher.data && <ShownToCustomers title={t('banner.frame')} html={fetcher.data.banner} height={220} />}
    </BlockStack>
  );
}
