import { useMemo, useSyncExternalStore } from 'react';
import { countryName } from '#app/kernel/place.ts';
import { useAdmin } from './admin.tsx';

/** Countries to choose from, by name in the reader's language. Named in the browser only: its names may be others than the server's, and both renderings must agree. */
export function useCountries(codes: readonly string[]): { value: string; label: string }[] {
  const { locale } = useAdmin();
  const inBrowser = useSyncExternalStore(neverChanges, () => true, () => false);
  return useMemo(() => {
    if (!inBrowser) return codes.map((code) => ({ value: code, label: code }));
    return codes.map((code) => ({ value: code, label: countryName(code, locale) })).sort((left, right) => left.label.localeCompare(right.label, locale));
  }, [codes, locale, inBrowser]);
}

const neverChanges = () => () => undefined;
