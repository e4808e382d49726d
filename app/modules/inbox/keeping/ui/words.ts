import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of how long the inbox keeps what was said. */
export const useKeepingWords = () => useWords<typeof en>('inboxKeeping');
