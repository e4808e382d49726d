import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, FormLayout, InlineStack, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import type { ProfilePart } from './profile-draft.ts';
import { usePeakWords } from './words.ts';

/** What the banner says in each language, and how it will look. */
export function BannerFields({ profile, errorOf, onChange }: ProfilePart) {
  const { t } = usePeakWords();
  const { locale: reader } = useAdmin();
  const [locale, setLocale] = useState<CustomerLocale>(customerLocales.find((one) => one === reader) ?? 'en');
  const fetcher = useFetcher<{ banner: string }>();
  const languages = new Intl.DisplayNames(reader, { type: 'language' });
  const { banner, ...rest } = profile;
  const options = customerLocales.map((value) => ({ value, label: [languages.of(value) ?? value, banner.text[value] ? t('banner.own') : t('banner.ours')].join(' · ') }));
  const choose = (value: string) => setLocale(customerLocales.find((one) => one === value) ?? 'en');
  const preview = () => fetcher.submit({ intent: 'preview', locale, value: JSON.stringify({ banner, ...rest }) }, { method: 'post' });
  return (
    <BlockStack gap="300">
      <FormLayout>
        <Select label={t('banner.language')} options={options} value={locale} onChange={choose} />
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
