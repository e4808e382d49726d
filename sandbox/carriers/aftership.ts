import { createHmac, randomUUID } from 'node:crypto';
import { follow, type FollowedParcel } from './account.ts';
import { bodyOf, textOf, type StandIn } from './stand-in.ts';

const base = '/tracking/2026-07/trackings';

/** AfterShip Tracking, API 2026-07. */
export const aftership: StandIn = {
  keyIn: (request) => request.get('as-api-key') ?? null,
  refuse(response, status) {
    const said = { 401: ['Unauthorized', 'The API key is invalid.'], 429: ['TooManyRequests', 'You have exceeded the API call rate limit.'], 503: ['InternalError', 'Something went wrong on our end.'] } as const;
    if (status === 429) response.set({ 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1_000) + 1) });
    response.status(status).json({ meta: { code: status, type: said[status][0], message: said[status][1] }, data: {} });
  },
  answer(request, response, account) {
    const ok = (data: unknown, code = 200) => void response.status(code).json({ meta: { code }, data });
    const fail = (status: number, code: number, type: string, message: string, data: unknown = {}) => void response.status(status).json({ meta: { code, type, message }, data });
    if (request.path !== base) return false;
    if (request.method === 'GET') {
      const asked = textOf(request.query.tracking_numbers).split(',').filter(Boolean);
      const found = [...account.parcels.values()].filter(({ number }) => asked.length === 0 || asked.includes(number));
      ok({ pagination: { total: found.length, next_cursor: null, has_next_page: false }, trackings: found.map(trackingOf) });
      return true;
    }
    if (request.method !== 'POST') return false;
    const { tracking_number, slug } = bodyOf(request);
    const number = textOf(tracking_number);
    const known = account.parcels.get(number);
    if (known) fail(400, 4003, 'BadRequest', 'Tracking already exists.', { id: known.id, tracking_number: number, slug: known.carrier });
    else if (number === '') fail(400, 4007, 'BadRequest', '`tracking_number` is required.');
    else if (account.refuses.includes(number)) fail(400, 4005, 'BadRequest', 'The value of `tracking_number` is invalid.');
    else {
      const parcel = follow(account, number, textOf(slug) || 'ups', randomUUID().replaceAll('-', ''));
      if (parcel) ok(trackingOf(parcel), 201);
      else fail(402, 402, 'PaymentRequired', 'You have used up the shipments of your plan.');
    }
    return true;
  },
  push(account, parcel) {
    const body = JSON.stringify({ event: 'tracking_update', event_id: randomUUID(), is_tracking_first_tag: false, msg: trackingOf(parcel), ts: Math.floor(Date.now() / 1_000) });
    return { body, headers: { 'aftership-hmac-sha256': createHmac('sha256', account.webhookSecret).update(body).digest('base64') } };
  },
};

function trackingOf({ id, number, carrier, scans }: FollowedParcel) {
  const newest = scans.at(-1);
  return {
    id,
    tracking_number: number,
    slug: carrier,
    active: true,
    tag: newest?.code.split('_')[0] ?? 'Pending',
    subtag: newest?.code ?? 'Pending_001',
    updated_at: newest?.at ?? null,
    courier_estimated_delivery_date: newest?.estimatedDelivery ? { estimated_delivery_date: newest.estimatedDelivery, estimated_delivery_date_min: null, estimated_delivery_date_max: null } : null,
    checkpoints: scans.map(({ code, text, at, city, country, zip }) => ({
      created_at: new Date(at).toISOString(),
      slug: carrier,
      checkpoint_time: at,
      location: [city, country].filter(Boolean).join(', '),
      city: city || null,
      state: null,
      postal_code: zip || null,
      country_region: country,
      message: text,
      tag: code.split('_')[0],
      subtag: code,
      subtag_message: text,
      raw_tag: null,
    })),
  };
}
