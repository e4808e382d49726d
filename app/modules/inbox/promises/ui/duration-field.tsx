import { Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { usePromiseWords } from './words.ts';

interface Props {
  label: string;
  helpText?: string;
  /** Null: the field is empty. */
  minutes: number | null;
  onChange(minutes: number | null): void;
  error?: string;
}

const minutesIn = { minutes: 1, hours: 60 } as const;
type Unit = keyof typeof minutesIn;

/** A length of time, in minutes or hours. */
export function DurationField({ label, helpText, minutes, onChange, error }: Props) {
  const { t } = usePromiseWords();
  const [unit, setUnit] = useState<Unit>(minutes !== null && minutes % 60 !== 0 ? 'minutes' : 'hours');
  const shown = minutes === null ? '' : String(minutes / minutesIn[unit]);
  return (
    <TextField
      label={label}
      helpText={helpText}
      type="number"
      inputMode="decimal"
      min={0}
      autoComplete="off"
      value={shown}
      onChange={(typed) => onChange(typed.trim() === '' ? null : Math.round(Number(typed) * minutesIn[unit]))}
      error={error}
      connectedRight={
        <Select
          label={t('unitOf', { label })}
          labelHidden
          options={[{ value: 'minutes', label: t('units.minutes') }, { value: 'hours', label: t('units.hours') }]}
          value={unit}
          onChange={(chosen: Unit) => {
            setUnit(chosen);
            if (minutes !== null) onChange(Math.round((minutes / minutesIn[unit]) * minutesIn[chosen]));
          }}
        />
      }
    />
  );
}
