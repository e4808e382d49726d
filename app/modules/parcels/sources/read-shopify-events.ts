import { z } from 'zod';
import { countryOfName, readShopifyEvent } from '#app/modules/carriers/index.server.ts';
import { plainText, text } from './answer-shapes.ts';
import type { SourceNews } from './source.ts';
import { dateOf, fingerprint, inOrder, momentOf } from './told-scan.ts';
import { wordsOf } from './written-place.ts';

const event = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  status: z.string().min(1),
  message: text,
  happened_at: text,
  happenedAt: text,
  created_at: text,
  createdAt: text,
  estimated_delivery_at: text,
  estimatedDeliveryAt: text,
  city: text,
  province: text,
  country: text,
  zip: text,
});
const number = z.looseObject({
  tracking_number: text,
  trackingInfo: z.union([z.array(z.looseObject({ number: text })), z.looseObject({ number: text })]).nullish().catch(null),
});
/** Where the events may lie inside an answer of the REST or the GraphQL API. */
const ways = ['fulfillment_events', 'events', 'nodes', 'edges', 'node', 'fulfillment_event', 'fulfillment', 'fulfillmentEvents', 'data'] as const;

/** Reads fulfillment events of Shopify as its webhooks and its GraphQL API tell them. */
export function readShopifyEvents(body: unknown): SourceNews[] {
  const scans = eventsIn(body).flatMap((entry) => {
    const read = event.safeParse(entry);
    return read.success ? [scanOfEvent(read.data)] : [];
  });
  if (scans.length === 0) return [];
  const estimatedDeliveryAt = scans.findLast((scan) => scan?.estimatedDeliveryAt)?.estimatedDeliveryAt ?? null;
  return [{ number: numberIn(body) ?? '', carrier: null, reference: null, scans: inOrder(scans, estimatedDeliveryAt, null), estimatedDeliveryAt, standing: null, lookedAt: null }];
}

function eventsIn(body: unknown): unknown[] {
  if (Array.isArray(body)) return body.flatMap(eventsIn);
  if (typeof body !== 'object' || body === null) return [];
  const held: Readonly<Record<string, unknown>> = { ...body };
  const way = ways.find((name) => typeof held[name] === 'object' && held[name] !== null);
  return way ? eventsIn(held[way]) : [body];
}

function numberIn(body: unknown): string | null {
  const read = number.safeParse(body);
  if (!read.success) return null;
  const { tracking_number, trackingInfo } = read.data;
  return tracking_number ?? (Array.isArray(trackingInfo) ? trackingInfo[0]?.number : trackingInfo?.number) ?? null;
}

function scanOfEvent(told: z.infer<typeof event>): SourceNews['scans'][number] | null {
  const place = { city: wordsOf(told.city), province: wordsOf(told.province), country: countryOfName(told.country) ?? wordsOf(told.country), zip: wordsOf(told.zip) };
  const time = told.happened_at ?? told.happenedAt ?? told.created_at ?? told.createdAt;
  const moment = time ? momentOf(time, place) : null;
  if (!moment) return null;
  const code = plainText(told.status).toLowerCase();
  const message = wordsOf(told.message);
  const key = told.id === null || told.id === undefined ? fingerprint([time, code, message, place.city]) : plainText(String(told.id).split('/').at(-1) ?? '');
  const estimatedDeliveryAt = dateOf(told.estimated_delivery_at ?? told.estimatedDeliveryAt);
  return { ...readShopifyEvent(code, message), id: `shopify:${key}`, source: 'shopify', code, message, happenedAt: moment.at, utcOffset: moment.utcOffset, estimatedDeliveryAt, place };
}
