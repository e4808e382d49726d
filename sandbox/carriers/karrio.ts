import { randomUUID } from 'node:crypto';
import { follow, type FollowedParcel } from './account.ts';
import { bodyOf, textOf, type StandIn } from './stand-in.ts';

/** Karrio, API v1. It shows its webhook's secret in a header and signs nothing. */
export const karrio: StandIn = {
  keyIn(request) {
    const [scheme = '', key = ''] = (request.get('authorization') ?? '').split(' ');
    return scheme === 'Token' ? key : null;
  },
  refuse(response, status) {
    const said = { 401: 'Invalid token.', 429: 'Request was throttled. Expected available in 1 second.', 503: 'Service unavailable.' } as const;
    if (status === 429) response.set('retry-after', '1');
    response.status(status).json({ errors: [{ code: String(status), message: said[status] }] });
  },
  answer(request, response, account) {
    const fail = (status: number, message: string) => void response.status(status).json({ errors: [{ code: 'invalid', message }] });
    const [, asked] = /^\/v1\/trackers\/([\w-]+)$/.exec(request.path) ?? [];
    const parcels = [...account.parcels.values()];
    if (request.method === 'GET' && asked !== undefined) {
      const parcel = parcels.find(({ id, number }) => id === asked || number === asked);
      if (parcel) response.json(trackerOf(parcel));
      else fail(404, 'Tracker not found.');
      return true;
    }
    if (request.path !== '/v1/trackers') return false;
    if (request.method === 'GET') {
      response.json({ count: parcels.length, next: null, previous: null, results: parcels.map(trackerOf) });
      return true;
    }
    if (request.method !== 'POST') return false;
    const { tracking_number, carrier_name } = bodyOf(request);
    const number = textOf(tracking_number);
    if (number === '' || textOf(carrier_name) === '') fail(400, 'carrier_name and tracking_number are required.');
    else if (account.refuses.includes(number)) fail(400, 'No shipment found for this tracking number.');
    else {
      const parcel = follow(account, number, textOf(carrier_name), `trk_${randomUUID().replaceAll('-', '')}`);
      if (parcel) response.status(202).json(trackerOf(parcel));
      else fail(402, 'The usage limit of your plan is reached.');
    }
    return true;
  },
  push(account, parcel) {
    return { body: JSON.stringify({ event: 'tracker_updated', data: trackerOf(parcel) }), headers: { 'x-event-id': account.webhookSecret } };
  },
};

function trackerOf({ id, number, carrier, scans }: FollowedParcel) {
  const newest = scans.at(-1);
  return {
    id,
    object_type: 'tracker',
    carrier_name: carrier,
    carrier_id: carrier,
    tracking_number: number,
    test_mode: false,
    delivered: newest?.code === 'delivered',
    status: newest?.code ?? 'pending',
    estimated_delivery: newest?.estimatedDelivery ?? null,
    updated_at: newest ? new Date(newest.at).toISOString() : null,
    metadata: {},
    messages: [],
    events: scans
      .map(({ code, text, at, city, country, reason }) => {
        const [, date = '', time = ''] = /^([\d-]+)T(\d\d:\d\d)/.exec(at) ?? [];
        return { date, time, timestamp: `${date}T${time}:00.000Z`, code: '', description: text, location: [city, country].filter(Boolean).join(', '), status: code, reason, latitude: null, longitude: null };
      })
      .reverse(),
  };
}
