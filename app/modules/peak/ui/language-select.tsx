import { Select } from '@shopify/polaris';
import { useState } from 'react';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { useAdmin } from '#app/ui/admin.tsx';
import { usePeakWords } from './words.ts';

/** The language somebody writes in, their own first, and the field to choose it: each says whether something of theirs stands in it. */
export function useLanguage(hasOwn: (locale: CustomerLocale) => boolean) {
  const { t } = usePeakWords();
  const { locale: reader } = useAdmin();
  const [locale, setLocale] = useState<CustomerLocale>(customerLocales.find((one) => one === reader) ?? 'en');
  const names = new Intl.DisplayNames(reader, { type: 'language' });
  const options = customerLocales.map((value) => ({ value, label: [names.of(value) ?? value, t(hasOwn(value) ? 'ownWords' : 'ourWords')].join(' · ') }));
  const select = <Select label={t('language')} options={options} value={locale} onChange={(chosen) => setLocale(customerLocales.find((one) => one === chosen) ?? 'en')} />;
  return { locale, select };
}
