import { BlockStack, Button, InlineStack, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useBesideForm } from './use-beside-form.ts';
import { useBesideWords } from './words.ts';

interface Props {
  ticketId: number;
  /** What opens the field, what it asks for, and what sends it. */
  open: string;
  label: string;
  helpText?: string;
  confirm: string;
  fieldsOf(typed: string): Record<string, string>;
}

/** Links to a conversation what somebody types, in a field that is there on demand. */
export function TypedLink({ ticketId, open, label, helpText, confirm, fieldsOf }: Props) {
  const { t } = useBesideWords();
  const [typed, setTyped] = useState<string | null>(null);
  const form = useBesideForm(ticketId, () => setTyped(null));
  if (typed === null) {
    return (
      <InlineStack>
        <Button variant="plain" onClick={() => setTyped('')}>
          {open}
        </Button>
      </InlineStack>
    );
  }
  return (
    <BlockStack gap="200">
      <TextField label={label} helpText={helpText} autoComplete="off" value={typed} onChange={setTyped} error={form.problem ?? undefined} autoFocus />
      <InlineStack gap="200">
        <Button loading={form.isBusy} disabled={typed.trim() === ''} onClick={() => form.send(fieldsOf(typed))}>
          {confirm}
        </Button>
        <Button variant="tertiary" onClick={() => setTyped(null)}>
          {t('handles.cancel')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
