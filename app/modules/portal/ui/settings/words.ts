import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the setting for gifts. */
export const useGiftWords = () => useWords<typeof en>('gifts');
