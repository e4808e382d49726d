import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the returns screens. */
export const useReturnWords = () => useWords<typeof en>('returns');
