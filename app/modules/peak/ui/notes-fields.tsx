import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, ChoiceList, FormLayout, InlineStack, Text, TextField } from '@shopify/polaris';
import { useWords } from '#app/ui/words.ts';
import { useLanguage } from './language-select.tsx';
import type { ProfilePart } from './profile-draft.ts';
import { usePeakWords } from './words.ts';

interface Shown {
  notice: { kind: string; locale: string; subject: string; html: string };
}

/** Which notices say that it is a busy time, and in which words. */
export function NotesFields({ profile, errorOf, onChange, kinds }: ProfilePart & { kinds: readonly string[] }) {
  const { t } = usePeakWords();
  const { name } = useWords<{ kind: Record<string, string> }>('notices');
  const { notes } = profile;
  const { locale, select } = useLanguage((one) => Object.values(notes).some((text) => Boolean(text[one])));
  const fetcher = useFetcher<Shown>();
  const chosen = kinds.filter((kind) => Object.hasOwn(notes, kind));
  const preview = (kind: string) => fetcher.submit({ intent: 'preview-notice', kind, locale, value: JSON.stringify(profile) }, { method: 'post' });
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={t('notes.kinds')}
        allowMultiple
        choices={kinds.map((kind) => ({ value: kind, label: name('kind', kind) }))}
        selected={chosen}
        onChange={(wanted) => onChange({ notes: Object.fromEntries(wanted.map((kind) => [kind, notes[kind] ?? {}])) })}
      />
      {chosen.length > 0 && (
        <FormLayout>
          {select}
          {chosen.map((kind) => (
            <div key={kind} lang={locale}>
              <TextField
                label={t('notes.words', { kind: name('kind', kind) })}
                helpText={t('notes.wordsHelp')}
                autoComplete="off"
                multiline={2}
                maxLength={500}
                value={notes[kind]?.[locale] ?? ''}
                onChange={(text) => onChange({ notes: { ...notes, [kind]: { ...notes[kind], [locale]: text } } })}
                error={errorOf(`notes.${kind}.${locale}`)}
              />
            </div>
          ))}
          <InlineStack gap="200">
            {chosen.map((kind) => (
              <Button key={kind} onClick={() => preview(kind)} loading={fetcher.state !== 'idle' && fetcher.formData?.get('kind') === kind}>
                {t('notes.preview', { kind: name('kind', kind) })}
              </Button>
            ))}
          </InlineStack>
        </FormLayout>
      )}
      {fetcher.data && (
        <>
          <Text as="p" fontWeight="semibold">
            <span lang={fetcher.data.notice.locale}>{fetcher.data.notice.subject}</span>
          </Text>
          <iframe title={t('notes.frame')} sandbox="" srcDoc={fetcher.data.notice.html} style={{ border: '1px solid #ccc', borderRadius: 8, width: '100%', height: 560, background: '#fff' }} />
        </>
      )}
    </BlockStack>
  );
}
