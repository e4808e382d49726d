import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the parcels screens. */
export const useParcelWords = () => useWords<typeof en>('parcels');
