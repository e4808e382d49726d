import { createHmac, randomUUID } from 'node:crypto';
import { follow, type FollowedParcel } from './account.ts';
import { bodyOf, textOf, type StandIn } from './stand-in.ts';

/** EasyPost trackers, API v2. */
export const easypost: StandIn = {
  keyIn(request) {
    const [scheme = '', encoded = ''] = (request.get('authorization') ?? '').split(' ');
    return scheme === 'Basic' ? Buffer.from(encoded, 'base64').toString('utf8').replace(/:$/, '') : null;
  },
  refuse(response, status) {
    const said = { 401: ['APIKEY.INACTIVE', 'This api key is no longer active.'], 429: ['RATE_LIMITED', 'Please slow down.'], 503: ['SERVICE_UNAVAILABLE', 'Please try again later.'] } as const;
    response.status(status).json({ error: { code: said[status][0], message: said[status][1], errors: [] } });
  },
  answer(request, response, account) {
    const fail = (status: number, code: string, message: string) => void response.status(status).json({ error: { code, message, errors: [] } });
    const [, id] = /^\/v2\/trackers\/([\w-]+)$/.exec(request.path) ?? [];
    const parcels = [...account.parcels.values()];
    if (request.method === 'GET' && id !== undefined) {
      const parcel = parcels.find((one) => one.id === id);
      if (parcel) response.json(trackerOf(parcel));
      else fail(404, 'NOT_FOUND', 'The requested resource could not be found.');
      return true;
    }
    if (request.path !== '/v2/trackers') return false;
    if (request.method === 'GET') {
      const asked = textOf(request.query.tracking_code);
      response.json({ trackers: parcels.filter(({ number }) => asked === '' || number === asked).map(trackerOf), has_more: false });
      return true;
    }
    if (request.method !== 'POST') return false;
    const { tracker } = bodyOf(request);
    const told: Readonly<Record<string, unknown>> = typeof tracker === 'object' && tracker !== null ? { ...tracker } : {};
    const number = textOf(told.tracking_code);
    if (number === '' || account.refuses.includes(number)) fail(422, 'TRACKER.CREATE.ERROR', "Unable to create a tracker for this tracking code: the carrier doesn't know it.");
    else {
      const parcel = follow(account, number, textOf(told.carrier) || 'USPS', `trk_${randomUUID().replaceAll('-', '')}`);
      if (parcel) response.status(201).json(trackerOf(parcel));
      else fail(402, 'PAYMENT_REQUIRED', 'Your account has no balance left.');
    }
    return true;
  },
  push(account, parcel) {
    const body = JSON.stringify({ id: `evt_${randomUUID()}`, object: 'Event', mode: 'production', description: 'tracker.updated', status: 'pending', previous_attributes: {}, pending_urls: [], completed_urls: [], result: trackerOf(parcel) });
    const digest = createHmac('sha256', account.webhookSecret.normalize('NFKD')).update(body).digest('hex');
    return { body, headers: { 'x-hmac-signature': `hmac-sha256-hex=${digest}` } };
  },
};

function trackerOf({ id, number, carrier, scans }: FollowedParcel) {
  const newest = scans.at(-1);
  const [status = 'unknown', detail = 'unknown'] = newest?.code.split('.') ?? [];
  return {
    id,
    object: 'Tracker',
    mode: 'production',
    tracking_code: number,
    status,
    status_detail: detail,
    signed_by: null,
    weight: null,
    est_delivery_date: newest?.estimatedDelivery ? `${newest.estimatedDelivery}T00:00:00Z` : null,
    shipment_id: null,
    carrier,
    updated_at: newest ? new Date(newest.at).toISOString() : null,
    public_url: `https://track.easypost.com/${id}`,
    fees: [],
    tracking_details: scans.map((scan) => {
      const [scanStatus = 'unknown', scanDetail = 'unknown'] = scan.code.split('.');
      return {
        object: 'TrackingDetail',
        message: scan.text,
        description: '',
        status: scanStatus,
        status_detail: scanDetail,
        datetime: new Date(scan.at).toISOString(),
        source: carrier,
        carrier_code: '',
        tracking_location: { object: 'TrackingLocation', city: scan.city || null, state: null, country: scan.country, zip: scan.zip || null },
      };
    }),
  };
}
