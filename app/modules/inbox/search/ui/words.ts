import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the inbox's search. */
export const useSearchWords = () => useWords<typeof en>('inboxSearch');
