import { useAdmin } from './admin.tsx';
import { useShellWords } from './words.ts';

/** What something is called with what it is: `Priority: High, Urgent`, with the signs of the reader's language. */
export function useLabelled(): (label: string, values: readonly string[]) => string {
  const { t } = useShellWords();
  const { formats } = useAdmin();
  return (label, values) => t('labelled', { label, value: formats.list(values) });
}
