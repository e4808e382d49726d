import { z } from 'zod';
import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { deeds, type DeedWish } from '../deeds/deed.ts';
import { isOneTag } from '../deeds/order-tag.ts';
import { priorities, ticketCategories, ticketChannels } from '../tickets/ticket.ts';
import { situations, type Situation } from './situations/situation.ts';

const longestText = 8_000;
const mostWords = 30;

/** A macro's words by language, in Liquid. */
export const macroWords = z.partialRecord(z.enum(customerLocales), z.string().max(longestText, 'tooLong'));
export type MacroWords = z.infer<typeof macroWords>;

/** When a macro is offered before others: each list that is not empty has to fit; nothing at all: never before others. */
export const macroConditions = z.object({
  categories: z.array(z.enum(ticketCategories)).max(ticketCategories.length),
  channels: z.array(z.enum(ticketChannels)).max(ticketChannels.length),
  /** Any of these in what the customer wrote. */
  words: z.array(z.string().trim().min(1).max(60)).max(mostWords, 'tooManyWords'),
});
export type MacroConditions = z.infer<typeof macroConditions>;

const deedWish = z.object({
  deed: z.enum(deeds),
  tag: z.string().trim().refine(isOneTag, 'oneTag').default(''),
  percent: z.number().int('percent').min(1, 'percent').max(100, 'percent').nullable().default(null),
}) satisfies z.ZodType<DeedWish>;

/** What a macro does to its ticket when it is used, and what of the order's deeds it then shows. */
export const macroActions = z.object({
  addTags: z.array(z.string().trim().min(1).max(40)).max(10),
  category: z.enum(ticketCategories).nullable(),
  priority: z.enum(priorities).nullable(),
  /** Shown beside the conversation, for whoever answers to do or to leave. */
  store: deedWish.nullable().default(null),
});
export type MacroActions = z.infer<typeof macroActions>;

/** A macro as it is edited. */
export const macroDraft = z.object({
  name: z.string().trim().min(1, 'required').max(100, 'tooLong'),
  situation: z.enum(situations).nullable(),
  /** Only for whoever made it. */
  personal: z.boolean(),
  words: macroWords,
  conditions: macroConditions,
  actions: macroActions,
});
export type MacroDraft = z.infer<typeof macroDraft>;

export const noConditions: MacroConditions = { categories: [], channels: [], words: [] };
export const noActions: MacroActions = { addTags: [], category: null, priority: null, store: null };

/** A macro as it is kept, or as the app brings it. */
export interface Macro extends Omit<MacroDraft, 'personal'> {
  /** Its own number; the situation's name where the app brings it. */
  key: string;
  /** It comes with the app and was not changed. */
  builtIn: boolean;
  ownerId: string | null;
  uses: number;
  /** 0: never kept. */
  version: number;
  updatedAt: Date | null;
}

/** The words for a language, and the language they are in: the best there is for the wishes in order. */
export function wordsFor({ words }: Pick<Macro, 'words'>, wishes: readonly CustomerLocale[]): { locale: CustomerLocale; text: string } | null {
  const locale = [...wishes, ...customerLocales].find((wish) => (words[wish] ?? '').trim() !== '');
  return locale === undefined ? null : { locale, text: words[locale] ?? '' };
}

export type { Situation };
