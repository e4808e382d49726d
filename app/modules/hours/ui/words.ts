import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the settings for business hours. */
export const useHoursWords = () => useWords<typeof en>('hours');
