import { returnShelves, type ReturnShelf } from '../views.ts';

/** What the list of returns shows, exactly as its address says it; what waits for the merchant unless it says otherwise. */
export interface ReturnsQuery {
  shelf: ReturnShelf;
  search: string;
  /** The handle of one of Shopify's reasons. */
  reason: string | null;
  /** The page begins after this place. */
  after: string | null;
}

/** Reads the list's address; what it does not know is left out. */
export function readReturnsQuery(params: URLSearchParams): ReturnsQuery {
  return {
    shelf: returnShelves.find((shelf) => shelf === params.get('shelf')) ?? 'decide',
    search: (params.get('q') ?? '').trim().slice(0, 200),
    reason: params.get('reason')?.slice(0, 100) || null,
    after: params.get('after'),
  };
}

/** The address of the list under this query. */
export function returnsPath({ shelf, search, reason, after }: ReturnsQuery, path = '/app/returns'): string {
  const params = new URLSearchParams();
  if (shelf !== 'decide') params.set('shelf', shelf);
  if (search !== '') params.set('q', search);
  if (reason) params.set('reason', reason);
  if (after) params.set('after', after);
  const written = params.toString();
  return written === '' ? path : `${path}?${written}`;
}
