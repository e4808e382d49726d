import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Checkbox, FormLayout, InlineStack, TextField } from '@shopify/polaris';
import { useLanguage } from './language-select.tsx';
import type { ProfilePart } from './profile-draft.ts';
import { ShownToCustomers } from './shown-to-customers.tsx';
import { WordsField } from './words-field.tsx';
import { usePeakWords } from './words.ts';

interface Shown {
  announcement: { subject: string; html: string; locale: string };
}

/** Whether and when it is announced by mail, and in which words. */
export function AnnouncementFields({ profile, errorOf, onChange }: ProfilePart) {
  const { t } = usePeakWords();
  const { announcement } = profile;
  const change = (part: Partial<typeof announcement>) => onChange({ announcement: { ...announcement, ...part } });
  const { locale, select } = useLanguage((one) => Boolean(announcement.text[one]));
  const fetcher = useFetcher<Shown>();
  const shown = fetcher.data?.announcement;
  return (
    <BlockStack gap="300">
      <Checkbox label={t('announcement.on')} checked={announcement.on} onChange={(on) => change({ on })} />
      {announcement.on && (
        <>
          <FormLayout>
            <TextField label={t('announcement.day')} helpText={t('announcement.dayHelp')} type="date" autoComplete="off" value={announcement.day} onChange={(day) => change({ day })} error={errorOf('announcement.day')} />
            {select}
            <WordsField
              label={t('announcement.words')}
              helpText={t('announcement.wordsHelp')}
              locale={locale}
              lines={3}
              value={announcement.text[locale]}
              onChange={(text) => change({ text: { ...announcement.text, [locale]: text } })}
              error={errorOf(`announcement.text.${locale}`)}
            />
          </FormLayout>
          <InlineStack>
            <Button loading={fetcher.state !== 'idle'} onClick={() => fetcher.submit({ intent: 'preview-announcement', locale, value: JSON.stringify(profile) }, { method: 'post' })}>
              {t('announcement.preview')}
            </Button>
          </InlineStack>
          {shown && <ShownToCustomers title={t('announcement.frame')} {...shown} height={560} />}
        </>
      )}
    </BlockStack>
  );
}
