import type { ParcelCause, ParcelStatus, ScanMeaning } from '../parcel-status.ts';

type Meaning = ParcelStatus | `${ParcelStatus}/${ParcelCause}`;

/**
 * A code's meaning in a table. Behind `~` the code tells only the kind of news: the words beside it decide where they say more.
 * `none` is news that changes nothing.
 */
export type MeaningWord = Meaning | `~${Meaning}` | 'none';

/** A carrier's codes, in capitals. */
export type Codes = Readonly<Record<string, MeaningWord>>;

/** A table's word, taken apart. */
export function readMeaningWord(word: MeaningWord): ScanMeaning & { broad: boolean } {
  if (word === 'none') return { status: null, cause: null, broad: false };
  const broad = word.startsWith('~');
  const [status, cause] = (broad ? word.slice(1) : word).split('/') as [ParcelStatus, ParcelCause?];
  return { status, cause: cause ?? null, broad };
}

/** Rows of codes that mean the same: `{ delivered: '01 17' }` is `{ '01': 'delivered', '17': 'delivered' }`. */
export function codesByMeaning(rows: Partial<Record<MeaningWord, string>>): Codes {
  const codes: Record<string, MeaningWord> = Object.create(null);
  for (const [meaning, listed] of Object.entries(rows) as [MeaningWord, string][]) {
    for (const code of listed.split(/\s+/).filter(Boolean)) codes[code] = meaning;
  }
  return codes;
}
