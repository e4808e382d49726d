import { useWords } from '#app/ui/words.ts';
import type en from '../i18n/en.json';

/** The words of the settings. */
export const useSettingsWords = () => useWords<typeof en>('settings');
