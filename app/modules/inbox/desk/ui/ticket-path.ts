import { deskPath, readDeskQuery, type DeskQuery } from './desk-query.ts';

/** Where in a list somebody is: what it shows, and the place of the conversation they opened from it. */
export interface Listed {
  query: DeskQuery;
  place: string;
}

/** The address of a conversation; it says from where in the list it was opened, so that its reader can go on from there. */
export function ticketPath(id: number, { query, place }: Listed): string {
  const params = new URLSearchParams({ list: deskPath(query).replace(/^[^?]*\??/, ''), at: place });
  return `/app/inbox/${id}?${params}`;
}

/** From where in the list a conversation was opened, as its address says; null where it was opened from elsewhere. */
export function readListed(params: URLSearchParams): Listed | null {
  const place = /^\d\.\d{1,15}\.\d{1,9}$/.exec(params.get('at') ?? '')?.[0] ?? null;
  return place === null ? null : { query: readDeskQuery(new URLSearchParams(params.get('list') ?? '')), place };
}
