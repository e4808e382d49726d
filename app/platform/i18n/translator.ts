import { createInstance } from 'i18next';

/** One language's texts; nested keys are joined by dots. */
export type Messages = { readonly [key: string]: string | Messages };

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type Base<Key extends string> = Key extends `${infer Name}_${Plural}` ? Name : Key;

/** Every key of a file of texts: `cart.items_one` and `cart.items_other` are the one key `cart.items`. */
export type MessageKey<Source> = {
  [Key in keyof Source & string]: Source[Key] extends string ? Base<Key> : `${Key}.${MessageKey<Source[Key]>}`;
}[keyof Source & string];

/** Gives the text of a key as plain text, never as markup: React, mail and page templates escape it where they put it. */
export type Translate<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

export interface Translator<Key extends string, Locale extends string = string> {
  readonly locale: Locale;
  readonly t: Translate<Key>;
}

const made = new WeakMap<object, Map<string, Translate<string>>>();

/**
 * The translator of one language. `resources` holds every language's texts; the keys of `en` are the keys there are.
 * `count` among the values chooses the plural form. A value that a text asks for and does not get throws.
 */
export function createTranslator<Locale extends string, Source extends Messages>(
  locale: Locale,
  resources: Readonly<Record<Locale, Messages>> & { readonly en: Source },
): Translator<MessageKey<Source>, Locale> {
  const known = made.get(resources) ?? new Map<string, Translate<string>>();
  made.set(resources, known);
  const t = known.get(locale) ?? translate(locale, resources[locale]);
  known.set(locale, t);
  return { locale, t };
}

function translate(locale: string, messages: Messages): Translate<string> {
  const instance = createInstance({
    lng: locale,
    resources: { [locale]: { texts: messages } },
    ns: 'texts',
    defaultNS: 'texts',
    fallbackLng: false,
    nsSeparator: false,
    initAsync: false,
    load: 'currentOnly',
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => {
      throw new Error(`There is no text ${key} in ${locale}.`);
    },
    missingInterpolationHandler: (text: string) => {
      throw new Error(`A value is missing for "${text}" in ${locale}.`);
    },
  });
  void instance.init();
  return (key, values = {}) => instance.t(key, { ...values, nest: false });
}
