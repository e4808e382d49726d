import { z } from 'zod';
import type { WordPart } from './word-parts.ts';

/** A merchant's words for one mail in one language, in Liquid. A blank line in the body begins a new paragraph. */
export const ownWordsSchema = z.object({ subject: z.string().max(300), heading: z.string().max(300), body: z.string().max(8_000) });
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** The same for a text message. */
export const smsWordsSchema = z.object({ text: z.string().max(600) });
export type SmsWords = z.infer<typeof smsWordsSchema>;

/** What is wrong with somebody's words, and where. */
export interface WordProblem {
  part: WordPart;
  /** From 1. */
  line: number;
  problem: 'empty' | 'too_long' | 'syntax' | 'unknown_variable' | 'forbidden_markup' | 'not_rendered';
  /** The very thing: the name, the tag, what Liquid says. */
  detail: string;
}
