import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of what customers asked for. */
export const useRequestWords = () => useWords<typeof en>('returnRequests');
