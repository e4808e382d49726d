import type { ParcelStatus, ScanMeaning } from '../parcel-status.ts';
import { isCarrierKey } from '../carrier-catalogue.ts';
import { carrierOfName } from '../carrier-name.ts';
import { codesOf } from './codes/by-carrier.ts';
import { type Codes, readMeaningWord } from './meaning-word.ts';
import { readWords } from './read-words.ts';

/** One carrier's event as it was told: its key or name, its code, its words; each may be missing. */
export interface CarrierEvent {
  carrier: string | null;
  code?: string | null;
  text?: string | null;
}

type CodedMeaning = ScanMeaning & { broad: boolean };

const troubled: ReadonlySet<ParcelStatus> = new Set(['attempted', 'delayed', 'exception']);

/** What a carrier's event means: its code decides, its words refine; what we do not know says nothing. */
export function readCarrierEvent({ carrier, code, text }: CarrierEvent): ScanMeaning {
  const said = readWords(text ?? '');
  const coded = readCode(keyOf(carrier ?? ''), code ?? '');
  if (coded) return refine(coded, said);
  if (said.status !== null || !code) return said;
  // Some interfaces send a word as their code: `OUT_FOR_DELIVERY`, `DeliveryAttempted`.
  return /\p{L}{4}/u.test(code) ? readWords(code.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')) : said;
}

function refine(coded: CodedMeaning, said: ScanMeaning): ScanMeaning {
  if (coded.broad && said.status !== null) {
    const lostCause = said.status === coded.status && said.cause === null;
    return lostCause ? { status: coded.status, cause: coded.cause } : said;
  }
  const refinable = coded.status !== null && troubled.has(coded.status) && coded.cause === null;
  return { status: coded.status, cause: refinable ? said.cause : coded.cause };
}

function keyOf(carrier: string): string {
  return isCarrierKey(carrier) ? carrier : (carrierOfName(carrier) ?? carrier);
}

function readCode(carrier: string, code: string): CodedMeaning | null {
  const tables = codesOf(carrier);
  const whole = lookUp(tables, code.trim());
  if (whole) return whole;
  // A type and a code in one, `X 48` or `DE/08`: the part that says most counts.
  const parts = code.trim().split(/[\s/:;,|.+-]+/).map((part) => lookUp(tables, part)).filter((part) => part !== null);
  return parts.findLast(({ broad }) => !broad) ?? parts.findLast(({ cause }) => cause !== null) ?? parts.at(-1) ?? null;
}

function lookUp(tables: readonly Codes[], written: string): CodedMeaning | null {
  const code = written.toUpperCase();
  // Numbers lose or gain leading zeros on their way through spreadsheets and interfaces.
  const spellings = /^\d+$/.test(code) ? [code, code.replace(/^0+(?=\d)/, ''), code.padStart(2, '0'), code.padStart(3, '0')] : [code];
  for (const key of spellings) {
    const word = tables.find((table) => table[key] !== undefined)?.[key];
    if (word !== undefined) return readMeaningWord(word);
  }
  return null;
}
