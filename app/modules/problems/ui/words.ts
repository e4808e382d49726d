import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the reports screens. */
export const useProblemWords = () => useWords<typeof en>('problems');
