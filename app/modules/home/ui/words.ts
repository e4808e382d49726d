import { useWords } from '#app/ui/words.ts';
import type en from '../i18n/en.json';

/** The words of the home page. */
export const useHomeWords = () => useWords<typeof en>('home');
