import { useFetcher } from '@remix-run/react';
import { ButtonGroup, Button, InlineError, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { CardForm } from '#app/ui/card-form.tsx';
import { showToast } from '#app/ui/toast.ts';
import { useAnswer } from '#app/ui/use-answer.ts';
import type { NoteAnswer } from '../../signals/note-buyer.server.ts';
import { useSignalWords } from './words.ts';

/** Puts a customer on the merchant's list, with why; changes that, or takes them off. */
export function NoteForm({ customerId, reason }: { customerId: string; reason: string | null }) {
  const { t } = useSignalWords();
  const fetcher = useFetcher<NoteAnswer>();
  const [typed, type] = useState<string | null>(null);
  const busy = fetcher.state !== 'idle';
  const refused = !busy && fetcher.data && (fetcher.data.is === 'forbidden' || fetcher.data.is === 'too_long') ? t(`note.${fetcher.data.is}`) : undefined;
  useAnswer(fetcher.data, (answer) => {
    if (answer.is !== 'noted' && answer.is !== 'removed') return;
    showToast(t(`note.${answer.is}`));
    type(null);
  });
  const send = (text: string) => fetcher.submit({ customerId, reason: text }, { method: 'post', action: '/app/returns/buyers' });
  if (typed !== null)
    return (
      <CardForm saving={busy} onSave={() => send(typed)} onCancel={() => type(null)}>
        <TextField label={t('note.label')} helpText={t('note.help')} autoComplete="off" multiline={2} value={typed} onChange={type} error={refused} />
      </CardForm>
    );
  return (
    <InlineStack gap="200">
      <ButtonGroup>
        <Button variant="plain" onClick={() => type(reason ?? '')}>
          {t(reason === null ? 'note.add' : 'note.change')}
        </Button>
        {reason !== null && (
          <Button variant="plain" tone="critical" loading={busy} onClick={() => send('')}>
            {t('note.remove')}
          </Button>
        )}
      </ButtonGroup>
      {refused && <InlineError fieldID="note" message={refused} />}
    </InlineStack>
  );
}
