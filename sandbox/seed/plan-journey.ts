import { Temporal } from 'temporal-polyfill';
import { type Place, workshop } from './people.ts';
import type { Random } from './random.ts';
import type { Carrier } from './tracking-numbers.ts';

/** How a parcel's way ends, or fails to. */
export type ParcelFate = 'delivered' | 'late' | 'silent' | 'never_scanned' | 'customs' | 'bad_address' | 'attempted' | 'pickup';

/** One scan to come. */
export interface Scan {
  status: 'LABEL_PRINTED' | 'CONFIRMED' | 'CARRIER_PICKED_UP' | 'IN_TRANSIT' | 'OUT_FOR_DELIVERY' | 'ATTEMPTED_DELIVERY' | 'READY_FOR_PICKUP' | 'DELAYED' | 'FAILURE' | 'DELIVERED';
  at: Date;
  message: string;
  place: Place;
  /** When the carrier says, at this scan, that the parcel will arrive. */
  expected: Date | null;
}

const place = (city: string, province: string, zip: string, country: string, zone: string): Place => ({ city, province, zip, country, zone });

const hubs = {
  reno: place('Reno', 'NV', '89502', 'US', 'America/Los_Angeles'),
  hodgkins: place('Hodgkins', 'IL', '60525', 'US', 'America/Chicago'),
  cincinnati: place('Cincinnati Hub', 'KY', '41048', 'US', 'America/New_York'),
  sanFrancisco: place('San Francisco ISC', 'CA', '94128', 'US', 'America/Los_Angeles'),
  leipzig: place('Leipzig', '', '04435', 'DE', 'Europe/Berlin'),
  eastMidlands: place('East Midlands', '', 'DE74 2TR', 'GB', 'Europe/London'),
  heathrow: place('Heathrow Worldwide DC', '', 'SL3 0EJ', 'GB', 'Europe/London'),
  hongKong: place('Hong Kong', '', '', 'HK', 'Asia/Hong_Kong'),
  kawasaki: place('Kawasaki East', '', '210-0869', 'JP', 'Asia/Tokyo'),
  richmond: place('Richmond', 'BC', 'V7B 0A4', 'CA', 'America/Vancouver'),
};

/** The stations between the workshop and the customer's town, and how many days after the label each is reached. */
function stations(carrier: Carrier, to: Place): { days: number; place: Place; message: string; border?: boolean }[] {
  if (carrier === 'Local courier') return [];
  if (carrier === 'Canada Post') return [{ days: 2, place: hubs.richmond, message: 'Item released from customs', border: true }];
  if (carrier === 'DHL Express') {
    const entry = to.country === 'GB' ? hubs.eastMidlands : to.country === 'JP' ? hubs.kawasaki : to.country === 'CN' ? hubs.hongKong : hubs.leipzig;
    return [
      { days: 1, place: hubs.cincinnati, message: 'Processed at CINCINNATI HUB - USA' },
      { days: 2, place: entry, message: 'Clearance processing complete', border: true },
    ];
  }
  if (carrier === 'USPS International') {
    const entry = to.country === 'GB' ? hubs.heathrow : to.country === 'JP' ? hubs.kawasaki : to.country === 'CN' ? { ...to } : hubs.leipzig;
    return [
      { days: 2, place: hubs.sanFrancisco, message: 'Processed through facility, origin post is preparing shipment' },
      { days: 6, place: entry, message: 'Held in customs, then released', border: true },
    ];
  }
  return [{ days: 1, place: to.zone === 'America/Los_Angeles' ? hubs.reno : hubs.hodgkins, message: 'Departed from facility' }];
}

const usualDays: Record<Carrier, number> = { UPS: 3, USPS: 4, 'DHL Express': 4, 'USPS International': 10, 'Canada Post': 5, 'Local courier': 1 };

/** Every scan of one parcel from its label on. Later scans than today are for the caller to leave out. */
export function planJourney(carrier: Carrier, to: Place, label: Date, fate: ParcelFate, random: Random): Scan[] {
  const moment = (days: number, hour: number, where: Place): Date => {
    const local = Temporal.Instant.fromEpochMilliseconds(label.getTime()).toZonedDateTimeISO(where.zone);
    const then = local.add({ days }).with({ hour, minute: random.between(0, 59), second: random.between(0, 59), millisecond: 0 });
    return new Date(then.epochMilliseconds);
  };
  const days = usualDays[carrier] + random.between(0, 1);
  const promised = moment(days, 20, to);
  const scans: Scan[] = [{ status: 'LABEL_PRINTED', at: label, message: 'Shipping label created', place: workshop, expected: promised }];
  const scan = (status: Scan['status'], inDays: number, hour: number, where: Place, message: string, expected: Date | null = null): void => {
    const last = scans[scans.length - 1]?.at.getTime() ?? 0;
    const at = moment(inDays, hour, where);
    scans.push({ status, at: at.getTime() > last ? at : new Date(last + random.between(25, 140) * 60_000), message, place: where, expected });
  };
  if (fate === 'never_scanned') return scans;
  scan('CARRIER_PICKED_UP', 0, 17, workshop, 'Picked up from the sender', promised);
  scan('IN_TRANSIT', 0, 22, workshop, 'Arrived at carrier facility');
  const way = stations(carrier, to);
  for (const [index, station] of way.entries()) {
    if (fate === 'silent' && index > 0) return scans;
    if (fate === 'customs' && station.border) {
      scan('DELAYED', station.days, 9, station.place, 'Held by customs: the invoice is being checked');
      return scans;
    }
    scan('IN_TRANSIT', station.days, random.between(1, 6), station.place, station.message);
  }
  if (fate === 'silent') return scans;
  let arrival = days;
  if (fate === 'late') {
    arrival = days + random.between(2, 5);
    scan('DELAYED', days, 11, way.at(-1)?.place ?? workshop, 'A delay has occurred, the delivery date was changed', moment(arrival, 20, to));
  }
  scan('IN_TRANSIT', arrival - 1, 21, to, 'Arrived at the local delivery depot');
  scan('OUT_FOR_DELIVERY', arrival, 7, to, 'Out for delivery');
  if (fate === 'bad_address') scan('FAILURE', arrival, 14, to, 'The address is incomplete, the parcel is going back to the sender');
  if (fate === 'attempted') {
    scan('ATTEMPTED_DELIVERY', arrival, 13, to, 'Nobody was at home, a card was left');
    scan('OUT_FOR_DELIVERY', arrival + 1, 7, to, 'Out for delivery');
    scan('DELIVERED', arrival + 1, random.between(9, 17), to, 'Delivered, handed to the recipient');
  }
  if (fate === 'pickup') {
    scan('READY_FOR_PICKUP', arrival, 16, to, 'Ready for pickup at the parcel shop, bring an identity card');
    if (random.chance(0.6)) scan('DELIVERED', arrival + random.between(1, 4), 18, to, 'Picked up by the recipient');
  }
  if (fate === 'delivered' || fate === 'late') scan('DELIVERED', arrival, random.between(10, 18), to, random.pick(['Delivered, left at the front door', 'Delivered, handed to the recipient', 'Delivered, in the letterbox']));
  return scans;
}
