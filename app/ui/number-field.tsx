import { TextField } from '@shopify/polaris';

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

/** A whole number; an empty field is no number, and the server says so. */
export function NumberField({ label, helpText, suffix, value, onChange, error, min = 0, max }: Props) {
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
      error={error}
    />
  );
}
