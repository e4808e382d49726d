import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { DeleteIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { TitledCard } from '#app/ui/titled-card.tsx';
import type { BesideView } from '../beside-view.ts';
import { useBesideForm } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

/** What staff noted about the person, for whoever answers them next. */
export function NotesCard({ view: { person, ticketId } }: { view: BesideView }) {
  const { t } = useBesideWords();
  const { formats } = useAdmin();
  const [words, setWords] = useState('');
  const adding = useBesideForm(ticketId, () => setWords(''));
  const removing = useBesideForm(ticketId);
  return (
    <TitledCard title={t('notes.title')} gap="300">
      {person.notes.length === 0 && (
        <Text as="p" tone="subdued">
          {t('notes.none')}
        </Text>
      )}
      {person.notes.map(({ id, words: noted, by, at }) => (
        <InlineStack key={id} gap="200" align="space-between" blockAlign="start" wrap={false}>
          <BlockStack gap="0">
            <div style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{noted}</div>
            <Text as="p" variant="bodySm" tone="subdued">
              {by ? t('notes.by', { name: by, at: formats.shortMoment(at) }) : formats.shortMoment(at)}
            </Text>
          </BlockStack>
          <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={t('notes.remove')} disabled={removing.isBusy} onClick={() => removing.send({ intent: 'remove-note', note: id })} />
        </InlineStack>
      ))}
      <TextField label={t('notes.add')} autoComplete="off" multiline={2} maxLength={4000} value={words} onChange={setWords} error={adding.problem ?? undefined} />
      <InlineStack>
        <Button loading={adding.isBusy} disabled={words.trim() === ''} onClick={() => adding.send({ intent: 'note', words })}>
          {t('notes.save')}
        </Button>
      </InlineStack>
    </TitledCard>
  );
}
