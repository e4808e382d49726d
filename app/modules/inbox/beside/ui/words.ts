import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of what stands beside a ticket. */
export const useBesideWords = () => useWords<typeof en>('inboxBeside');
