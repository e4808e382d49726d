import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import type { OrderFacts } from '../facts/facts.ts';
import { meantParcel } from '../macros/macro-values.ts';
import type { Finding } from './finding.ts';
import { parcelWords, type ParcelWords } from './parcel-words.ts';

interface Known {
  locale: CustomerLocale;
  order: OrderFacts;
  writeDays(locale: string, from: Day, to: Day): string;
}

/** What a sentence that claims something says wrongly of where goods are: lost though they are not, or sent again though nothing was. Places are within the sentence. */
export function parcelClaims(text: string, { locale, order, writeDays }: Known): Finding[] {
  const words = parcelWords[locale];
  const lower = text.toLowerCase();
  if (words.unmeant.test(lower)) return [];
  return [...lostClaim(lower), ...sentAgainClaim(lower, words, order)];

  /** The whole sentence is what is to be said otherwise. */
  function lostClaim(said: string): Finding[] {
    if (mayBeLost(order) || !words.lost.test(said)) return [];
    return [{ kind: 'status', from: text.length - text.trimStart().length, to: text.trimEnd().length, claim: 'lost', instead: whatIsSo() }];
  }

  function whatIsSo(): string | null {
    const parcel = meantParcel(order);
    if (!parcel) return words.says.unsent;
    const { where, status, deliveredOn, expected } = parcel;
    const day = (from: Day, to: Day) => writeDays(locale, from, to).replace(/\.$/, '');
    if (where === 'delivered') return deliveredOn && words.says.delivered.replace('{day}', day(deliveredOn, deliveredOn));
    if (where === 'returning') return words.says.returning;
    // A label that nobody scanned is on no way.
    if (where !== 'moving' || status === 'pre_shipment') return null;
    return expected ? words.says.expected.replace('{day}', day(expected.from, expected.to)) : words.says.moving;
  }
}

/** Whether anything of an order can be lost, by what is known: where something is wrong with a parcel, or nobody follows it, that is for people to say. */
function mayBeLost({ parcels, isSent }: OrderFacts): boolean {
  return parcels.length === 0 ? isSent : parcels.some(({ where }) => where === 'lost' || where === 'late' || where === 'unknown');
}

function sentAgainClaim(lower: string, { sends, again }: ParcelWords, { isSentAgain }: OrderFacts): Finding[] {
  const [one, other] = isSentAgain ? [null, null] : [sends.exec(lower), again.exec(lower)];
  if (!one || !other) return [];
  return [{ kind: 'status', from: Math.min(one.index, other.index), to: Math.max(one.index + one[0].length, other.index + other[0].length), claim: 'sent_again', instead: null }];
}
