import { BlockStack, Button, InlineStack, Tag, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from '#app/ui/admin.tsx';
import { usePromiseWords } from './words.ts';

interface Props {
  days: readonly string[];
  error: string | undefined;
  onChange(days: string[]): void;
}

/** The shop's own days off, one by one. */
export function OwnHolidays({ days, error, onChange }: Props) {
  const { t } = usePromiseWords();
  const { formats } = useAdmin();
  const [typed, setTyped] = useState('');
  const add = () => {
    if (typed === '') return;
    onChange([...new Set([...days, typed])].sort());
    setTyped('');
  };
  return (
    <BlockStack gap="300">
      <TextField
        label={t('rules.ownHolidays')}
        type="date"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        error={error}
        connectedRight={
          <Button onClick={add} disabled={typed === ''}>
            {t('rules.addDay')}
          </Button>
        }
      />
      {days.length > 0 && (
        <InlineStack gap="100">
          {days.map((day) => (
            <Tag key={day} onRemove={() => onChange(days.filter((other) => other !== day))}>
              {formats.calendarDay(day)}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
