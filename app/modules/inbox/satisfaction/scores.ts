import { z } from 'zod';

/** How content somebody was, the best first. */
export const scores = [5, 4, 3, 2, 1] as const;
export type Score = (typeof scores)[number];

/** Who says this or less waits to be asked what went wrong. */
export const dissatisfied = 2;

/** A score as forms, addresses and rows have it. */
export const scoreSchema = z.coerce.number().pipe(z.literal(scores));

/** The score that is written there; null for anything else. */
export const readScore = (written: unknown): Score | null => scoreSchema.safeParse(written).data ?? null;
