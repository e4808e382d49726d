import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of who may do what. */
export const useStaffWords = () => useWords<typeof en>('staff');
