import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of what is known of somebody who sends things back. */
export const useSignalWords = () => useWords<typeof en>('returnSignals');
