import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of how content customers are. */
export const useSatisfactionWords = () => useWords<typeof en>('inboxSatisfaction');
