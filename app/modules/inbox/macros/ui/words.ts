import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

export const useMacroWords = () => useWords<typeof en>('inboxMacros');
