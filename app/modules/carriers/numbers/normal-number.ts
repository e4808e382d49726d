/** A tracking number as carriers write it: capitals and digits only, whatever widths, cases, spaces and dashes were typed. */
export function normalNumber(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9]/g, '');
}

const lookalikes: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/**
 * What may have been meant by a normal number in which O was typed for 0, or I or l for 1: every such reading, as long as
 * the letters are few enough for that to be an accident.
 */
export function readingsWithDigits(number: string): string[] {
  const places = [...number].flatMap((character, at) => (lookalikes[character] === undefined ? [] : [at]));
  if (places.length === 0 || places.length > 5) return [];
  return Array.from({ length: 2 ** places.length - 1 }, (_, at) => {
    const changed = new Set(places.filter((_place, bit) => (at + 1) & (1 << bit)));
    return [...number].map((character, place) => (changed.has(place) ? (lookalikes[character] ?? character) : character)).join('');
  });
}
