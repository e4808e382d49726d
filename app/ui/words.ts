import { createTranslator, type MessageKey, type Messages, type Translate } from '#app/platform/i18n/translator.ts';
import { useAdmin } from './admin.tsx';
import type en from './i18n/en.json';

export interface RoomWords<Source> {
  t: Translate<MessageKey<Source>>;
  /** The word for a value Shopify may extend tomorrow: ours where we have one, else the value itself made readable. */
  name(group: Extract<keyof Source, string>, value: string): string;
}

const made = new WeakMap<Messages, Translate<string>>();

/**
 * The texts of one room in the reader's language. `Source` is the type of the room's English file; the document
 * carries one language only, so the texts themselves come from AdminProvider.
 */
export function useWords<Source extends Messages>(room: string): RoomWords<Source> {
  const { words, locale } = useAdmin();
  const texts = words[room];
  if (!texts) throw new Error(`There are no words for ${room}.`);
  const t: Translate<MessageKey<Source>> = made.get(texts) ?? translatorOf(locale, texts);
  return {
    t,
    name(group, value) {
      const known = texts[group];
      const text = typeof known === 'object' && Object.hasOwn(known, value) ? known[value] : undefined;
      return typeof text === 'string' ? text : readable(value);
    },
  };
}

/** The words of the admin's frame: navigation, errors, what all rooms say. */
export const useShellWords = () => useWords<typeof en>('shell');

function translatorOf(locale: string, texts: Messages): Translate<string> {
  const translator = createTranslator<string, Messages>(locale, { en: texts, [locale]: texts });
  // Which keys there are is known where the room is named, not here.
  const t = translator.t as Translate<string>;
  made.set(texts, t);
  return t;
}

/** `READY_FOR_PICKUP` is `Ready for pickup`. */
function readable(value: string): string {
  const words = value.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
