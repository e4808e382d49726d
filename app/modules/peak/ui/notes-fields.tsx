import { useFetcher } from '@remix-run/react';
import { BlockStack, Button, ChoiceList, FormLayout, InlineStack } from '@shopify/polaris';
import { useWords } from '#app/ui/words.ts';
import { useLanguage } from './language-select.tsx';
import type { ProfilePart } from './profile-draft.ts';
import { ShownToCustomers } from './shown-to-customers.tsx';
import { WordsField } from './words-field.tsx';
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
            <WordsField
              key={kind}
              label={t('notes.words', { kind: name('kind', kind) })}
              helpText={t('notes.wordsHelp')}
              locale={locale}
              lines={2}
              value={notes[kind]?.[locale]}
              onChange={(text) => onChange({ notes: { ...notes, [kind]: { ...notes[kind], [locale]: text } } })}
              error={errorOf(`notes.${kind}.${locale}`)}
            />
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
      {fetcher.data && <ShownToCustomers title={t('notes.frame')} subject={fetcher.data.notice.subject} html={fetcher.data.notice.html} locale={fetcher.data.notice.locale} height={560} />}
    </BlockStack>
  );
}
