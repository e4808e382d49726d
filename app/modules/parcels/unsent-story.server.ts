import { dayIn } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { readJourneys, type OrderJourney } from '#app/modules/orders/index.server.ts';
import { destinationZone, loadKnowledge, promiseFor, type Day, type Promise as DeliveryPromise } from '#app/modules/promises/index.server.ts';
import { keepPromise } from './keep-promise.ts';
import { promisedUnsent, readShownUnsent, shownUnsentWhere } from './shown-unsent.server.ts';

/** What may be said about the part of an order that has not left. */
export interface UnsentStory {
  /** When it should come; null where nobody can say. */
  promise: DeliveryPromise | null;
  /** The last day its customer was shown that passed. */
  missedTo: Day | null;
  /** It should have left by now. */
  late: boolean;
  /** It is not sent: the customer comes for it. */
  pickup: boolean;
}

const nothing: UnsentStory = { promise: null, missedTo: null, late: false, pickup: false };

const question = `
  select exists (select from troubles where order_id = $1 and kind = 'late_to_ship' and closed_at is null and mark is distinct from 'dismissed') as late, s.shown
    from (${shownUnsentWhere('order_id = $1')}) s`;

/** What may be said about the part of an order that has not left; `zone` is the shop's. A day that was shown stands until it passes, and stays visible then. */
export async function unsentStory(tx: ShopTx, { orderId, zone, now }: { orderId: string; zone: string; now: Date }): Promise<UnsentStory> {
  const [journey] = await readJourneys(tx, [orderId]);
  if (!journey || journey.void) return nothing;
  if (journey.waiting === 'pickup') return { ...nothing, pickup: true };
  const [row] = await runInBulk<{ late: boolean; shown: unknown }>(tx, question, [orderId], 'unsent-story');
  const there = destinationZone(journey.country, zone, journey.province);
  const reckoned = promiseFor(wayOf(journey), await loadKnowledge(tx, now, zone), now);
  // A day that passed before anybody was shown one was promised to nobody.
  const next = reckoned && { ...reckoned, basis: {} };
  const today = dayIn(there, now);
  const { columns } = keepPromise(promisedUnsent(readShownUnsent(row?.shown), there), next, today);
  const { promised_from: from, promised_to: to, promise_source: source, missed_to: missedTo } = columns;
  const promise = from !== null && to !== null && to >= today && source !== null ? { from, to, source, basis: {} } : null;
  return { promise, missedTo, late: row?.late ?? false, pickup: false };
}

function wayOf({ service, country, province, processed_at: placedAt, ready_at: readyAt }: OrderJourney) {
  return {
    carrier: null, service, origin: null, destination: country, destinationProvince: province,
    placedAt: new Date(readyAt && readyAt > placedAt ? readyAt : placedAt), shippedAt: null, firstScanAt: null, lastScanAt: null, status: null, told: null,
  };
}
