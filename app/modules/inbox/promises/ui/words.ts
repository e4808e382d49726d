import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of what customers are promised. */
export const usePromiseWords = () => useWords<typeof en>('inboxPromises');
