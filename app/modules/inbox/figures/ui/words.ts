import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the inbox's figures. */
export const useFiguresWords = () => useWords<typeof en>('inboxFigures');
