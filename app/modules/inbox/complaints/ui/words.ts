import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of complaints. */
export const useComplaintWords = () => useWords<typeof en>('inboxComplaints');
