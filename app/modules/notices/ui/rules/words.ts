import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of when, to whom and by what notices go. */
export const useRulesWords = () => useWords<typeof en>('noticeRules');
