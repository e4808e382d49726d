import type { Promise } from '#app/modules/promises/index.server.ts';
import type { ParcelRecord } from './records.ts';

/** What became of a promise in one look. */
export interface PromiseChange {
  made: boolean;
  missed: string | null;
  previousTo: string | null;
}

/** What a row keeps of a promise. */
export type PromiseColumns = Pick<ParcelRecord, 'promised_from' | 'promised_to' | 'promise_source' | 'promise_basis' | 'first_promised_to' | 'missed_to' | 'slips'>;

const noPromise: PromiseColumns = { promised_from: null, promised_to: null, promise_source: null, promise_basis: null, first_promised_to: null, missed_to: null, slips: 0 };

function heldPromise(before: PromiseColumns | null): PromiseColumns {
  if (!before) return noPromise;
  const { promised_from, promised_to, promise_source, promise_basis, first_promised_to, missed_to, slips } = before;
  return { promised_from, promised_to, promise_source, promise_basis, first_promised_to, missed_to, slips };
}

/** A day that passed without delivery is kept as missed; a parcel that came later than promised keeps it too. */
function passedBy(held: PromiseColumns, today: string | null): { columns: PromiseColumns; missed: string | null } {
  const { promised_to: heldTo } = held;
  if (heldTo === null || today === null || heldTo >= today) return { columns: held, missed: null };
  return { columns: { ...held, missed_to: heldTo }, missed: held.missed_to === heldTo ? null : heldTo };
}

/** What is left of a promise once nothing is awaited any more: a day that had passed by then stays missed. */
export function endPromise(before: PromiseColumns | null, deliveredOn: string | null): { columns: PromiseColumns; change: PromiseChange } {
  const { columns, missed } = passedBy(heldPromise(before), deliveredOn);
  return { columns, change: { made: false, missed, previousTo: null } };
}

/**
 * A date once told stands until somebody who knows better tells another, or it passes. What was only reckoned is not reckoned anew each
 * day: a promise that moves by itself is none. A day that passed is kept as missed beside the new one, also one that was told (`toldPassed`) and
 * had passed when we heard of it: what is late does not hang on when we looked.
 */
export function keepPromise(before: PromiseColumns | null, next: Promise | null, today: string, toldPassed: Promise | null = null): { columns: PromiseColumns; change: PromiseChange } {
  const held = toldBefore(heldPromise(before), next, today, toldPassed);
  const { columns, missed } = passedBy(held, today);
  const heldTo = held.promised_to;
  const passed = heldTo !== null && heldTo < today;
  const stands = heldTo !== null && !passed && isReckoned(next?.source) && isReckoned(held.promise_source);
  const same = next?.from === held.promised_from && next?.to === held.promised_to && next?.source === held.promise_source;
  // A date that has passed already tells nothing new.
  if (!next || same || stands || (passed && next.to <= heldTo)) return { columns, change: { made: false, missed, previousTo: null } };
  return {
    columns: {
      promised_from: next.from,
      promised_to: next.to,
      promise_source: next.source,
      promise_basis: next.basis,
      first_promised_to: held.first_promised_to ?? next.to,
      missed_to: columns.missed_to,
      slips: held.slips + (heldTo !== null && next.to > heldTo ? 1 : 0),
    },
    change: { made: true, missed, previousTo: heldTo },
  };
}

/** A day that passed before we looked was promised all the same: the first one, and each that was told and is later than those that are missed. */
function toldBefore(held: PromiseColumns, next: Promise | null, today: string, toldPassed: Promise | null): PromiseColumns {
  const first = held.promised_to === null && typeof next?.basis.missed === 'string' ? next.basis.missed : null;
  const day = toldPassed?.to ?? first;
  const missed = [held.missed_to, held.promised_to !== null && held.promised_to < today ? held.promised_to : null];
  if (day === null || missed.some((known) => known !== null && known >= day)) return held;
  return { ...held, promised_from: toldPassed?.from ?? day, promised_to: day, promise_source: toldPassed?.source ?? 'carrier', promise_basis: {}, first_promised_to: held.first_promised_to ?? day };
}

function isReckoned(source: Promise['source'] | null | undefined): boolean {
  return source === 'learned' || source === 'rule';
}
