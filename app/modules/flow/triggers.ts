import type { ParcelNews, ParcelStory } from '#app/modules/parcels/index.server.ts';

/** What Shopify Flow is told: which of our triggers, and its fields by the keys that its extension declares. */
export type Firing = {
  handle: string;
  payload: Record<string, string>;
};

const handles = { delayed: 'parcel-delayed', exception: 'parcel-exception', delivered: 'parcel-delivered', lost: 'parcel-lost' } as const;
type FlowKind = keyof typeof handles;

/** True for the news that merchants have a trigger for. */
export function isForFlow(kind: ParcelNews['kind']): kind is FlowKind {
  return Object.hasOwn(handles, kind);
}

/** The trigger that a piece of news fires. What nobody knows is empty: a field that is missing would be refused. */
export function firingOf(news: ParcelNews & { kind: FlowKind }, parcel: ParcelStory | null): Firing {
  const shared = {
    order_id: news.orderId,
    'Tracking number': parcel?.number ?? '',
    Carrier: parcel?.carrierName ?? '',
    'Happened at': news.happenedAt,
  };
  const cause = { Cause: news.cause ?? '' };
  const dates = { 'Promised for': parcel?.firstPromisedTo ?? '', 'Now expected': parcel?.promise?.to ?? '' };
  const more: Record<FlowKind, Record<string, string>> = { delayed: { ...cause, ...dates }, exception: cause, delivered: {}, lost: {} };
  return { handle: handles[news.kind], payload: { ...shared, ...more[news.kind] } };
}
