import { carrierCatalogue, sameHouse } from '../carrier-catalogue.ts';
import type { CarrierKey } from '../carrier-catalogue.ts';
import { clearlyTelling } from './number-format.ts';
import { knowsFormatsOf, recogniseNumber } from './recognise-number.ts';
import type { Candidate } from './recognise-number.ts';

/** Why a number is probably wrong: not how the carrier writes numbers, a digit mistyped, or somebody else's number. */
export type NumberDoubt = 'format' | 'check_digit' | 'other_carrier';

// Where the number fits the named carrier but for its check digit, another's may be right by chance: only a shape of its own convinces.
const unmistakable = 75;

/** Why a number that is said to be this carrier's is probably wrong; null where nothing speaks against it. */
export function doubtOfNumber(number: string, carrier: CarrierKey): NumberDoubt | null {
  const candidates = recogniseNumber(number, { told: carrier });
  const own = candidates.filter((candidate) => sameHouse(candidate.carrier, carrier));
  if (own.some(({ valid, lettersForDigits, format }) => valid && !lettersForDigits && format !== 'told')) return null;
  if (carrierCatalogue[carrier].handsOver && candidates.some(({ valid }) => valid)) return null;
  const mistyped = own.some(({ check }) => check === 'failed');
  const needed = mistyped ? unmistakable : clearlyTelling;
  if (candidates.some((candidate) => candidate.valid && candidate.score >= needed && isAnothers(candidate, carrier))) return 'other_carrier';
  if (mistyped) return 'check_digit';
  return knowsFormatsOf(carrier) ? 'format' : null;
}

function isAnothers({ carrier, lettersForDigits, format }: Candidate, told: CarrierKey): boolean {
  return !lettersForDigits && format !== 'told' && !sameHouse(carrier, told);
}
