import { TextField } from '@shopify/polaris';
import { useShellWords } from './words.ts';

interface Props {
  label: string;
  helpText?: string;
  suffix?: string;
  /** NaN where nothing readable stands in the field. */
  value: number;
  onChange(value: number): void;
  error?: string;
  min?: number;
  max?: number;
}

/** A whole number; an empty field is no number, and the server says so. Of one that is too small or too large, the field says what would do. */
export function NumberField({ label, helpText, suffix, value, onChange, error, min = 0, max }: Props) {
  const { t } = useShellWords();
  const bound = value < min ? t('errors.atLeast', { least: min }) : max !== undefined && value > max ? t('errors.atMost', { most: max }) : null;
  return (
    <TextField
      label={label}
      helpText={helpText}
      suffix={suffix}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      autoComplete="off"
      value={Number.isFinite(value) ? String(value) : ''}
      onChange={(typed) => onChange(typed.trim() === '' ? Number.NaN : Number(typed))}
      error={error && (bound ?? error)}
    />
  );
}
