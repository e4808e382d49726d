import { wayBackKinds, type WayBackChoice } from '#app/modules/labels/index.pure.ts';
import { outcomes, type ReturnableOrder } from '#app/modules/returns/index.pure.ts';
import { draftLimits, newLine, type DraftLine, type DraftState } from './draft.ts';
import type { Step } from './steps.ts';

/** So much of a text is kept although it is too long, so that its writer can shorten it. */
const roomy = 5_000;

/**
 * What was chosen, with what a step's form says. Whatever the form does not speak of stays as it was; numbers and amounts are read and judged
 * by what the order says, never believed.
 */
export function readStep(step: Step, fields: URLSearchParams, { order, state }: { order: ReturnableOrder; state: DraftState }): DraftState {
  const each = (read: (line: DraftLine) => Partial<DraftLine>) => ({ ...state, lines: state.lines.map((line) => ({ ...line, ...read(line) })) });
  switch (step) {
    case 'items':
      return { ...state, lines: readLines(fields, order, state) };
    case 'reasons':
      return each((line) => ({ reasonId: text(fields, `reason-${line.lineId}`, 64) ?? line.reasonId, note: text(fields, `note-${line.lineId}`, roomy) ?? line.note }));
    case 'outcomes':
      return each((line) => readOutcome(fields, line));
    case 'exchange':
      return each((line) => readExchange(fields, line));
    case 'evidence':
      return each((line) => readEvidence(fields, line));
    case 'back':
      return { ...state, wayBack: readWayBack(fields) ?? state.wayBack };
    case 'review':
      return state;
  }
}

/** Lines keep what was said of them before; those the order does not have are kept out by what judges the step. */
function readLines(fields: URLSearchParams, order: ReturnableOrder, { lines }: DraftState): DraftLine[] {
  const chosen = [...new Set(fields.getAll('line'))].slice(0, draftLimits.lines);
  return chosen.map((lineId) => {
    const most = order.lines.find((line) => line.lineId === lineId)?.returnable ?? 1;
    const typed = fields.get(`units-${lineId}`);
    const units = typed === null ? most : Number(typed);
    const before = lines.find((line) => line.lineId === lineId) ?? newLine(lineId.slice(0, 32), 1);
    return { ...before, units: Number.isSafeInteger(units) ? units : 0 };
  });
}

function readOutcome(fields: URLSearchParams, line: DraftLine): Partial<DraftLine> {
  const said = fields.get(`outcome-${line.lineId}`);
  const outcome = outcomes.find((each) => each === said) ?? line.outcome;
  const words = text(fields, `exception-${line.lineId}`, roomy);
  return { outcome, exception: words === null ? line.exception : words || null, ...(outcome === line.outcome ? {} : { variantId: null, productId: null }) };
}

/** Of another product, the product is picked first; `again` looks for a new one. */
function readExchange(fields: URLSearchParams, line: DraftLine): Partial<DraftLine> {
  if (fields.get('again') === line.lineId) return { productId: null, variantId: null };
  const [lineId, productId = ''] = (fields.get('pick') ?? '').split(':');
  if (lineId === line.lineId && line.outcome === 'other_product') return { productId: productId.slice(0, 32), variantId: null };
  return { variantId: text(fields, `variant-${line.lineId}`, 32) || line.variantId };
}

function readEvidence(fields: URLSearchParams, line: DraftLine): Partial<DraftLine> {
  const answers = Array.from({ length: 5 }, (_, at) => text(fields, `answer-${line.lineId}-${at}`, draftLimits.answer) ?? line.answers[at] ?? '');
  const without = new Set(fields.getAll('without'));
  return { answers: answers.slice(0, answers.findLastIndex((answer) => answer !== '') + 1), photos: line.photos.filter((key) => !without.has(key)) };
}

/** `label`, or `shop:17` where there are several places. */
function readWayBack(fields: URLSearchParams): WayBackChoice | null {
  const [said = '', ...place] = (fields.get('back') ?? '').slice(0, 200).split(':');
  const kind = wayBackKinds.find((each) => each === said);
  if (!kind) return null;
  const own = kind === 'own_label';
  return { kind, placeId: place.join(':') || null, carrier: own ? text(fields, 'carrier', 60) || null : null, trackingNumber: own ? text(fields, 'tracking', 60) || null : null };
}

/** A field's text, tidied; null where the form has no such field. */
function text(fields: URLSearchParams, name: string, most: number): string | null {
  const value = fields.get(name);
  return value === null ? null : value.replaceAll('\r\n', '\n').trim().slice(0, most);
}
