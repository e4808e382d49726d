import type { ParcelCause, ParcelStatus, ScanMeaning } from '../parcel-status.ts';
import { type Concept, concepts, foldWords, type Words } from './concepts.ts';
import { chinese } from './words/chinese.ts';
import { dutch } from './words/dutch.ts';
import { english } from './words/english.ts';
import { french } from './words/french.ts';
import { german } from './words/german.ts';
import { italian } from './words/italian.ts';
import { japanese } from './words/japanese.ts';
import { portuguese } from './words/portuguese.ts';
import { spanish } from './words/spanish.ts';

type Has = (concept: Concept) => boolean;

const alphabetic = patternsOf([english, german, french, spanish, portuguese, italian, dutch], '(?<![\\p{L}\\p{N}])');
const ideographic = patternsOf([chinese, japanese], '');
const ideographs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// The more a cause decides, the earlier it stands.
const causes = ['refused', 'damaged', 'lost', 'unclaimed', 'payment', 'address', 'security', 'customs_held', 'not_home', 'weather', 'carrier'] as const;
const statusOfCause: Readonly<Record<(typeof causes)[number], ParcelStatus>> = {
  refused: 'exception',
  damaged: 'exception',
  lost: 'exception',
  unclaimed: 'exception',
  payment: 'exception',
  address: 'exception',
  security: 'exception',
  customs_held: 'exception',
  not_home: 'attempted',
  weather: 'delayed',
  carrier: 'delayed',
};

/** What a carrier's free words say, in any of nine languages; words we do not know say nothing. */
export function readWords(text: string): ScanMeaning {
  const folded = foldWords(text);
  if (folded === '') return silent;
  const patterns = ideographs.test(folded) ? [ideographic, alphabetic] : [alphabetic];
  for (const pattern of patterns) {
    const meaning = read(folded, pattern);
    if (meaning.status !== null) return meaning;
  }
  return silent;
}

const silent: ScanMeaning = { status: null, cause: null };

function read(folded: string, patterns: ReadonlyMap<Concept, RegExp>): ScanMeaning {
  const strike = (text: string, concept: Concept) => text.split(patterns.get(concept) ?? /$^/u).join(' ');
  const plain = strike(folded, 'ignored');
  const present = strike(plain, 'upcoming');
  const has: Has = (concept) => patterns.get(concept)?.test(present) ?? false;
  const meaning = meaningOf(has);
  // What will happen to it shows at least that it is under way.
  return meaning.status === null && present !== plain && !has('aside') ? { status: 'in_transit', cause: null } : meaning;
}

function meaningOf(has: Has): ScanMeaning {
  if (has('voided')) return { status: 'exception', cause: 'label_voided' };
  if (has('returned')) return { status: 'exception', cause: 'returned_to_sender' };
  if (has('announced')) return { status: 'pre_shipment', cause: null };
  if (has('collected')) return { status: 'delivered', cause: null };
  if (has('ready')) return { status: 'ready_for_pickup', cause: null };
  if (has('tried') || has('undelivered')) return notHandedOver(has);
  const handedOn = has('handed_on');
  if (!handedOn && has('dropped')) return { status: 'ready_for_pickup', cause: null };
  if (has('out')) return { status: 'out_for_delivery', cause: null };
  if (!handedOn && has('delivered')) return { status: 'delivered', cause: has('damaged') ? 'damaged' : null };
  const found = causes.find((cause) => cause !== 'weather' && cause !== 'carrier' && has(cause));
  if (found) return { status: statusOfCause[found], cause: parcelCause(found) };
  if (has('cleared')) return { status: 'in_transit', cause: null };
  if (has('weather')) return { status: 'delayed', cause: 'weather' };
  if (has('customs')) return { status: 'in_transit', cause: 'customs' };
  if (has('carrier')) return { status: 'delayed', cause: 'carrier' };
  if (has('held')) return { status: 'exception', cause: 'held' };
  if (has('delayed')) return { status: 'delayed', cause: null };
  if (has('exception')) return { status: 'exception', cause: null };
  if (has('aside')) return silent;
  return handedOn || has('moving') ? { status: 'in_transit', cause: null } : silent;
}

/** An attempt stays an attempt where it can be repeated; what ends the journey for now is an exception. */
function notHandedOver(has: Has): ScanMeaning {
  const found = causes.find(has);
  if (!found) return { status: 'attempted', cause: has('held') ? 'held' : null };
  const cause = parcelCause(found);
  if (found === 'not_home') return { status: 'attempted', cause };
  const repeatable = found === 'payment' || found === 'address' || found === 'weather' || found === 'carrier';
  return { status: repeatable && has('tried') ? 'attempted' : statusOfCause[found], cause };
}

function parcelCause(cause: (typeof causes)[number]): ParcelCause {
  return cause === 'customs_held' ? 'customs' : cause;
}

function patternsOf(languages: readonly Words[], before: string): ReadonlyMap<Concept, RegExp> {
  const patterns = new Map<Concept, RegExp>();
  for (const concept of concepts) {
    const parts = languages.flatMap((words) => words[concept] ?? []);
    if (parts.length > 0) patterns.set(concept, new RegExp(`${before}(?:${parts.join('|')})`, 'u'));
  }
  return patterns;
}
