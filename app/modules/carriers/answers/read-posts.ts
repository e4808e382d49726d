import { z } from 'zod';
import { type CarrierAnswer, listOf, notAnAnswer, text } from './answer-parts.ts';
import { dateOf, scansOfEvents } from './scan-of-event.ts';

const royalMailPiece = z.looseObject({
  mailPieceId: text,
  summary: z.looseObject({ oneDBarcode: text }).nullish().catch(null),
  estimatedDelivery: z.looseObject({ date: text }).nullish().catch(null),
  events: listOf(z.looseObject({ eventCode: text, eventName: text, eventDateTime: text, locationName: text })),
});
const royalMail = z.looseObject({ mailPieces: listOf(royalMailPiece) });
const royalMailFailure = z.looseObject({ errors: listOf(z.looseObject({ errorDescription: text })), httpMessage: text });

/** Reads an answer of Royal Mail's Tracking API. */
export function readRoyalMail(body: unknown): CarrierAnswer {
  const [piece] = royalMail.safeParse(body).data?.mailPieces ?? [];
  if (!piece) {
    const reason = royalMailFailure.safeParse(body).data;
    throw notAnAnswer('Royal Mail', reason?.errors[0]?.errorDescription ?? reason?.httpMessage ?? null);
  }
  const estimatedDeliveryAt = dateOf(piece.estimatedDelivery?.date ?? null);
  const events = piece.events.map(({ eventCode, eventName, eventDateTime, locationName }) => ({
    carrier: 'royal_mail', code: eventCode, text: eventName, time: eventDateTime, place: { city: locationName, country: 'GB' }, estimatedDeliveryAt,
  }));
  return { number: piece.summary?.oneDBarcode ?? piece.mailPieceId, carrier: 'royal_mail', scans: scansOfEvents(events) };
}

const canadaPostEvents = listOf(
  z.looseObject({ 'event-identifier': text, 'event-date': text, 'event-time': text, 'event-description': text, 'event-site': text, 'event-province': text }),
);
const canadaPost = z.looseObject({
  'tracking-detail': z.looseObject({
    pin: text,
    'expected-delivery-date': text,
    'significant-events': z.looseObject({ occurrence: canadaPostEvents }).nullish().catch(null),
  }),
});

/** Reads the details Canada Post's Tracking web service gives, in their JSON form. */
export function readCanadaPost(body: unknown): CarrierAnswer {
  const detail = canadaPost.safeParse(body).data?.['tracking-detail'];
  if (!detail) throw notAnAnswer('Canada Post');
  const estimatedDeliveryAt = dateOf(detail['expected-delivery-date']);
  const events = (detail['significant-events']?.occurrence ?? []).map((event) => ({
    carrier: 'canada_post', code: event['event-identifier'], text: event['event-description'],
    time: [event['event-date'], event['event-time']].filter(Boolean).join('T') || null,
    place: { city: event['event-site'], province: event['event-province'], country: 'CA' }, estimatedDeliveryAt,
  }));
  return { number: detail.pin, carrier: 'canada_post', scans: scansOfEvents(events) };
}

const australiaPostItem = z.looseObject({ article_id: text, events: listOf(z.looseObject({ location: text, description: text, date: text })) });
const australiaPost = z.looseObject({
  tracking_results: listOf(z.looseObject({ tracking_id: text, trackable_items: listOf(australiaPostItem), errors: listOf(z.looseObject({ message: text })) })),
});

/** Reads an answer of Australia Post's Shipping and Tracking API. */
export function readAustraliaPost(body: unknown): CarrierAnswer {
  const [result] = australiaPost.safeParse(body).data?.tracking_results ?? [];
  const [item] = result?.trackable_items ?? [];
  if (!result || !item) throw notAnAnswer('Australia Post', result?.errors[0]?.message ?? null);
  const events = item.events.map(({ location, description, date }) => {
    const place = /^(.*?)[, ]+(NSW|VIC|QLD|SA|WA|TAS|NT|ACT)$/.exec(location ?? '');
    return { carrier: 'australia_post', code: null, text: description, time: date, place: { city: place?.[1] ?? location, province: place?.[2] ?? null, country: 'AU' } };
  });
  return { number: result.tracking_id ?? item.article_id, carrier: 'australia_post', scans: scansOfEvents(events) };
}

const laPoste = z.looseObject({
  shipment: z.looseObject({ idShip: text, product: text, estimDate: text, event: listOf(z.looseObject({ code: text, label: text, date: text, country: text })) }).nullish().catch(null),
  returnMessage: text,
});

/** Reads an answer of La Poste's Suivi, version 2. */
export function readLaPoste(body: unknown, asked: string): CarrierAnswer {
  const read = (Array.isArray(body) ? laPoste.safeParse(body[0]) : laPoste.safeParse(body)).data;
  if (!read?.shipment) throw notAnAnswer('La Poste', read?.returnMessage ?? null);
  const { shipment } = read;
  const carrier = /colissimo/i.test(shipment.product ?? '') ? 'colissimo' : asked;
  const estimatedDeliveryAt = dateOf(shipment.estimDate);
  const events = shipment.event.map(({ code, label, date, country }) => ({ carrier, code, text: label, time: date, place: { country: country ?? 'FR' }, estimatedDeliveryAt }));
  return { number: shipment.idShip, carrier, scans: scansOfEvents(events) };
}

const postnlShipment = z.looseObject({
  Barcode: text,
  Event: listOf(z.looseObject({ Code: text, Description: text, TimeStamp: text })),
  Status: z.looseObject({ StatusCode: text, StatusDescription: text, TimeStamp: text }).nullish().catch(null),
});
const postnlPart = z.looseObject({ Shipment: listOf(postnlShipment) }).nullish().catch(null);
const postnl = z.looseObject({ CompleteStatus: postnlPart, CurrentStatus: postnlPart });

/** Reads an answer of PostNL's Shippingstatus: every event, or the current state alone. */
export function readPostnl(body: unknown): CarrierAnswer {
  const read = postnl.safeParse(body).data;
  const [shipment] = (read?.CompleteStatus ?? read?.CurrentStatus)?.Shipment ?? [];
  if (!shipment) throw notAnAnswer('PostNL');
  const current = shipment.Status ? [{ Code: null, Description: shipment.Status.StatusDescription, TimeStamp: shipment.Status.TimeStamp }] : [];
  const events = (shipment.Event.length > 0 ? shipment.Event : current).map(({ Code, Description, TimeStamp }) => ({
    carrier: 'postnl', code: Code, text: Description, time: (TimeStamp ?? '').replace(/^(\d{2})-(\d{2})-(\d{4})/, '$3-$2-$1'), place: { country: 'NL' },
  }));
  return { number: shipment.Barcode, carrier: 'postnl', scans: scansOfEvents(events) };
}
