import { useAdmin } from '#app/ui/admin.tsx';
import type { Voice } from './evidence.ts';
import { useParcelWords } from './words.ts';

/** What sentences about parcels are said with; `carriers` are their names by key. */
export function useVoice(carriers: Readonly<Record<string, string>>): Voice {
  const words = useParcelWords();
  const { formats, locale } = useAdmin();
  return { words, formats, locale, carriers };
}
