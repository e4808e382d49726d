import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of how answers leave. */
export const useReplyWords = () => useWords<typeof en>('inboxReplies');
