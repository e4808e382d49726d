import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the addresses that customers write to. */
export const useMailboxWords = () => useWords<typeof en>('mailboxes');
