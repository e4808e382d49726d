import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, Checkbox, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useLanguage } from './language-select.tsx';
import type { ProfilePart } from './profile-draft.ts';
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
            <div lang={locale}>
              <TextField
                label={t('announcement.words')}
                helpText={t('announcement.wordsHelp')}
                autoComplete="off"
                multiline={3}
                maxLength={500}
                value={announcement.text[locale] ?? ''}
                onChange={(text) => change({ text: { ...announcement.text, [locale]: text } })}
                error={errorOf(`announcement.text.${locale}`)}
              />
            </div>
          </FormLayout>
          <InlineStack>
            <Button loading={fetcher.state !== 'idle'} onClick={() => fetcher.submit({ intent: 'preview-announcement', locale, value: JSON.stringify(profile) }, { method: 'post' })}>
              {t('announcement.preview')}
            </Button>
          </InlineStack>
          {shown && (
            <>
              <Text as="p" fontWeight="semibold">
                <span lang={shown.locale}>{shown.subject}</span>
              </Text>
              <iframe title={t('announcement.frame')} sandbox="" srcDoc={shown.html} style={{ border: '1px solid #ccc', borderRadius: 8, width: '100%', height: 560, background: '#fff' }} />
            </>
          )}
        </>
      )}
    </BlockStack>
  );
}
