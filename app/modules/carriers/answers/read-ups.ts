import { z } from 'zod';
import { type CarrierAnswer, listOf, notAnAnswer, text } from './answer-parts.ts';
import { dateOf, scansOfEvents } from './scan-of-event.ts';

const address = z.looseObject({ city: text, stateProvince: text, countryCode: text, country: text, postalCode: text });
const activity = z.looseObject({
  location: z.looseObject({ address: address.nullish().catch(null) }).nullish().catch(null),
  status: z.looseObject({ type: text, code: text, statusCode: text, description: text }).nullish().catch(null),
  date: text,
  time: text,
  gmtOffset: text,
});
const parcel = z.looseObject({ trackingNumber: text, activity: listOf(activity), deliveryDate: listOf(z.looseObject({ type: text, date: text })) });
const shipment = z.looseObject({ inquiryNumber: text, package: listOf(parcel), warnings: listOf(z.looseObject({ message: text })) });
const answer = z.looseObject({ trackResponse: z.looseObject({ shipment: listOf(shipment) }) });
const failure = z.looseObject({ response: z.looseObject({ errors: listOf(z.looseObject({ message: text })) }) });

/** Reads an answer of the UPS Track API. */
export function readUps(body: unknown): CarrierAnswer {
  const read = answer.safeParse(body);
  if (!read.success) throw notAnAnswer('UPS', failure.safeParse(body).data?.response.errors[0]?.message ?? null);
  const shipments = read.data.trackResponse.shipment;
  const packages = shipments.flatMap((entry) => entry.package);
  const [first] = packages;
  if (!first) throw notAnAnswer('UPS', shipments.flatMap((entry) => entry.warnings)[0]?.message ?? null);
  const estimatedDeliveryAt = dateOf(first.deliveryDate.find(({ type }) => type !== 'DEL')?.date ?? null);
  const events = first.activity.map(({ location, status, date, time, gmtOffset }) => ({
    carrier: 'ups',
    code: [status?.type, status?.code, status?.statusCode].filter(Boolean).join(' ') || null,
    text: status?.description ?? null,
    time: timeOf(date, time, gmtOffset),
    place: { city: location?.address?.city, province: location?.address?.stateProvince, country: location?.address?.countryCode ?? location?.address?.country, zip: location?.address?.postalCode },
    estimatedDeliveryAt,
  }));
  return { number: first.trackingNumber ?? shipments[0]?.inquiryNumber ?? null, carrier: 'ups', scans: scansOfEvents(events) };
}

/** `20261121` and `140500` as a time. */
function timeOf(date: string | null, time: string | null, offset: string | null): string | null {
  if (!/^\d{8}$/.test(date ?? '') || date === null) return null;
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  const clock = /^(\d{2}):?(\d{2}):?(\d{2})$/.exec(time ?? '');
  return clock ? `${day}T${clock[1]}:${clock[2]}:${clock[3]}${offset ?? ''}` : day;
}
