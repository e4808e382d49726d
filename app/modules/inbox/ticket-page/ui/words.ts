import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of a ticket's page. */
export const useTicketWords = () => useWords<typeof en>('ticket');
