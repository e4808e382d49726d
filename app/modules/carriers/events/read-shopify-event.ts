import type { ParcelStatus, ScanMeaning } from '../parcel-status.ts';
import { codesByMeaning, readMeaningWord } from './meaning-word.ts';
import { readWords } from './read-words.ts';

// What merchants' own tools send as events, and Shopify's summary of a fulfillment, in capitals.
const words = codesByMeaning({
  pre_shipment: 'CONFIRMED LABEL_PRINTED LABEL_PURCHASED',
  in_transit: 'IN_TRANSIT CARRIER_PICKED_UP',
  out_for_delivery: 'OUT_FOR_DELIVERY',
  ready_for_pickup: 'READY_FOR_PICKUP',
  attempted: 'ATTEMPTED_DELIVERY',
  delivered: 'DELIVERED PICKED_UP',
  delayed: 'DELAYED',
  exception: 'FAILURE NOT_DELIVERED',
  'exception/label_voided': 'LABEL_VOIDED',
  none: 'SUBMITTED FULFILLED MARKED_AS_FULFILLED CANCELED CANCELLED SUCCESS OPEN PENDING ERROR',
});
const troubled: ReadonlySet<ParcelStatus> = new Set(['attempted', 'delayed', 'exception']);

/** What Shopify's word for a scan, or for a whole fulfillment, means; the carrier's message tells the cause. */
export function readShopifyEvent(status: string, message: string | null): ScanMeaning {
  const word = words[status.trim().toUpperCase().replace(/[\s-]+/g, '_')];
  if (word === undefined) return { status: null, cause: null };
  const meaning = readMeaningWord(word);
  if (meaning.status === null || meaning.cause !== null) return { status: meaning.status, cause: meaning.cause };
  const said = readWords(message ?? '');
  // Customs is worth telling on the way, too.
  const telling = troubled.has(meaning.status) || (meaning.status === 'in_transit' && said.cause === 'customs');
  return { status: meaning.status, cause: telling ? said.cause : null };
}
