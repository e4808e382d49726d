import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the settings for promises. */
export const usePromiseWords = () => useWords<typeof en>('promises');
