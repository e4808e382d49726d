import { z } from 'zod';

const file = z.object({
  /** Its key in the file store. */
  file: z.string(),
  filename: z.string(),
  type: z.string(),
});

const letter = z.object({
  from: z.object({
    /** Whose name it bears; empty: the shop's. */
    name: z.string(),
    /** The address that it leaves from where the shop's way out may speak for its domain. */
    address: z.string().nullable(),
  }),
  cc: z.array(z.string()),
  /** In angle brackets: what an answer names. */
  messageId: z.string(),
  files: z.array(file),
  /** Somebody wrote it to this very reader: only where nobody is at the address it does not leave. */
  byHand: z.boolean(),
});

/** What a mail that is part of a conversation has besides its words. Whoever wrote it is told what becomes of it. */
export type Letter = z.infer<typeof letter>;

/** Reads a stored letter; null for a message that is none. */
export function readLetter(stored: unknown): Letter | null {
  return stored === null || stored === undefined ? null : letter.parse(stored);
}
