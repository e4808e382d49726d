import { z } from 'zod';
import { type CarrierAnswer, listOf, notAnAnswer, text } from './answer-parts.ts';
import { dateOf, scansOfEvents } from './scan-of-event.ts';

const place = z.looseObject({ city: text, stateOrProvinceCode: text, countryCode: text, postalCode: text });
const scan = z.looseObject({
  date: text, eventType: text, eventDescription: text, exceptionCode: text, exceptionDescription: text, derivedStatusCode: text, derivedStatus: text,
  scanLocation: place.nullish().catch(null),
});
const result = z.looseObject({
  trackingNumberInfo: z.looseObject({ trackingNumber: text }).nullish().catch(null),
  scanEvents: listOf(scan),
  dateAndTimes: listOf(z.looseObject({ type: text, dateTime: text })),
  error: z.looseObject({ message: text }).nullish().catch(null),
});
const answer = z.looseObject({ output: z.looseObject({ completeTrackResults: listOf(z.looseObject({ trackingNumber: text, trackResults: listOf(result) })) }) });
const failure = z.looseObject({ errors: listOf(z.looseObject({ message: text })) });

/** Reads an answer of the FedEx Track API. */
export function readFedex(body: unknown): CarrierAnswer {
  const read = answer.safeParse(body);
  if (!read.success) throw notAnAnswer('FedEx', failure.safeParse(body).data?.errors[0]?.message ?? null);
  const [complete] = read.data.output.completeTrackResults;
  const [first] = complete?.trackResults ?? [];
  if (!complete || !first) throw notAnAnswer('FedEx');
  if (first.error?.message && first.scanEvents.length === 0) throw notAnAnswer('FedEx', first.error.message);
  const estimatedDeliveryAt = dateOf(first.dateAndTimes.find(({ type }) => type === 'ESTIMATED_DELIVERY')?.dateTime ?? null);
  const events = first.scanEvents.map((event) => ({
    carrier: 'fedex',
    code: [event.eventType ?? event.derivedStatusCode, event.exceptionCode].filter(Boolean).join(' ') || null,
    text: [event.eventDescription ?? event.derivedStatus, event.exceptionDescription].filter(Boolean).join('; ') || null,
    time: event.date,
    place: { city: event.scanLocation?.city, province: event.scanLocation?.stateOrProvinceCode, country: event.scanLocation?.countryCode, zip: event.scanLocation?.postalCode },
    estimatedDeliveryAt,
  }));
  return { number: complete.trackingNumber ?? first.trackingNumberInfo?.trackingNumber ?? null, carrier: 'fedex', scans: scansOfEvents(events) };
}
