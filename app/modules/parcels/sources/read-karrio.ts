import { z } from 'zod';
import type { CarrierKey } from '#app/modules/carriers/index.server.ts';
import { numberText, text } from './answer-shapes.ts';
import { carrierAtSource } from './carrier-names.ts';
import { karrioMeaning } from './karrio-status.ts';
import type { SourceNews } from './source.ts';
import { dateOf, inOrder, instantOf, scanOf } from './told-scan.ts';
import { placeInLine, wordsOf } from './written-place.ts';

const event = z.looseObject({ date: text, time: text, timestamp: text, description: text, location: text, code: text, status: text, reason: text });
const tracker = z.looseObject({
  id: text,
  tracking_number: numberText,
  carrier_name: text,
  status: text,
  estimated_delivery: text,
  updated_at: text,
  events: z.array(z.unknown()).nullish().catch(null),
});
const wrapped = z.looseObject({ data: z.unknown().optional(), tracking: z.unknown().optional(), results: z.unknown().optional() });

/** Reads a tracker, a list of trackers, or an event (`tracker_created`, `tracker_updated`) of Karrio. */
export function readKarrio(body: unknown): SourceNews[] {
  if (Array.isArray(body)) return body.flatMap(readKarrio);
  const read = tracker.safeParse(body);
  if (read.success) return [newsOf(read.data)];
  const inside = wrapped.safeParse(body);
  if (!inside.success) return [];
  const next = [inside.data.data, inside.data.results, inside.data.tracking].find((held) => typeof held === 'object' && held !== null);
  return next === undefined ? [] : readKarrio(next);
}

function newsOf(told: z.infer<typeof tracker>): SourceNews {
  const carrier = carrierAtSource('karrio', told.carrier_name);
  const estimatedDeliveryAt = dateOf(told.estimated_delivery);
  const standing = karrioMeaning(told.status ?? null, null);
  return {
    number: told.tracking_number,
    carrier,
    reference: told.id ?? null,
    scans: inOrder((told.events ?? []).map((entry) => readEvent(entry, carrier)), estimatedDeliveryAt, standing),
    estimatedDeliveryAt,
    standing,
    lookedAt: instantOf(told.updated_at),
  };
}

function readEvent(entry: unknown, carrier: CarrierKey | null) {
  const read = event.safeParse(entry);
  if (!read.success) return null;
  const { date, time, timestamp, description, location, code, status, reason } = read.data;
  const local = date ? [date, clock(time)].filter(Boolean).join('T') : timestamp;
  if (!local) return null;
  return scanOf({
    source: 'karrio',
    meaning: karrioMeaning(status ?? null, reason ?? null),
    code: status ?? code ?? null,
    message: wordsOf(description),
    // Karrio's timestamps are the carrier's local time with a Z behind them.
    time: local.replace(/(?:\.\d+)?Z$/i, ''),
    place: placeInLine(location),
    carrier,
    carrierCode: wordsOf(code),
  });
}

/** `7:16 PM` and `19:16` alike as `19:16`. */
function clock(time: string | null | undefined): string | null {
  const read = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?/i.exec(time?.trim() ?? '');
  if (!read) return null;
  const half = read[4]?.toUpperCase();
  const hours = half ? (Number(read[1]) % 12) + (half === 'PM' ? 12 : 0) : Number(read[1]);
  return [String(hours).padStart(2, '0'), read[2], read[3] ?? '00'].join(':');
}
