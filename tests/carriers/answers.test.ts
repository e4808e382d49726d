import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedError } from '#app/kernel/errors.ts';
import { readCarrierAnswer } from '#app/modules/carriers/index.server.ts';

const ups = {
  trackResponse: {
    shipment: [{
      inquiryNumber: '1Z12345E0205271688',
      package: [{
        trackingNumber: '1Z12345E0205271688',
        deliveryDate: [{ type: 'SDD', date: '20261122' }],
        activity: [
          { location: { address: { city: 'Seattle', stateProvince: 'WA', countryCode: 'US', postalCode: '98101' } }, status: { type: 'D', description: 'DELIVERED ', code: 'FS', statusCode: '011' }, date: '20261120', time: '121500' },
          { location: { address: { city: 'Louisville', stateProvince: 'KY', country: 'US' } }, status: { type: 'I', description: 'Departure Scan', code: 'DP' }, date: '20261119', time: '031500', gmtOffset: '-05:00' },
          { status: { type: 'M', description: 'Shipper created a label, UPS has not received the package yet. ' }, date: '20261118', time: '031500' },
        ],
      }],
    }],
  },
};
const fedex = {
  output: { completeTrackResults: [{ trackingNumber: '123456789012', trackResults: [{
    dateAndTimes: [{ type: 'ESTIMATED_DELIVERY', dateTime: '2026-11-23T20:00:00-07:00' }],
    scanEvents: [
      { date: '2026-11-20T12:01:00-07:00', eventType: 'DE', eventDescription: 'Delivery exception', exceptionCode: '08', exceptionDescription: 'Recipient not in', scanLocation: { city: 'PHOENIX', stateOrProvinceCode: 'AZ', countryCode: 'US' } },
      { date: '2026-11-20T07:30:00-07:00', eventType: 'OD', eventDescription: 'On FedEx vehicle for delivery', scanLocation: { city: 'PHOENIX', stateOrProvinceCode: 'AZ', countryCode: 'US' } },
    ],
  }] }] },
};
const uspsEvent = { eventType: 'Delivered, Front Door/Porch', eventTimestamp: '2026-11-20T14:10:00', eventCode: '01', eventCity: 'SEATTLE', eventState: 'WA', eventZIP: '98101' };
const dhl = {
  shipments: [{
    id: '00340434161094042557', service: 'parcel-de', estimatedTimeOfDelivery: '2026-11-21T16:00:00+01:00',
    status: { timestamp: '2026-11-20T14:10:00', statusCode: 'transit', description: 'Die Sendung wurde in das Zustellfahrzeug geladen.' },
    events: [
      { timestamp: '2026-11-20T08:10:00', location: { address: { countryCode: 'DE', addressLocality: 'Leipzig' } }, statusCode: 'transit', description: 'Die Sendung wurde in das Zustellfahrzeug geladen.' },
      { timestamp: '2026-11-18T18:00:00', statusCode: 'pre-transit', description: 'Die Auftragsdaten zu dieser Sendung wurden vom Absender elektronisch an DHL übermittelt.' },
    ],
  }],
};
const answers: [carrier: string, body: unknown, number: string, last: { status: string; cause: string | null; at: string; city: string | null }][] = [
  ['ups', ups, '1Z12345E0205271688', { status: 'delivered', cause: null, at: '2026-11-20T20:15:00.000Z', city: 'Seattle' }],
  ['FedEx', fedex, '123456789012', { status: 'attempted', cause: 'not_home', at: '2026-11-20T19:01:00.000Z', city: 'PHOENIX' }],
  ['usps', { trackingNumber: '9400', trackingEvents: [uspsEvent] }, '9400', { status: 'delivered', cause: null, at: '2026-11-20T22:10:00.000Z', city: 'SEATTLE' }],
  ['usps', { trackingNumber: '9400', trackSummary: { event: 'Notice Left', eventCode: '02', eventDate: 'January 6, 2026', eventTime: '9:11 am', eventCity: 'AUSTIN', eventState: 'TX' } }, '9400', { status: 'attempted', cause: 'not_home', at: '2026-01-06T15:11:00.000Z', city: 'AUSTIN' }],
  ['usps', { trackingNumber: '9400', eventSummaries: ['Delivered, Front Door/Porch, SEATTLE, WA 98101, January 5, 2026, 2:15 pm', 'Out for Delivery, 01/05/2026, 6:10 am, SEATTLE, WA 98101'] }, '9400', { status: 'delivered', cause: null, at: '2026-01-05T22:15:00.000Z', city: 'SEATTLE' }],
  ['dhl', dhl, '00340434161094042557', { status: 'out_for_delivery', cause: null, at: '2026-11-20T07:10:00.000Z', city: 'Leipzig' }],
  ['Royal Mail', { mailPieces: { mailPieceId: '090367574000000FE1E1B', events: [{ eventCode: 'EVNMI', eventName: 'Forwarded - Mis-sort', eventDateTime: '2026-10-20T10:04:00+01:00', locationName: 'Stafford DO' }] } }, '090367574000000FE1E1B', { status: 'delayed', cause: 'carrier', at: '2026-10-20T09:04:00.000Z', city: 'Stafford DO' }],
  ['canada_post', { 'tracking-detail': { pin: '1371134583769923', 'significant-events': { occurrence: [{ 'event-identifier': '1496', 'event-date': '2026-02-03', 'event-time': '11:59:59', 'event-description': 'Item successfully delivered', 'event-site': 'SAINTE-FOY', 'event-province': 'QC' }] } } }, '1371134583769923', { status: 'delivered', cause: null, at: '2026-02-03T16:59:59.000Z', city: 'SAINTE-FOY' }],
  ['Australia Post', { tracking_results: [{ tracking_id: '7XX1000634011427', trackable_items: [{ events: [{ location: 'ALEXANDRIA NSW', description: 'Delivered', date: '2026-05-30T14:43:09+10:00' }] }] }] }, '7XX1000634011427', { status: 'delivered', cause: null, at: '2026-05-30T04:43:09.000Z', city: 'ALEXANDRIA' }],
  ['la poste', { returnCode: 200, shipment: { idShip: '8R12345678901', product: 'Colissimo', event: [{ code: 'DO3', label: 'Votre colis est retenu en douane', date: '2026-11-20T10:00:00+01:00' }] } }, '8R12345678901', { status: 'exception', cause: 'customs', at: '2026-11-20T09:00:00.000Z', city: null }],
  ['postnl', { CurrentStatus: { Shipment: { Barcode: '3SDEVC5672025', Status: { StatusDescription: 'Zending bezorgd', TimeStamp: '20-11-2026 10:11:12' } } } }, '3SDEVC5672025', { status: 'delivered', cause: null, at: '2026-11-20T09:11:12.000Z', city: null }],
];
const carriers = [...new Set(answers.map(([carrier]) => carrier))];

describe('a carrier’s raw answer', () => {
  it.each(answers)('of %s tells number, news, moment and place', (carrier, body, number, last) => {
    const answer = readCarrierAnswer(carrier, body);
    const newest = answer.scans.at(-1);
    expect(answer.number).toBe(number);
    expect({ status: newest?.status, cause: newest?.cause, at: newest?.happenedAt.toISOString(), city: newest?.place.city }).toEqual(last);
  });

  it('gives its scans oldest first, and each event the same id whenever it is read', () => {
    const [first, second] = [readCarrierAnswer('ups', ups), readCarrierAnswer('ups', structuredClone(ups))];
    expect(first.scans.map(({ status }) => status)).toEqual(['pre_shipment', 'in_transit', 'delivered']);
    expect(second.scans.map(({ id }) => id)).toEqual(first.scans.map(({ id }) => id));
    expect(new Set(first.scans.map(({ id }) => id)).size).toBe(3);
  });

  it('carries the carrier’s own date and the clock of the place', () => {
    expect(readCarrierAnswer('fedex', fedex).scans.at(-1)).toMatchObject({ estimatedDeliveryAt: new Date('2026-11-24T03:00:00Z'), utcOffset: -420 });
  });

  it('names the division of DHL that has the parcel, and the product of La Poste', () => {
    expect(readCarrierAnswer('dhl', dhl).carrier).toBe('dhl_parcel_de');
    expect(readCarrierAnswer('la_poste', answers.find(([carrier]) => carrier === 'la poste')?.[1]).carrier).toBe('colissimo');
  });

  it('that reports a failure is refused with the carrier’s reason', () => {
    expect(() => readCarrierAnswer('usps', { error: { message: 'Not Found' } })).toThrow('USPS answered: Not Found');
    expect(() => readCarrierAnswer('ups', { response: { errors: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] } })).toThrow('Tracking Information Not Found');
    expect(() => readCarrierAnswer('dhl', { title: 'No result found', detail: 'No shipment with given tracking number found.' })).toThrow('No shipment with given tracking number found.');
  });

  it('of a carrier whose answers we cannot read is refused by name', () => {
    expect(() => readCarrierAnswer('acme', {})).toThrow('Raw answers of acme cannot be read.');
  });

  it.each(carriers)('of %s never fails but as an expected error, whatever it is', (carrier) => {
    const shapes = answers.map(([, body]) => body);
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.constantFrom(...shapes), fc.object({ key: fc.constantFrom('shipments', 'trackResponse', 'output', 'trackingEvents', 'shipment', 'events', 'mailPieces') })), (body) => {
        try {
          for (const scan of readCarrierAnswer(carrier, body).scans) expect(scan.happenedAt.getTime()).not.toBeNaN();
        } catch (failure) {
          expect(failure).toBeInstanceOf(ExpectedError);
        }
      }),
    );
  });
});
