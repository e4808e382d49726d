import { dayIn } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { NoticeKind } from './kinds.ts';
import { milestoneOf, type Milestone } from './milestone.ts';
import type { ReturnTold } from './return-told.ts';

/** Something that is true of an order now and that its customer can be told. */
export interface Fact {
  kind: NoticeKind;
  /** The same fact has the same key, whenever and however often it is seen. */
  key: string;
  at: Date;
  /** Null where it is about the whole order. */
  parcel: ParcelStory | null;
  /** The stop that was reached; none for the first scan, and for what is no stop. */
  milestone?: Milestone;
  /** What it says of a return; none where it is about something else. */
  back?: ReturnTold;
}

/** An order as far as its facts go. */
export interface OrderTruth {
  id: string;
  processedAt: Date;
  /** Cancelled, deleted, a test, or there before the app was: nobody is told anything. */
  silent: boolean;
  /** Set since when something in it should have left and has not. */
  lateSince: Date | null;
  parcels: readonly ParcelStory[];
  /** Where the customer is: what happens again on another of their days is another fact. */
  zone: string;
  /** Where it goes. */
  country: string | null;
}

const lateKinds: ReadonlySet<string> = new Set(['silent', 'no_first_scan', 'past_date', 'customs']);
const onTheWay: ReadonlySet<string> = new Set(['pre_shipment', 'in_transit', 'delayed']);

/** Everything that is true now and can be told: the one rule for planning a notice and for sending it. */
export function factsOf(order: OrderTruth): Fact[] {
  if (order.silent) return [];
  const { id, processedAt, lateSince, parcels } = order;
  const whole: Fact[] = [
    { kind: 'order_confirmed', key: `order_confirmed:${id}`, at: processedAt, parcel: null },
    ...(lateSince ? [{ kind: 'preparing' as const, key: `preparing:${id}`, at: lateSince, parcel: null }] : []),
  ];
  return [...whole, ...parcels.filter(({ withdrawn, method }) => !withdrawn && method !== 'none').flatMap((parcel) => factsOfParcel(parcel, order))];
}

function factsOfParcel(parcel: ParcelStory, { zone, country }: Pick<OrderTruth, 'zone' | 'country'>): Fact[] {
  const { shipmentId, status, method, since, cause } = parcel;
  const fact = (kind: NoticeKind, at: Date, key = ''): Fact[] => [{ kind, key: [kind, shipmentId, ...(key ? [key] : [])].join(':'), at, parcel }];
  if (parcel.returnedAt) return [];
  if (parcel.goingBack) return fact('returning', since ?? parcel.shippedAt);
  if (parcel.deliveredAt) return method === 'pickup' ? [] : fact('delivered', parcel.deliveredAt);
  const at = since ?? parcel.shippedAt;
  switch (status) {
    case 'out_for_delivery':
    case 'attempted': {
      const last = parcel.scans.findLast((scan) => scan.status === status)?.happenedAt ?? at;
      return fact(status, last, dayIn(zone, last));
    }
    case 'ready_for_pickup':
      return fact(status, at);
    case 'exception':
      return fact('exception', at, cause ?? 'unknown');
    default:
      return [...(onTheWay.has(status) && method !== 'pickup' ? [...fact('shipped', parcel.shippedAt), ...onItsWay(parcel, country, fact)] : []), ...delay(parcel, fact)];
  }
}

type Make = (kind: NoticeKind, at: Date, key?: string) => Fact[];

/** The first scan until a stop further on is reached: each is told once, and of several at once only the furthest. */
function onItsWay(parcel: ParcelStory, country: string | null, fact: Make): Fact[] {
  const { status, firstScanAt, method } = parcel;
  if (status !== 'in_transit' || !firstScanAt || method !== 'carrier') return [];
  const stop = milestoneOf(parcel, country);
  return stop ? fact('in_transit', stop.at, stop.milestone).map((one) => ({ ...one, milestone: stop.milestone })) : fact('in_transit', firstScanAt);
}

/** A new day is a new fact; silence without a new day is told once for each time it fell silent. */
function delay(parcel: ParcelStory, fact: Make): Fact[] {
  const trouble = parcel.troubles.findLast(({ kind }) => lateKinds.has(kind));
  const at = trouble?.since ?? (parcel.status === 'delayed' ? parcel.since : null) ?? parcel.lastScanAt;
  if (at === null) return [];
  if (isLate(parcel) || parcel.status === 'delayed') return fact('delay', at, parcel.promise?.to ?? 'open');
  return trouble ? fact('delay', at, `${trouble.kind}-${trouble.id}`) : [];
}

/** A day that was told has passed, or moved to a later one. */
export function isLate({ missedTo, promise, slips, firstPromisedTo }: ParcelStory): boolean {
  return missedTo !== null || (slips > 0 && promise !== null && firstPromisedTo !== null && firstPromisedTo < promise.to);
}
