import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the tracking page's settings. */
export const useTrackingSettingWords = () => useWords<typeof en>('trackingSettings');
