import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the messages screens. */
export const useMessageWords = () => useWords<typeof en>('messages');
