/** An answer of 17TRACK's `gettrackinfo` about one parcel, in the shape of its API v2.4. */
export function seventeenTrackAnswer(number: string, events: Record<string, unknown>[], more: Record<string, unknown> = {}) {
  return {
    code: 0,
    data: {
      accepted: [
        {
          number,
          carrier: 100002,
          param: null,
          tag: '',
          track_info: {
            shipping_info: { shipper_address: { country: 'US' }, recipient_address: { country: 'DE' } },
            latest_status: { status: 'InTransit', sub_status: 'InTransit_Other', sub_status_descr: null },
            latest_event: events[0] ?? null,
            time_metrics: { estimated_delivery_date: { source: 'Official', from: null, to: null } },
            milestone: [],
            misc_info: {},
            tracking: { providers_hash: 1, providers: [{ provider: { key: 100002, name: 'UPS' }, latest_sync_time: '2026-11-20T05:20:44Z', events }] },
            ...more,
          },
        },
      ],
      rejected: [],
    },
  };
}

export function seventeenTrackEvent(more: Record<string, unknown> = {}) {
  return {
    time_iso: '2026-11-18T09:12:00+01:00',
    time_utc: '2026-11-18T08:12:00Z',
    time_raw: { date: '2026-11-18', time: '09:12:00', timezone: '+01:00' },
    description: 'Arrived at facility',
    location: 'LEIPZIG, DE',
    stage: null,
    sub_status: 'InTransit_Other',
    address: { country: 'DE', state: null, city: 'Leipzig', street: null, postal_code: '04435', coordinates: {} },
    ...more,
  };
}

/** A `tracking_update` push of AfterShip with one checkpoint. */
export function aftershipPush(number: string, checkpoint: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  return {
    event: 'tracking_update',
    event_id: '3f645f5e-530b-4062-8695-db6a64420af8',
    is_tracking_first_tag: true,
    ts: 1_795_000_000,
    msg: {
      id: 'grhrexm6t3hiwkjwq37jd003',
      tracking_number: number,
      slug: 'dhl-germany',
      tag: 'InTransit',
      subtag: 'InTransit_003',
      updated_at: '2026-11-18T10:00:00+00:00',
      checkpoints: [
        {
          created_at: '2026-11-18T10:00:00+00:00',
          slug: 'dhl-germany',
          checkpoint_time: '2026-11-18T09:12:00+01:00',
          city: 'Leipzig',
          state: null,
          country_region: 'DEU',
          location: 'Leipzig, Germany',
          message: 'Die Sendung wurde im Paketzentrum bearbeitet.',
          tag: 'InTransit',
          subtag: 'InTransit_003',
          raw_tag: null,
          ...checkpoint,
        },
      ],
      ...more,
    },
  };
}

/** A `tracker.updated` event of EasyPost with one detail. */
export function easypostEvent(number: string, detail: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  return {
    id: 'evt_1',
    object: 'Event',
    description: 'tracker.updated',
    mode: 'production',
    result: {
      id: 'trk_1',
      object: 'Tracker',
      tracking_code: number,
      status: 'in_transit',
      status_detail: 'arrived_at_facility',
      carrier: 'USPS',
      est_delivery_date: null,
      updated_at: '2026-11-18T10:00:00Z',
      tracking_details: [
        {
          object: 'TrackingDetail',
          message: 'Arrived at USPS Facility',
          status: 'in_transit',
          status_detail: 'arrived_at_facility',
          datetime: '2026-11-18T08:12:00Z',
          source: 'USPS',
          carrier_code: '',
          tracking_location: { object: 'TrackingLocation', city: 'SEATTLE', state: 'WA', country: 'US', zip: '98101' },
          ...detail,
        },
      ],
      ...more,
    },
  };
}

/** A `tracker_updated` event of Karrio with one event. */
export function karrioEvent(number: string, event: Record<string, unknown> = {}, more: Record<string, unknown> = {}) {
  return {
    event: 'tracker_updated',
    data: {
      id: 'trk_2',
      object_type: 'tracker',
      carrier_name: 'dhl_express',
      tracking_number: number,
      status: 'in_transit',
      delivered: false,
      estimated_delivery: null,
      updated_at: '2026-11-18T10:00:00Z',
      events: [{ date: '2026-11-18', time: '09:12 AM', code: 'AR', location: 'Leipzig - Germany', description: 'Arrived at sort facility', status: 'in_transit', reason: null, ...event }],
      ...more,
    },
  };
}
