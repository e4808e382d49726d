import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the brand's page. */
export const useBrandWords = () => useWords<typeof en>('brand');
