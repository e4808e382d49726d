import { z } from 'zod';
import { type CarrierAnswer, listOf, notAnAnswer, text } from './answer-parts.ts';
import { dateOf, scansOfEvents } from './scan-of-event.ts';

const address = z.looseObject({ countryCode: text, postalCode: text, addressLocality: text });
const event = z.looseObject({
  timestamp: text, statusCode: text, status: text, description: text, remark: text,
  location: z.looseObject({ address: address.nullish().catch(null) }).nullish().catch(null),
});
const shipment = z.looseObject({ id: text, service: text, status: event.nullish().catch(null), events: listOf(event), estimatedTimeOfDelivery: text });
const answer = z.looseObject({ shipments: listOf(shipment) });
const failure = z.looseObject({ detail: text, title: text });

const divisions: Readonly<Record<string, string>> = {
  express: 'dhl_express', 'parcel-de': 'dhl_parcel_de', parcel: 'dhl_parcel_de', ecommerce: 'dhl_ecommerce', 'ecommerce-europe': 'dhl_ecommerce', 'ecommerce-apac': 'dhl_ecommerce',
  'parcel-nl': 'dhl_parcel_nl', 'post-de': 'deutsche_post',
};

/** Reads an answer of DHL's Shipment Tracking, which is one for all its divisions. */
export function readDhl(body: unknown, asked: string): CarrierAnswer {
  const read = answer.safeParse(body);
  const [first] = read.data?.shipments ?? [];
  if (!first) {
    const reason = failure.safeParse(body).data;
    throw notAnAnswer('DHL', reason?.detail ?? reason?.title ?? null);
  }
  const carrier = divisions[first.service?.toLowerCase() ?? ''] ?? asked;
  const estimatedDeliveryAt = dateOf(first.estimatedTimeOfDelivery);
  const told = first.events.length > 0 ? first.events : first.status ? [first.status] : [];
  const events = told.map(({ timestamp, statusCode, status, description, remark, location }) => ({
    carrier,
    code: statusCode,
    text: description ?? (status && status !== statusCode ? status : remark),
    time: timestamp,
    place: { city: location?.address?.addressLocality, country: location?.address?.countryCode ?? countryIn(location?.address?.addressLocality), zip: location?.address?.postalCode },
    estimatedDeliveryAt,
  }));
  return { number: first.id, carrier, scans: scansOfEvents(events) };
}

/** DHL Express writes `LEIPZIG - GERMANY`. */
function countryIn(locality: string | null | undefined): string | null {
  return locality?.split(/\s+-\s+|,\s*/).at(-1) ?? null;
}
