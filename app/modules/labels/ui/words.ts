import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of how goods come back. */
export const useLabelWords = () => useWords<typeof en>('labels');
