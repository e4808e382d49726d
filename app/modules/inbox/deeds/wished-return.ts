import { z } from 'zod';
import { wayBackKinds, type WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { outcomes, type WishedReturnLine } from '#app/modules/returns/index.pure.ts';
import type { ChosenLine, TypedOfLine } from './chosen-line.ts';

const line = /^(\d{1,20})\.(\d{1,6})\.(\d{0,20})\.([a-z_]{0,20})\.(\d{0,20})$/;

/** Lines as they stand in an address. */
export const chosenLines = z.string().max(8_000).transform((text, check): ChosenLine[] => {
  const rows = text === '' ? [] : text.split(',').map(readLine);
  const read = rows.filter((row) => row !== null);
  if (read.length < rows.length || new Set(read.map(({ lineId }) => lineId)).size < read.length) check.addIssue({ code: 'custom' });
  return read.filter(({ units }) => units > 0);
});

const words = z.string().trim().max(255);

/** What was typed, line by line. */
export const typedOfLines = z
  .string()
  .max(60_000)
  .transform((text, check): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      check.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.object({ lineId: z.string(), note: words, answers: z.array(words).max(20), exception: words })).max(250));

/** What `returns` is asked for; null where something is not chosen yet. */
export function wishOf(chosen: readonly ChosenLine[], typedFor: (lineId: string) => Pick<TypedOfLine, 'answers' | 'exception' | 'note'>): WishedReturnLine[] | null {
  const lines = chosen.flatMap(({ lineId, units, reasonId, outcome, variantId }): WishedReturnLine[] => {
    if (reasonId === null || outcome === null || (outcome === 'exchange' && variantId === null)) return [];
    const { note, answers, exception } = typedFor(lineId);
    return [{ lineId, units, reasonId, note, answers, photos: [], outcome, variantId: outcome === 'exchange' ? variantId : null, exception: exception === '' ? null : exception }];
  });
  return lines.length === 0 || lines.length < chosen.length ? null : lines;
}

function readLine(text: string): ChosenLine | null {
  const [, lineId, units, reasonId, named, variantId] = line.exec(text) ?? [];
  const outcome = outcomes.find((known) => known === named) ?? null;
  if (lineId === undefined || (named && outcome === null)) return null;
  return { lineId, units: Number(units), reasonId: reasonId || null, outcome, variantId: variantId || null };
}

/** The way back that was chosen, as it stands in an address; a number of the customer's own comes later. */
export function readWay(way: string): WayBackChoice {
  const [kind, ...place] = way.split('.');
  return { kind: wayBackKinds.find((known) => known === kind) ?? 'none', placeId: place.join('.') || null, carrier: null, trackingNumber: null };
}
