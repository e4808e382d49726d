import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { Scan } from '../parcel-status.ts';

/** What a carrier's own interface said about one parcel. */
export interface CarrierAnswer {
  number: string | null;
  carrier: string;
  scans: Scan[];
}

/** Text or a number where it is, null where it is not: carriers leave out whatever they like. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(null)
  .transform((value) => value?.trim() || null);

/** A list of things of one shape; whatever is not of it is left out. A single thing is a list of one. */
export function listOf<Shape extends z.ZodType>(shape: Shape) {
  return z.unknown().optional().transform((value): z.output<Shape>[] => {
    const values: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    return values.flatMap((entry) => {
      const read = shape.safeParse(entry);
      return read.success ? [read.data] : [];
    });
  });
}

/** The failure of something that is no answer of this carrier; where the carrier tells a reason it is told on. */
export function notAnAnswer(carrier: string, reason: string | null = null): ExpectedError {
  const message = reason ? `${carrier} answered: ${reason}` : `This is not an answer of ${carrier} about a parcel.`;
  return new ExpectedError('not_an_answer', 422, message);
}
