import { TextField } from '@shopify/polaris';
import { useLabelWords } from '../words.ts';

/** The codes of countries, as a list that is typed. */
export function Countries({ value, onChange, error }: { value: string; onChange(value: string): void; error: string | undefined }) {
  const { t } = useLabelWords();
  return <TextField label={t('settings.countries')} helpText={t('settings.countriesHelp')} autoComplete="off" value={value} onChange={onChange} error={error} />;
}
