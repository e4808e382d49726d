import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the notices screens. */
export const useNoticeWords = () => useWords<typeof en>('notices');
