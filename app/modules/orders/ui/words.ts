import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the orders screens. */
export const useOrderWords = () => useWords<typeof en>('orders');
