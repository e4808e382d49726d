import { z } from 'zod';
import { countryOfName, type CarrierKey } from '#app/modules/carriers/index.server.ts';
import { numberText, text } from './answer-shapes.ts';
import { carrierAtSource } from './carrier-names.ts';
import type { SourceNews } from './source.ts';
import { seventeenTrackStatuses } from './seventeen-track-status.ts';
import { dateOf, inOrder, instantOf, scanOf } from './told-scan.ts';
import { placeInLine, wordsOf } from './written-place.ts';

const event = z.looseObject({
  time_iso: text,
  time_utc: text,
  time_raw: z.looseObject({ date: text, time: text, timezone: text }).nullish().catch(null),
  description: text,
  location: text,
  stage: text,
  sub_status: text,
  address: z.looseObject({ country: text, state: text, city: text, postal_code: text }).nullish().catch(null),
});
const status = z.looseObject({ status: text, sub_status: text }).nullish().catch(null);
const provider = z.looseObject({
  provider: z.looseObject({ key: z.union([z.number(), z.string()]).nullish().catch(null) }).nullish().catch(null),
  latest_sync_time: text,
  events: z.array(z.unknown()).nullish().catch(null),
});
const trackInfo = z.looseObject({
  latest_status: status,
  latest_event: z.unknown().optional(),
  time_metrics: z.looseObject({ estimated_delivery_date: z.looseObject({ from: text, to: text }).nullish().catch(null) }).nullish().catch(null),
  tracking: z.looseObject({ providers: z.array(provider).nullish().catch(null) }).nullish().catch(null),
});
const parcel = z.looseObject({
  number: numberText,
  carrier: z.union([z.number(), z.string()]).nullish().catch(null),
  track_info: trackInfo.nullish().catch(null),
});
const pushed = z.looseObject({ event: z.string(), data: z.unknown().optional() });
const answered = z.looseObject({ data: z.looseObject({ accepted: z.array(z.unknown()) }) });

/** Reads an answer of `gettrackinfo` or a push (`TRACKING_UPDATED`, `TRACKING_STOPPED`) of 17TRACK's API v2. */
export function readSeventeenTrack(body: unknown): SourceNews[] {
  return parcelsIn(body).flatMap((entry) => {
    const read = parcel.safeParse(entry);
    return read.success ? [newsOf(read.data)] : [];
  });
}

function parcelsIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body;
  const answer = answered.safeParse(body);
  if (answer.success) return answer.data.data.accepted;
  const push = pushed.safeParse(body);
  return [push.success ? push.data.data : body];
}

function newsOf({ number, carrier, track_info: info }: z.infer<typeof parcel>): SourceNews {
  const estimate = info?.time_metrics?.estimated_delivery_date;
  const estimatedDeliveryAt = dateOf(estimate?.to ?? estimate?.from);
  const providers = info?.tracking?.providers ?? [];
  const told = providers.flatMap(({ provider: who, events }) => (events ?? []).map((entry) => ({ entry, carrier: carrierAtSource('17track', who?.key) })));
  if (told.length === 0 && info?.latest_event) told.push({ entry: info.latest_event, carrier: carrierAtSource('17track', carrier) });
  const standing = meaningOf(info?.latest_status?.sub_status, info?.latest_status?.status);
  return {
    number,
    carrier: carrierAtSource('17track', carrier),
    reference: null,
    scans: inOrder(told.map(({ entry, carrier: by }) => readEvent(entry, by)), estimatedDeliveryAt, standing),
    estimatedDeliveryAt,
    standing,
    lookedAt: instantOf(providers.map(({ latest_sync_time }) => latest_sync_time ?? '').sort().at(-1)),
  };
}

function readEvent(entry: unknown, carrier: CarrierKey | null) {
  const read = event.safeParse(entry);
  if (!read.success) return null;
  const { time_iso, time_utc, time_raw, description, location, stage, sub_status, address } = read.data;
  const local = time_raw?.date ? [time_raw.date, time_raw.time].filter(Boolean).join('T') : null;
  const time = time_iso ?? time_utc ?? local;
  if (!time) return null;
  const line = placeInLine(location);
  return scanOf({
    source: '17track',
    meaning: meaningOf(sub_status, stage),
    code: sub_status ?? stage ?? null,
    message: wordsOf(description),
    time,
    place: {
      city: wordsOf(address?.city) ?? line.city,
      province: wordsOf(address?.state) ?? line.province,
      country: countryOfName(address?.country) ?? line.country,
      zip: wordsOf(address?.postal_code),
    },
    carrier,
  });
}

function meaningOf(subStatus: string | null | undefined, status: string | null | undefined) {
  return seventeenTrackStatuses[subStatus ?? ''] ?? seventeenTrackStatuses[subStatus?.split('_')[0] ?? ''] ?? seventeenTrackStatuses[status ?? ''] ?? null;
}
