import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSourceAnswer, type AnswerProvider } from '../../app/modules/parcels/sources/read-source-answer.ts';
import { placeInLine } from '../../app/modules/parcels/sources/written-place.ts';
import { aftershipPush, easypostEvent, karrioEvent, seventeenTrackAnswer, seventeenTrackEvent } from './sources-fixtures.ts';

const first = (provider: AnswerProvider, body: unknown) => {
  const [news] = readSourceAnswer(provider, body);
  if (!news) throw new Error('Nothing was read.');
  return news;
};

describe('17TRACK', () => {
  it('tells every event of every carrier on the way, oldest first, with its place and clock', () => {
    const later = seventeenTrackEvent({ time_iso: '2026-11-19T14:00:00+01:00', sub_status: 'Delivered_Other', description: 'Delivered' });
    const news = first('17track', seventeenTrackAnswer('1Z999AA10123456784', [later, seventeenTrackEvent()]));
    expect(news).toMatchObject({ number: '1Z999AA10123456784', carrier: 'ups' });
    expect(news.scans.map(({ status }) => status)).toEqual(['in_transit', 'delivered']);
    expect(news.scans[0]).toMatchObject({
      source: '17track',
      code: 'InTransit_Other',
      happenedAt: new Date('2026-11-18T08:12:00Z'),
      utcOffset: 60,
      place: { city: 'Leipzig', province: null, country: 'DE', zip: '04435' },
    });
  });

  it('reads a push as it reads an answer', () => {
    const answer = seventeenTrackAnswer('1Z1', [seventeenTrackEvent()]);
    const push = { event: 'TRACKING_UPDATED', data: answer.data.accepted[0] };
    expect(readSourceAnswer('17track', push)).toEqual(readSourceAnswer('17track', answer));
  });

  it('asks the carrier’s words where an event has no status', () => {
    const event = seventeenTrackEvent({ sub_status: null, stage: null, description: 'Delivery attempted, addressee not home' });
    expect(first('17track', seventeenTrackAnswer('1Z1', [event])).scans[0]).toMatchObject({ status: 'attempted', cause: 'not_home', code: null });
  });

  it('says of the newest scan what is said of the parcel where its own words say nothing', () => {
    const event = seventeenTrackEvent({ sub_status: null, description: '-' });
    const answer = seventeenTrackAnswer('1Z1', [event], { latest_status: { status: 'Exception', sub_status: 'Exception_Lost' } });
    expect(first('17track', answer).scans[0]).toMatchObject({ status: 'exception', cause: 'lost' });
  });

  it('tells when the carrier means to come', () => {
    const answer = seventeenTrackAnswer('1Z1', [seventeenTrackEvent()], { time_metrics: { estimated_delivery_date: { from: '2026-11-23T09:00:00+01:00', to: '2026-11-23T18:00:00+01:00' } } });
    expect(first('17track', answer).scans[0]?.estimatedDeliveryAt).toEqual(new Date('2026-11-23T17:00:00Z'));
  });

  it('tells of several parcels in one answer', () => {
    const answer = seventeenTrackAnswer('A1', [seventeenTrackEvent()]);
    answer.data.accepted.push(...seventeenTrackAnswer('B2', []).data.accepted);
    expect(readSourceAnswer('17track', answer).map(({ number, scans }) => [number, scans.length])).toEqual([['A1', 1], ['B2', 0]]);
  });
});

describe('AfterShip', () => {
  it('reads a push, an answer, a list and a tracking alone alike', () => {
    const push = aftershipPush('00340434161094000001');
    const scans = first('aftership', push).scans;
    expect(scans).toHaveLength(1);
    expect(scans[0]).toMatchObject({ status: 'in_transit', code: 'InTransit_003', place: { city: 'Leipzig', country: 'DE' }, utcOffset: 60 });
    for (const body of [push.msg, { meta: { code: 200 }, data: push.msg }, { meta: { code: 200 }, data: { tracking: push.msg } }, { meta: { code: 200 }, data: { trackings: [push.msg] } }]) {
      expect(first('aftership', body).scans).toEqual(scans);
    }
  });

  it('knows the carrier and the date it gives', () => {
    const news = first('aftership', aftershipPush('1', {}, { courier_estimated_delivery_date: { estimated_delivery_date: '2026-11-23', estimated_delivery_date_max: '2026-11-24' } }));
    expect(news).toMatchObject({ carrier: 'dhl_parcel_de', reference: 'grhrexm6t3hiwkjwq37jd003', estimatedDeliveryAt: new Date('2026-11-24T00:00:00Z') });
  });

  it('takes the tag where it does not know the subtag', () => {
    expect(first('aftership', aftershipPush('1', { tag: 'AttemptFail', subtag: 'AttemptFail_099', message: '' })).scans[0]).toMatchObject({ status: 'attempted' });
  });
});

describe('EasyPost', () => {
  it('reads an event, a tracker and a list alike', () => {
    const event = easypostEvent('9400110898825022579493');
    const scans = first('easypost', event).scans;
    expect(scans[0]).toMatchObject({ status: 'in_transit', code: 'in_transit.arrived_at_facility', place: { city: 'SEATTLE', province: 'WA', country: 'US', zip: '98101' } });
    expect(first('easypost', event.result).scans).toEqual(scans);
    expect(first('easypost', { trackers: [event.result], has_more: false }).scans).toEqual(scans);
    expect(first('easypost', event)).toMatchObject({ carrier: 'usps', reference: 'trk_1' });
  });

  it('lets the carrier’s words say why where the detail does not', () => {
    const detail = { status: 'failure', status_detail: 'unknown', message: 'Package damaged, contents discarded' };
    expect(first('easypost', easypostEvent('94', detail)).scans[0]).toMatchObject({ status: 'exception', cause: 'damaged' });
  });
});

describe('Karrio', () => {
  it('reads an event, a tracker and a list alike, with the carrier’s local time', () => {
    const event = karrioEvent('1234567890');
    const scans = first('karrio', event).scans;
    expect(scans[0]).toMatchObject({ status: 'in_transit', place: { city: 'Leipzig' }, message: 'Arrived at sort facility', happenedAt: new Date('2026-11-18T08:12:00Z'), utcOffset: 60 });
    expect(first('karrio', event.data).scans).toEqual(scans);
    expect(first('karrio', { count: 1, results: [event.data] }).scans).toEqual(scans);
  });

  it('knows half past seven in the evening', () => {
    const morning = first('karrio', karrioEvent('1', { time: '07:30 AM' })).scans[0]?.happenedAt ?? new Date(0);
    const evening = first('karrio', karrioEvent('1', { time: '07:30 PM' })).scans[0]?.happenedAt ?? new Date(0);
    expect(evening.getTime() - morning.getTime()).toBe(12 * 3_600_000);
  });

  it('asks the carrier’s own code and words where an event has no status', () => {
    const event = { status: null, code: 'OK', description: 'Delivered' };
    expect(first('karrio', karrioEvent('1', event)).scans[0]).toMatchObject({ status: 'delivered' });
  });
});

describe('Shopify', () => {
  const event = { id: 11, status: 'attempted_delivery', message: 'Nobody was home', happened_at: '2026-11-18T09:12:00+01:00', city: 'Leipzig', country: 'Germany' };
  const node = { id: 'gid://shopify/FulfillmentEvent/11', status: 'ATTEMPTED_DELIVERY', message: 'Nobody was home', happenedAt: '2026-11-18T08:12:00Z', city: 'Leipzig' };

  it('reads events as webhooks and as GraphQL tell them as the same scans', () => {
    const [told] = first('shopify', [event]).scans;
    expect(told).toMatchObject({ id: 'shopify:11', status: 'attempted', cause: 'not_home', happenedAt: new Date('2026-11-18T08:12:00Z') });
    for (const body of [event, { fulfillment_events: [event] }, { events: { nodes: [node] } }, { data: { fulfillment: { events: { edges: [{ node }] } } } }]) {
      expect(first('shopify', body).scans[0]).toMatchObject({ id: 'shopify:11', status: 'attempted', happenedAt: new Date('2026-11-18T08:12:00Z') });
    }
  });
});

describe('whatever comes', () => {
  const providers = ['17track', 'aftership', 'easypost', 'karrio', 'shopify'] as const;

  it.each(providers)('nothing makes the reader of %s fail', (provider) => {
    fc.assert(fc.property(fc.jsonValue(), (body) => Array.isArray(readSourceAnswer(provider, body))));
  });

  it.each([
    ['17track', (word: unknown) => seventeenTrackAnswer('1', [seventeenTrackEvent({ time_iso: word, sub_status: word, description: word, address: word })])],
    ['aftership', (word: unknown) => aftershipPush('1', { checkpoint_time: word, subtag: word, message: word, city: word })],
    ['easypost', (word: unknown) => easypostEvent('1', { datetime: word, status: word, message: word, tracking_location: word })],
    ['karrio', (word: unknown) => karrioEvent('1', { date: word, time: word, status: word, location: word })],
  ] as const)('nor do strange values inside a familiar answer of %s', (provider, body) => {
    fc.assert(fc.property(fc.jsonValue(), (word) => readSourceAnswer(provider, body(word)).length === 1));
  });

  it('the same news twice is the same scan', () => {
    const body = () => seventeenTrackAnswer('1Z1', [seventeenTrackEvent(), seventeenTrackEvent()]);
    expect(first('17track', body()).scans).toHaveLength(1);
    expect(first('17track', body()).scans).toEqual(first('17track', body()).scans);
  });
});

describe('places', () => {
  it.each([
    ['Leipzig, DE', { city: 'Leipzig', province: null, country: 'DE', zip: null }],
    ['SEATTLE, WA, US 98101', { city: 'SEATTLE', province: 'WA', country: 'US', zip: '98101' }],
    ['Hamburg', { city: 'Hamburg', province: null, country: null, zip: null }],
    ['', { city: null, province: null, country: null, zip: null }],
  ])('reads %j', (line, place) => {
    expect(placeInLine(line)).toEqual(place);
  });
});
