import { z } from 'zod';

export const wordParts = ['subject', 'heading', 'body'] as const;
export type WordPart = (typeof wordParts)[number];

/** A merchant's words for one notice in one language, in Liquid. A blank line in the body begins a new paragraph. */
export const ownWordsSchema = z.object({ subject: z.string().max(300), heading: z.string().max(300), body: z.string().max(8_000) });
export type OwnWords = z.infer<typeof ownWordsSchema>;

/** What is wrong with somebody's words, and where. */
export interface WordProblem {
  part: WordPart;
  /** From 1. */
  line: number;
  problem: 'empty' | 'too_long' | 'syntax' | 'unknown_variable' | 'forbidden_markup' | 'not_rendered';
  /** The very thing: the name, the tag, what Liquid says. */
  detail: string;
}
