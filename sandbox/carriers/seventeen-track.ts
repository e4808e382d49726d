import { createHash } from 'node:crypto';
import { follow, type Account, type CarrierScan, type FollowedParcel } from './account.ts';
import { textOf, type StandIn } from './stand-in.ts';

/** 17TRACK, API v2.4. */
export const seventeenTrack: StandIn = {
  keyIn: (request) => request.get('17token') ?? null,
  refuse(response, status) {
    response.status(status).json(status === 401 ? { code: -18_010_002, data: { errors: [{ code: -18_010_002, message: 'Invalid security key.' }] } } : { code: status, data: {} });
  },
  answer(request, response, account) {
    const path = request.path.replace('/track/v2.4/', '');
    if (request.method !== 'POST') return false;
    if (path === 'getquota') {
      response.json({ code: 0, data: { quota_total: account.quota + account.parcels.size, quota_used: account.parcels.size, quota_remain: account.quota } });
      return true;
    }
    const asked: unknown[] = Array.isArray(request.body) ? request.body : [];
    if (asked.length > 40) {
      response.json({ code: -18_010_014, data: { errors: [{ code: -18_010_014, message: 'Tracking numbers exceed the 40 limit.' }] } });
      return true;
    }
    const read = path === 'register' ? register : path === 'gettrackinfo' ? tell : null;
    if (!read) return false;
    const results = asked.map((entry) => read(account, typeof entry === 'object' && entry !== null ? { ...entry } : {}));
    response.json({ code: 0, data: { accepted: results.flatMap(({ accepted }) => accepted ?? []), rejected: results.flatMap(({ rejected }) => rejected ?? []) } });
    return true;
  },
  push(account, parcel) {
    const body = JSON.stringify({ event: 'TRACKING_UPDATED', data: trackInfo(parcel) });
    return { body, headers: { sign: createHash('sha256').update(`${body}/${account.key}`).digest('hex') } };
  },
};

type Result = { accepted?: unknown; rejected?: { number: string; error: { code: number; message: string } } };

function register(account: Account, entry: Record<string, unknown>): Result {
  const number = textOf(entry.number);
  const rejected = (code: number, message: string): Result => ({ rejected: { number, error: { code, message } } });
  if (account.parcels.has(number)) return rejected(-18_019_901, `The tracking number '${number}' has been registered, don't need to repeat registration.`);
  if (account.refuses.includes(number)) return rejected(-18_019_903, 'Carrier can not be detected.');
  const parcel = follow(account, number, String(entry.carrier ?? 0), '');
  if (!parcel) return rejected(-18_019_908, 'The quota is used up.');
  return { accepted: { origin: entry.carrier === undefined ? 3 : 1, number, carrier: Number(parcel.carrier) } };
}

function tell(account: Account, entry: Record<string, unknown>): Result {
  const number = textOf(entry.number);
  const parcel = account.parcels.get(number);
  if (!parcel) return { rejected: { number, error: { code: -18_019_902, message: `The tracking number '${number}' does not register, please register first.` } } };
  if (parcel.scans.length === 0) return { rejected: { number, error: { code: -18_019_909, message: 'No tracking information at this time.' } } };
  return { accepted: trackInfo(parcel) };
}

function trackInfo({ number, carrier, scans }: FollowedParcel) {
  const events = scans.map(eventOf).reverse();
  const newest = scans.at(-1);
  const status = { status: newest?.code.split('_')[0] ?? 'NotFound', sub_status: newest?.code ?? 'NotFound_Other', sub_status_descr: null };
  const estimate = newest?.estimatedDelivery ? `${newest.estimatedDelivery}T00:00:00Z` : null;
  return {
    number,
    carrier: Number(carrier),
    param: null,
    tag: '',
    track_info: {
      shipping_info: { shipper_address: { country: null }, recipient_address: { country: null } },
      latest_status: status,
      latest_event: events[0] ?? null,
      time_metrics: { days_after_order: 0, estimated_delivery_date: { source: estimate ? 'Official' : null, from: estimate, to: estimate } },
      milestone: [],
      misc_info: { reference_number: null },
      tracking: { providers_hash: 0, providers: [{ provider: { key: Number(carrier), name: '' }, latest_sync_status: 'Success', latest_sync_time: newest ? new Date(newest.at).toISOString() : null, events }] },
    },
  };
}

function eventOf({ code, text, at, city, country, zip }: CarrierScan) {
  const [, date = '', time = '', zone = ''] = /^([\d-]+)T([\d:]+)(?:\.\d+)?(.*)$/.exec(at) ?? [];
  return {
    time_iso: at,
    time_utc: new Date(at).toISOString(),
    time_raw: { date, time, timezone: zone },
    description: text,
    location: [city, country].filter(Boolean).join(', '),
    stage: null,
    sub_status: code,
    address: { country, state: null, city: city || null, street: null, postal_code: zip || null, coordinates: { longitude: null, latitude: null } },
  };
}
