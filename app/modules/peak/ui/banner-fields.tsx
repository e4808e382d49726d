import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, FormLayout, InlineStack, TextField } from '@shopify/polaris';
import { useLanguage } from './language-select.tsx';
import type { ProfilePart } from './profile-draft.ts';
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
        <div lang={locale}>
          <TextField
            label={t('banner.words')}
            helpText={t('banner.wordsHelp')}
            autoComplete="off"
            multiline={2}
            maxLength={500}
            value={banner.text[locale] ?? ''}
            onChange={(text) => onChange({ banner: { ...banner, text: { ...banner.text, [locale]: text } } })}
            error={errorOf(`banner.text.${locale}`)}
          />
        </div>
      </FormLayout>
      <InlineStack>
        <Button onClick={preview} loading={fetcher.state !== 'idle'}>
          {t('banner.preview')}
        </Button>
      </InlineStack>
      {fetcher.data && <iframe title={t('banner.frame')} sandbox="" srcDoc={fetcher.data.banner} style={{ border: '1px solid #ccc', borderRadius: 8, width: '100%', height: 220, background: '#fff' }} />}
    </BlockStack>
  );
}
