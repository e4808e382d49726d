import { z } from 'zod';
import { countryOfName } from '#app/modules/carriers/index.server.ts';
import { numberText, text } from './answer-shapes.ts';
import { aftershipStatuses } from './aftership-status.ts';
import { carrierAtSource } from './carrier-names.ts';
import type { SourceNews } from './source.ts';
import { dateOf, inOrder, instantOf, scanOf } from './told-scan.ts';
import { placeInLine, wordsOf } from './written-place.ts';

const estimate = z.looseObject({ estimated_delivery_date: text, estimated_delivery_date_max: text, type: text, datetime: text, datetime_max: text }).nullish().catch(null);
const checkpoint = z.looseObject({
  checkpoint_time: z.string().min(1),
  slug: text,
  city: text,
  state: text,
  zip: text,
  postal_code: text,
  location: text,
  country_region: text,
  country_iso3: text,
  message: text,
  tag: text,
  subtag: text,
  raw_tag: text,
});
const tracking = z.looseObject({
  id: text,
  tracking_number: numberText,
  slug: text,
  tag: text,
  subtag: text,
  updated_at: text,
  courier_estimated_delivery_date: estimate,
  latest_estimated_delivery: estimate,
  expected_delivery: text,
  checkpoints: z.array(z.unknown()).nullish().catch(null),
});
/** What an answer or a push may be wrapped in. */
const wrapped = z.looseObject({ data: z.unknown().optional(), msg: z.unknown().optional(), tracking: z.unknown().optional(), trackings: z.unknown().optional() });

/** Reads a tracking, an answer of the Tracking API (2022 onward), or a `tracking_update` push of AfterShip. */
export function readAftership(body: unknown): SourceNews[] {
  if (Array.isArray(body)) return body.flatMap(readAftership);
  const read = tracking.safeParse(body);
  if (read.success) return [newsOf(read.data)];
  const inside = wrapped.safeParse(body);
  if (!inside.success) return [];
  const next = [inside.data.msg, inside.data.tracking, inside.data.trackings, inside.data.data].find((held) => typeof held === 'object' && held !== null);
  return next === undefined ? [] : readAftership(next);
}

function newsOf(told: z.infer<typeof tracking>): SourceNews {
  const byCourier = told.courier_estimated_delivery_date ?? told.latest_estimated_delivery;
  const day = byCourier?.estimated_delivery_date_max ?? byCourier?.datetime_max ?? byCourier?.estimated_delivery_date ?? byCourier?.datetime ?? told.expected_delivery;
  const estimatedDeliveryAt = dateOf(day);
  const standing = meaningOf(told.subtag, told.tag);
  return {
    number: told.tracking_number,
    carrier: carrierAtSource('aftership', told.slug),
    reference: told.id ?? null,
    scans: inOrder((told.checkpoints ?? []).map((entry) => readCheckpoint(entry, told.slug)), estimatedDeliveryAt, standing),
    estimatedDeliveryAt,
    standing,
    lookedAt: instantOf(told.updated_at),
  };
}

function readCheckpoint(entry: unknown, slug: string | null | undefined) {
  const read = checkpoint.safeParse(entry);
  if (!read.success) return null;
  const told = read.data;
  const line = placeInLine(told.location);
  return scanOf({
    source: 'aftership',
    meaning: meaningOf(told.subtag, told.tag),
    code: told.subtag ?? told.tag ?? null,
    message: wordsOf(told.message),
    time: told.checkpoint_time,
    place: {
      city: wordsOf(told.city) ?? line.city,
      province: wordsOf(told.state) ?? line.province,
      country: countryOfName(told.country_region) ?? countryOfName(told.country_iso3) ?? line.country,
      zip: wordsOf(told.postal_code) ?? wordsOf(told.zip),
    },
    carrier: carrierAtSource('aftership', told.slug ?? slug),
    carrierCode: wordsOf(told.raw_tag),
  });
}

function meaningOf(subtag: string | null | undefined, tag: string | null | undefined) {
  return aftershipStatuses[subtag ?? ''] ?? aftershipStatuses[tag ?? ''] ?? aftershipStatuses[subtag?.split('_')[0] ?? ''] ?? null;
}
