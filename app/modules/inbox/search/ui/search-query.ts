import { liveStates, priorities, ticketCategories, ticketChannels, type Priority, type TicketCategory, type TicketChannel } from '../../tickets/ticket.ts';
import type { TicketSearch } from '../views.ts';

/** Where is looked: in everything but spam, in what is still to do, in what is done, in spam. */
export const shelves = ['all', 'live', 'done', 'spam'] as const;
export type Shelf = (typeof shelves)[number];

/** What is looked for, exactly as the address says it. */
export interface SearchQuery {
  words: string;
  shelf: Shelf;
  channels: readonly TicketChannel[];
  categories: readonly TicketCategory[];
  priorities: readonly Priority[];
  /** Only what is this person's. */
  assignee: string | null;
  /** The page begins after this place. */
  after: string | null;
}

export const noNarrowing = { shelf: 'all', channels: [], categories: [], priorities: [], assignee: null } as const satisfies Partial<SearchQuery>;
const longest = 200;

/** Reads the address of a search; what it does not know is left out. */
export function readSearchQuery(params: URLSearchParams): SearchQuery {
  const chosen = <Value extends string>(name: string, known: readonly Value[]) => known.filter((value) => params.get(name)?.split(',').includes(value));
  return {
    words: (params.get('q') ?? '').trim().slice(0, longest),
    shelf: shelves.find((shelf) => shelf === params.get('in')) ?? 'all',
    channels: chosen('channel', ticketChannels),
    categories: chosen('category', ticketCategories),
    priorities: chosen('priority', priorities),
    assignee: /^\d{1,20}$/.exec(params.get('assignee') ?? '')?.[0] ?? null,
    after: params.get('after'),
  };
}

/** The address of a search. */
export function searchPath({ words, shelf, channels, categories, priorities: urgency, assignee, after }: SearchQuery): string {
  const named = { q: words, in: shelf === 'all' ? '' : shelf, channel: channels.join(','), category: categories.join(','), priority: urgency.join(','), assignee: assignee ?? '', after: after ?? '' };
  const params = new URLSearchParams(Object.entries(named).filter(([, value]) => value !== ''));
  return params.size === 0 ? '/app/inbox/search' : `/app/inbox/search?${params}`;
}

/** True where something is left out of what is looked in. */
export function isNarrowed({ shelf, channels, categories, priorities: urgency, assignee }: SearchQuery): boolean {
  return shelf !== 'all' || channels.length + categories.length + urgency.length > 0 || assignee !== null;
}

/** What is asked of the search. */
export function searchOf({ words, shelf, channels, categories, priorities: urgency, assignee, after }: SearchQuery): TicketSearch {
  const states = shelf === 'live' ? liveStates : shelf === 'done' ? (['solved', 'closed'] as const) : undefined;
  return { words, cursor: after, filters: { spam: shelf === 'spam', states, channels, categories, priorities: urgency, ...(assignee === null ? {} : { assigneeId: assignee }) } };
}
