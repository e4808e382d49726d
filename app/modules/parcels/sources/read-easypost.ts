import { z } from 'zod';
import { countryOfName, type CarrierKey } from '#app/modules/carriers/index.server.ts';
import { numberText, text } from './answer-shapes.ts';
import { carrierAtSource } from './carrier-names.ts';
import { easypostMeaning } from './easypost-status.ts';
import type { SourceNews } from './source.ts';
import { dateOf, inOrder, instantOf, scanOf } from './told-scan.ts';
import { wordsOf } from './written-place.ts';

const place = z.looseObject({ city: text, state: text, country: text, zip: text }).nullish().catch(null);
const detail = z.looseObject({ message: text, description: text, status: text, status_detail: text, datetime: z.string().min(1), carrier_code: text, tracking_location: place });
const tracker = z.looseObject({
  id: text,
  tracking_code: numberText,
  carrier: text,
  status: text,
  status_detail: text,
  est_delivery_date: text,
  updated_at: text,
  tracking_details: z.array(z.unknown()).nullish().catch(null),
});
const event = z.looseObject({ result: z.unknown().optional() });
const list = z.looseObject({ trackers: z.array(z.unknown()) });

/** Reads a tracker, a list of trackers, or an event (`tracker.created`, `tracker.updated`) of EasyPost. */
export function readEasypost(body: unknown): SourceNews[] {
  if (Array.isArray(body)) return body.flatMap(readEasypost);
  const read = tracker.safeParse(body);
  if (read.success) return [newsOf(read.data)];
  const many = list.safeParse(body);
  if (many.success) return many.data.trackers.flatMap(readEasypost);
  const told = event.safeParse(body);
  return told.success && told.data.result ? readEasypost(told.data.result) : [];
}

function newsOf(told: z.infer<typeof tracker>): SourceNews {
  const carrier = carrierAtSource('easypost', told.carrier);
  const estimatedDeliveryAt = dateOf(told.est_delivery_date);
  const standing = easypostMeaning(told.status ?? null, told.status_detail ?? null);
  return {
    number: told.tracking_code,
    carrier,
    reference: told.id ?? null,
    scans: inOrder((told.tracking_details ?? []).map((entry) => readDetail(entry, carrier)), estimatedDeliveryAt, standing),
    estimatedDeliveryAt,
    standing,
    lookedAt: instantOf(told.updated_at),
  };
}

function readDetail(entry: unknown, carrier: CarrierKey | null) {
  const read = detail.safeParse(entry);
  if (!read.success) return null;
  const { message, description, status, status_detail, datetime, carrier_code, tracking_location: at } = read.data;
  return scanOf({
    source: 'easypost',
    meaning: easypostMeaning(status ?? null, status_detail ?? null),
    code: [status, status_detail].filter(Boolean).join('.') || null,
    message: wordsOf(message) ?? wordsOf(description),
    time: datetime,
    place: { city: wordsOf(at?.city), province: wordsOf(at?.state), country: countryOfName(at?.country), zip: wordsOf(at?.zip) },
    carrier,
    carrierCode: wordsOf(carrier_code),
  });
}
