const digitsOf = (text: string): number[] => [...text].map(Number);

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  digits.reduce((sum, digit, at) => sum + digit * (weights[at % weights.length] ?? 0), 0);

const toNextTen = (sum: number): number => (10 - (sum % 10)) % 10;

const body = (text: string): string => text.slice(0, -1);
const checkDigit = (text: string): number => Number(text.slice(-1));

/**
 * GS1 General Specifications 7.9 (also USPS Publication 199 for IMpb, Canada Post, Colissimo): weights 3 and 1 from the
 * right, up to the next ten. Every single wrong digit is found.
 */
export function gs1Mod10(digits: string): boolean {
  return toNextTen(weighted(digitsOf(body(digits)).reverse(), [3, 1])) === checkDigit(digits);
}

/** GLS Uni-Box documentation 3.2.1: as GS1, with one added to the sum. */
export function glsMod10(digits: string): boolean {
  return toNextTen(weighted(digitsOf(body(digits)).reverse(), [3, 1]) + 1) === checkDigit(digits);
}

/** Deutsche Post Identcode: weights 4 and 9 from the left. A digit that is wrong by five under weight 4 goes unnoticed. */
export function identcodeMod10(digits: string): boolean {
  return toNextTen(weighted(digitsOf(body(digits)), [4, 9])) === checkDigit(digits);
}

/**
 * UPS (and OnTrac, with digits only): after the `1Z`, weights 1 and 2 from the left; letters count as digits from A = 2
 * on, back to 0 after 9. A digit that is wrong by five under weight 2 goes unnoticed.
 */
export function upsMod10(text: string): boolean {
  const values = [...body(text)].map((character) => (/\d/.test(character) ? Number(character) : (character.charCodeAt(0) - 63) % 10));
  return toNextTen(weighted(values, [1, 2])) === checkDigit(text);
}

/** FedEx Express: weights 1, 3, 7 from the right, modulo 11; a rest of ten is written 0, like a rest of none. */
export function fedexMod11(digits: string): boolean {
  return (weighted(digitsOf(body(digits)).reverse(), [1, 3, 7]) % 11) % 10 === checkDigit(digits);
}

/** ISO/IEC 7812 (Luhn), for Purolator: every second digit from the right doubled and its digits added. Every single wrong digit is found. */
export function luhnMod10(digits: string): boolean {
  const doubled = digitsOf(body(digits)).reverse().map((digit, at) => (at % 2 === 0 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit));
  return toNextTen(weighted(doubled, [1])) === checkDigit(digits);
}

/** UPU standard S10: weights 8 6 4 2 3 5 9 7 over eight digits, 11 less the rest; 10 is written 0 and 11 is written 5. */
export function s10Mod11(digits: string): boolean {
  const rest = 11 - (weighted(digitsOf(body(digits)), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === checkDigit(digits);
}

/**
 * The rest of a division by seven (DHL Express waybills; 7DR of Yamato, Sagawa, Japan Post and Seino). A digit that is
 * wrong by seven goes unnoticed, except the check digit itself.
 */
export function mod7(digits: string): boolean {
  return Number(body(digits)) % 7 === checkDigit(digits);
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** ISO 7064 MOD 37,36, with which DPD closes its parcel labels. Every single wrong character is found. */
export function iso7064Mod37(text: string): boolean {
  const product = [...body(text)].reduce((carried, character) => {
    const sum = (carried + alphabet.indexOf(character)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return (product + alphabet.indexOf(text.slice(-1))) % 36 === 1;
}
