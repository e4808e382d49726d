import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of what goes out in exchange. */
export const useExchangeWords = () => useWords<typeof en>('exchanges');
