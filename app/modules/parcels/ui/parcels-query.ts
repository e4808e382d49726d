import { troubleKinds, troubleMarks, type TroubleKind, type TroubleMark } from '../records.ts';
import type { ParcelFilter } from '../list/parcel-row.ts';
import type { TroubleFilter, TroubleGrouping } from '../trouble/views.ts';

export const parcelViews = ['troubled', 'all', 'on_the_way', 'late', 'dismissed'] as const;
export type ParcelView = (typeof parcelViews)[number];
export const groupings = ['cause', 'carrier', 'lane', 'hub'] as const satisfies readonly TroubleGrouping[];
export const narrowings = ['cause', 'carrier', 'origin', 'destination', 'hub'] as const;
export type Narrowing = (typeof narrowings)[number];

/** What the parcels list shows, exactly as its address says it; those in trouble unless it says otherwise. */
export interface ParcelsQuery {
  view: ParcelView;
  search: string;
  by: TroubleGrouping;
  kind: TroubleKind | null;
  /** `none` asks for those nobody looked at. */
  mark: TroubleMark | 'none' | null;
  /** What a group shares; null asks for those of which it is not known. */
  shared: Partial<Record<Narrowing, string | null>>;
  /** The page begins after this place. */
  after: string | null;
}

/** Reads the list's address; what it does not know is left out. */
export function readParcelsQuery(params: URLSearchParams): ParcelsQuery {
  const mark = params.get('mark');
  return {
    view: parcelViews.find((view) => view === params.get('view')) ?? 'troubled',
    search: (params.get('q') ?? '').trim().slice(0, 100),
    by: groupings.find((by) => by === params.get('by')) ?? 'cause',
    kind: troubleKinds.find((kind) => kind === params.get('kind')) ?? null,
    mark: mark === 'none' ? mark : (troubleMarks.find((known) => known === mark) ?? null),
    shared: Object.fromEntries(narrowings.flatMap((name) => (params.has(name) ? [[name, params.get(name)?.slice(0, 200) || null]] : []))),
    after: params.get('after'),
  };
}

/** Writes the same address again, without what is not set. */
export function writeParcelsQuery({ view, search, by, kind, mark, shared, after }: ParcelsQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (view !== 'troubled') params.set('view', view);
  if (search !== '') params.set('q', search);
  if (by !== 'cause') params.set('by', by);
  if (kind) params.set('kind', kind);
  if (mark) params.set('mark', mark);
  for (const name of narrowings) if (shared[name] !== undefined) params.set(name, shared[name] ?? '');
  if (after) params.set('after', after);
  return params;
}

/** The address of the list under this query. */
export function parcelsPath(query: ParcelsQuery, path = '/app/parcels'): string {
  const written = writeParcelsQuery(query).toString();
  return written === '' ? path : `${path}?${written}`;
}

export const asksForTroubles = ({ view }: ParcelsQuery): boolean => view === 'troubled' || view === 'dismissed';

/** The troubles that are asked for. */
export function troubleFilterOf({ view, search, kind, mark, shared }: ParcelsQuery): TroubleFilter {
  return {
    state: view === 'dismissed' ? 'dismissed' : 'open',
    ...(kind ? { kind } : {}),
    ...(mark ? { mark: mark === 'none' ? null : mark } : {}),
    ...(search === '' ? {} : { search }),
    ...shared,
  };
}

/** The parcels that are asked for, in the views that show parcels and not their troubles. */
export function parcelFilterOf({ view, search, shared: { carrier, origin, destination } }: ParcelsQuery): ParcelFilter {
  return {
    shelf: view === 'on_the_way' ? 'under_way' : view === 'late' ? 'late' : 'all',
    ...(search === '' ? {} : { search }),
    ...(carrier === undefined ? {} : { carrier }),
    ...(origin === undefined ? {} : { origin }),
    ...(destination === undefined ? {} : { destination }),
  };
}

/** A view from its first page, without search or filters; how it is grouped stays. */
export function everythingIn(view: ParcelView, by: TroubleGrouping): ParcelsQuery {
  return { view, search: '', by, kind: null, mark: null, shared: {}, after: null };
}

/** True where a search or a filter narrows the view. */
export function isNarrowed({ search, kind, mark, shared }: ParcelsQuery): boolean {
  return search !== '' || kind !== null || mark !== null || Object.keys(shared).length > 0;
}

/** The list a group opens. */
export function groupPath({ filter: { kind, cause, carrier, origin, destination, hub } }: { filter: TroubleFilter }, query: ParcelsQuery): string {
  const shared = Object.fromEntries(Object.entries({ cause, carrier, origin, destination, hub }).filter(([, value]) => value !== undefined));
  return parcelsPath({ ...query, kind: kind ?? query.kind, shared: { ...query.shared, ...shared }, after: null });
}
