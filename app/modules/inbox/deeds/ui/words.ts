import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of what is done beside a ticket. */
export const useDeedWords = () => useWords<typeof en>('inboxDeeds');
