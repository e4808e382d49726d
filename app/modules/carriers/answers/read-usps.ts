import { z } from 'zod';
import { type CarrierAnswer, listOf, notAnAnswer, text } from './answer-parts.ts';
import { type AnsweredEvent, dateOf, scansOfEvents } from './scan-of-event.ts';

const event = z.looseObject({
  eventType: text, event: text, eventCode: text, eventTimestamp: text, eventDate: text, eventTime: text, GMTOffset: text,
  eventCity: text, eventState: text, eventZIP: text, eventZIPCode: text, eventCountry: text,
});
const answer = z.looseObject({
  trackingNumber: text,
  trackingEvents: listOf(event),
  trackSummary: listOf(event),
  trackDetail: listOf(event),
  eventSummaries: listOf(z.string()),
  statusCategory: text,
  expectedDeliveryTimeStamp: text,
  expectedDeliveryDate: text,
});
const failure = z.looseObject({ error: z.looseObject({ message: text }) });
const known = ['trackingEvents', 'eventSummaries', 'trackSummary', 'trackDetail', 'statusCategory'];
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Reads an answer of the USPS Tracking API: the detailed one, the one of summaries, and the older one. */
export function readUsps(body: unknown): CarrierAnswer {
  const told: unknown = Array.isArray(body) ? body[0] : body;
  const read = answer.safeParse(told);
  if (!read.success || !known.some((name) => name in read.data && read.data[name] !== undefined && !isEmptyList(read.data[name]))) {
    throw notAnAnswer('USPS', failure.safeParse(told).data?.error.message ?? null);
  }
  const { trackingEvents, trackSummary, trackDetail, eventSummaries, trackingNumber, expectedDeliveryTimeStamp, expectedDeliveryDate } = read.data;
  const estimatedDeliveryAt = dateOf(expectedDeliveryTimeStamp ?? expectedDeliveryDate);
  const detailed = [...trackingEvents, ...trackSummary, ...trackDetail].map(eventOf);
  const events = detailed.length > 0 ? detailed : eventSummaries.map(eventOfSummary);
  return { number: trackingNumber, carrier: 'usps', scans: scansOfEvents(events.map((entry) => ({ ...entry, estimatedDeliveryAt }))) };
}

function eventOf(told: z.infer<typeof event>): AnsweredEvent {
  return {
    carrier: 'usps',
    code: told.eventCode,
    text: told.eventType ?? told.event,
    time: told.eventTimestamp ? `${told.eventTimestamp.replace(/Z$/, '')}${/[+-]\d{2}:?\d{2}$/.test(told.eventTimestamp) ? '' : (told.GMTOffset ?? '')}` : writtenTime(`${told.eventDate} ${told.eventTime}`),
    place: { city: told.eventCity, province: told.eventState, zip: told.eventZIP ?? told.eventZIPCode, country: told.eventCountry ?? (told.eventState ? 'US' : null) },
  };
}

/** `Delivered, Front Door/Porch, SEATTLE, WA 98101, January 5, 2026, 2:15 pm`, in whatever order its parts stand. */
function eventOfSummary(summary: string): AnsweredEvent {
  const place = /([A-Z][A-Z .'-]+),\s*([A-Z]{2})\s*(\d{5})?/.exec(summary);
  return {
    carrier: 'usps',
    code: null,
    text: summary,
    time: writtenTime(summary),
    place: place ? { city: place[1]?.trim(), province: place[2], zip: place[3] ?? null, country: 'US' } : {},
  };
}

/** `January 5, 2026, 2:15 pm`, `01/05/2026, 2:15 pm` and `January 5, 2026` as a local time. */
function writtenTime(written: string): string | null {
  const named = /([a-z]+) (\d{1,2}), (\d{4})/i.exec(written);
  const digits = /(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(written);
  const month = named ? months.indexOf(named[1]?.toLowerCase() ?? '') + 1 : Number(digits?.[1] ?? 0);
  const year = named?.[3] ?? digits?.[3];
  if (!year || month < 1 || month > 12) return null;
  const day = `${year}-${String(month).padStart(2, '0')}-${(named?.[2] ?? digits?.[2] ?? '').padStart(2, '0')}`;
  const clock = /(\d{1,2}):(\d{2}) ?([ap])\.?m/i.exec(written);
  if (!clock) return day;
  const hours = (Number(clock[1]) % 12) + (clock[3]?.toLowerCase() === 'p' ? 12 : 0);
  return `${day}T${String(hours).padStart(2, '0')}:${clock[2]}`;
}

function isEmptyList(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
