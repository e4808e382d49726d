import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the pages of the return policy. */
export const usePolicyWords = () => useWords<typeof en>('returnPolicy');
