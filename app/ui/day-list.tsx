import { BlockStack, Button, InlineStack, Tag, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useAdmin } from './admin.tsx';

interface Props {
  label: string;
  /** What the button says that adds the chosen day. */
  add: string;
  days: readonly string[];
  error: string | undefined;
  onChange(days: string[]): void;
}

/** Calendar days, added one by one. */
export function DayList({ label, add, days, error, onChange }: Props) {
  const { formats } = useAdmin();
  const [typed, setTyped] = useState('');
  const take = () => {
    if (typed === '') return;
    onChange([...new Set([...days, typed])].sort());
    setTyped('');
  };
  return (
    <BlockStack gap="300">
      <TextField
        label={label}
        type="date"
        autoComplete="off"
        value={typed}
        onChange={setTyped}
        error={error}
        connectedRight={
          <Button onClick={take} disabled={typed === ''}>
            {add}
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
