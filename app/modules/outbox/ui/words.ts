import { useWords } from '#app/ui/words.ts';
import type en from './i18n/en.json';

/** The words of the messages screens. */
export const useMessageWords = () => useWords<typeof en>('messages');

/** Under which name the words for a kind of message stand: `notices.order_confirmed`, `privacy.data-request`. */
export const kindKey = (kind: string) => kind.replace(/^.*\./, '').replaceAll('-', '_');
