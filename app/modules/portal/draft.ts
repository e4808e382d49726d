import { z } from 'zod';
import { wayBackChoice } from '#app/modules/labels/index.pure.ts';
import { outcomes, type RequestView, type WishedReturnLine } from '#app/modules/returns/index.pure.ts';

/** What a customer may type, and how many photos an item may have. */
export const draftLimits = { note: 255, answer: 255, exception: 255, photos: 5, lines: 250 } as const;

const line = z.object({
  lineId: z.string(),
  units: z.number().int(),
  reasonId: z.string().nullable(),
  note: z.string(),
  outcome: z.enum(outcomes).nullable(),
  /** Why the shop should make an exception; null where none is asked for. */
  exception: z.string().nullable(),
  variantId: z.string().nullable(),
  /** The product that was chosen where it is another one. */
  productId: z.string().nullable(),
  answers: z.array(z.string()),
  photos: z.array(z.string()),
});

/** What a customer has chosen so far, whole or not: it is checked where it is used. */
export const draftSchema = z.object({
  lines: z.array(line),
  wayBack: wayBackChoice.nullable(),
  /** The request that this one is to take the place of. */
  replaces: z.string().nullable(),
});

export type DraftState = z.infer<typeof draftSchema>;
export type DraftLine = z.infer<typeof line>;

export const emptyDraft: DraftState = { lines: [], wayBack: null, replaces: null };

/** True for what could be a carrier's number. */
export function isTrackingNumber(text: string): boolean {
  return /^[A-Za-z0-9 -]{4,60}$/.test(text);
}

/** A line just chosen. */
export function newLine(lineId: string, units: number): DraftLine {
  return { lineId, units, reasonId: null, note: '', outcome: null, exception: null, variantId: null, productId: null, answers: [], photos: [] };
}

/** The lines of what was begun before, to be changed. */
export function draftOf({ id, lines, wayBack: back }: RequestView): DraftState {
  return {
    lines: lines.map(({ lineId, units, reasonId, note, outcome, exception, variantId, answers, photos }) => ({ lineId, units, reasonId, note, outcome, exception, variantId, productId: null, answers, photos })),
    wayBack: back.kind === 'none' ? null : back,
    replaces: id,
  };
}

/** The lines as a wish; null where one has no reason or no outcome yet. */
export function wishedLines({ lines }: DraftState): WishedReturnLine[] | null {
  const wished = lines.flatMap(({ lineId, units, reasonId, note, answers, photos, outcome, variantId, exception }) => (reasonId === null || outcome === null ? [] : [{ lineId, units, reasonId, note, answers, photos, outcome, variantId, exception }]));
  return wished.length === lines.length ? wished : null;
}
