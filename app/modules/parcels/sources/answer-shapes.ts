import { z } from 'zod';
import { cut } from '#app/kernel/text.ts';

/** Text as the database can hold it: no NUL, no half of a character, not without end. */
export function plainText(written: string): string {
  return cut(written.replaceAll('\u0000', ''), 1_000);
}

/** Text in an answer; anything else reads as none. */
export const text = z.string().transform(plainText).nullish().catch(null);

/** A tracking number as a source tells it. */
export const numberText = z.string().regex(/^[\x20-\x7e]{1,80}$/);
