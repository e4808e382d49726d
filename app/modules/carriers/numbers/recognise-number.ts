import { carrierCatalogue, isCarrierKey, sameHouse } from '../carrier-catalogue.ts';
import type { CarrierKey } from '../carrier-catalogue.ts';
import { carrierOfName } from '../carrier-name.ts';
import { americanFormats } from './american-formats.ts';
import { asianPacificFormats } from './asian-pacific-formats.ts';
import { europeanFormats } from './european-formats.ts';
import { normalNumber, readingsWithDigits } from './normal-number.ts';
import { clearlyTelling } from './number-format.ts';
import type { NumberFormat } from './number-format.ts';
import { s10Format } from './s10.ts';

/** What the order's own data says about who carries the parcel. */
export interface NumberHints {
  /** The carrier the merchant's data names: a key of ours, or any name. */
  told?: string | null;
  /** The countries it goes from and to, as ISO codes. */
  origin?: string | null;
  destination?: string | null;
}

/** A carrier whose number it may be. */
export interface Candidate {
  carrier: CarrierKey;
  /** False only where the carrier's check digit contradicts the number. */
  valid: boolean;
  check: 'passed' | 'failed' | 'none';
  /** The name of the format that fits; `told` where nothing but the merchant's word speaks for the carrier. */
  format: string;
  /** The number as the carrier writes it. */
  number: string;
  /** A letter O, I or L had to be read as a digit for it to fit. */
  lettersForDigits: boolean;
  /** How likely it is beside the others; the order of the list follows it. */
  score: number;
}

const formats: readonly NumberFormat[] = [...americanFormats, ...europeanFormats, ...asianPacificFormats];
const carriersWithFormats = new Set(formats.flatMap(({ carriers }) => carriers));

// A word can be read as digits as well; only a number of its own shape, or with the right check digit, was surely meant as one.
const surelyMeant = 45;

/** Whether we can tell this carrier's numbers from others at all. */
export function knowsFormatsOf(carrier: CarrierKey): boolean {
  return carriersWithFormats.has(carrier) || carrierCatalogue[carrier].issues !== undefined;
}

/** The carriers whose number this may be, the likeliest first; those whose check digit is contradicted come last. */
export function recogniseNumber(typed: string, hints: NumberHints = {}): Candidate[] {
  const number = normalNumber(typed);
  const told = hints.told ? (isCarrierKey(hints.told) ? hints.told : carrierOfName(hints.told)) : null;
  const asTyped = readAs(number, told, hints, false);
  const corrected = asTyped.some(({ valid }) => valid) ? [] : readingsWithDigits(number).flatMap((reading) => readAs(reading, told, hints, true));
  const found = [...asTyped, ...corrected.filter(({ valid, score }) => valid && score >= surelyMeant)];
  if (told === null || number === '') return bestOfEach(found);
  return bestOfEach(wordCounts(told, found) ? [tellingOnlyWord(told, number), ...found] : withoutChance(told, found));
}

function readAs(number: string, told: CarrierKey | null, hints: NumberHints, lettersForDigits: boolean): Candidate[] {
  if (/^(.)\1*$/.test(number)) return [];
  const s10 = s10Format(number);
  const fitting = formats.filter(({ shape }) => shape.test(number));
  const possible = (s10 ? [s10, ...fitting] : fitting).flatMap((format) =>
    format.carriers.map((carrier, rank) => ({ format, carrier, lift: liftOf(carrier, told, hints), rank })),
  );
  const clear = possible.filter(({ format, lift }) => format.needsHint !== true || lift > 0);
  return (clear.length > 0 ? clear : possible).map(({ format, carrier, lift, rank }) => {
    const check = format.check === undefined ? 'none' : format.check(number) ? 'passed' : 'failed';
    const score = format.telling - rank * 12 + lift + (check === 'passed' ? 15 : 0) - (lettersForDigits ? 10 : 0);
    return { carrier, valid: check !== 'failed', check, format: format.name, number, lettersForDigits, score };
  });
}

function liftOf(carrier: CarrierKey, told: CarrierKey | null, { origin, destination }: NumberHints): number {
  const word = told === carrier ? 70 : told !== null && sameHouse(told, carrier) ? 50 : 0;
  const { countries } = carrierCatalogue[carrier];
  if (countries === undefined || (!origin && !destination)) return word;
  const leaves = origin ? countries.includes(origin) : false;
  const arrives = destination ? countries.includes(destination) : false;
  return word + (leaves || arrives ? (leaves ? 15 : 0) + (arrives ? 10 : 0) : -25);
}

function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const ranked = candidates.toSorted((left, right) => Number(right.valid) - Number(left.valid) || right.score - left.score);
  const seen = new Set<CarrierKey>();
  return ranked.filter(({ carrier }) => !seen.has(carrier) && seen.add(carrier));
}

/** Whether the merchant's word alone makes a carrier possible: nothing we know of its numbers speaks against it. */
function wordCounts(told: CarrierKey, found: readonly Candidate[]): boolean {
  if (found.some(({ carrier, valid }) => valid && sameHouse(carrier, told))) return false;
  return !knowsFormatsOf(told) || (carrierCatalogue[told].handsOver === true && found.some(({ valid }) => valid));
}

/** A mistyped number of the carrier named fits some other common shape by chance; such others are left out. */
function withoutChance(told: CarrierKey, found: readonly Candidate[]): readonly Candidate[] {
  const own = found.filter(({ carrier }) => sameHouse(carrier, told));
  if (own.length === 0 || own.some(({ valid }) => valid)) return found;
  return found.filter((candidate) => !candidate.valid || candidate.score >= clearlyTelling);
}

function tellingOnlyWord(carrier: CarrierKey, number: string): Candidate {
  return { carrier, valid: true, check: 'none', format: 'told', number, lettersForDigits: false, score: 70 };
}
