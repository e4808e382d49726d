import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of WhatsApp templates. */
export const useTemplateWords = () => useWords<typeof en>('whatsAppTemplates');
