import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the page of busy times. */
export const usePeakWords = () => useWords<typeof en>('peak');
