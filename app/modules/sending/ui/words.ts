import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of how messages are sent. */
export const useSendingWords = () => useWords<typeof en>('sending');
