/** What carriers' words can be about; the reader asks for them one by one. */
export const concepts = [
  'ignored', // struck out before reading: conditions, denials of trouble
  'upcoming', // struck out too, but shows that the parcel is under way: what will happen
  'aside', // messages and papers: news that changes nothing
  'announced', // the carrier was told, and has nothing yet
  'voided',
  'returned',
  'collected', // the recipient fetched it
  'ready', // waits to be fetched
  'tried', // somebody came to the door
  'undelivered', // it was not handed over, for whatever reason
  'handed_on', // to another carrier, to customs, to a place of sorting: what says "delivered" there is no delivery
  'dropped', // handed to a shop, a locker, a post office
  'delivered',
  'out', // on the vehicle that brings it
  'refused',
  'damaged',
  'lost',
  'unclaimed',
  'payment',
  'address',
  'security',
  'customs_held',
  'cleared',
  'customs',
  'not_home',
  'weather',
  'carrier',
  'held',
  'delayed',
  'exception',
  'moving',
] as const;
export type Concept = (typeof concepts)[number];

/** One language's patterns by concept: parts of regular expressions over folded text. */
export type Words = Readonly<Partial<Record<Concept, readonly string[]>>>;

/** Carriers' words as the patterns expect them: lower case, Latin accents off, one kind of blank and apostrophe. */
export function foldWords(text: string): string {
  return text
    .slice(0, 2_000)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u00ad]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/[‘’´`]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[\s_™®]+/g, ' ')
    .trim();
}
