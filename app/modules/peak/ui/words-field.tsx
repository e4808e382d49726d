import { TextField } from '@shopify/polaris';
import type { CustomerLocale } from '#app/kernel/locales.ts';

interface Props {
  label: string;
  helpText: string;
  locale: CustomerLocale;
  lines: number;
  value: string | undefined;
  onChange(value: string): void;
  error: string | undefined;
}

/** The merchant's own words to customers of one language. */
export function WordsField({ locale, lines, value = '', ...field }: Props) {
  return (
    <div lang={locale}>
      <TextField {...field} autoComplete="off" multiline={lines} maxLength={500} value={value} />
    </div>
  );
}
