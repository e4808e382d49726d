import { cut, storable } from '#app/kernel/text.ts';
import { priorities, ticketCategories, ticketChannels, type Priority, type TicketCategory, type TicketChannel } from '../../tickets/ticket.ts';

/** The views every desk has, in their order. */
export const deskViews = ['mine', 'unassigned', 'followed', 'due', 'open', 'waiting', 'snoozed', 'solved', 'spam', 'all'] as const;
export type DeskView = (typeof deskViews)[number];

export const deskSorts = ['newest', 'oldest', 'due', 'priority'] as const;
export type DeskSort = (typeof deskSorts)[number];

/** What the desk shows, exactly as its address says it; what is open unless it says otherwise. */
export interface DeskQuery {
  view: DeskView;
  /** Only what is this team's. */
  team: string | null;
  priorities: readonly Priority[];
  /** Only of customers whom the shop values. */
  valued: boolean;
  categories: readonly TicketCategory[];
  channels: readonly TicketChannel[];
  tag: string | null;
  /** Only what is this person's. */
  assignee: string | null;
  sort: DeskSort;
  /** The page begins after this place. */
  after: string | null;
}

/** Nothing of a view left out. */
export const noNarrowing = { priorities: [], valued: false, categories: [], channels: [], tag: null, assignee: null } as const satisfies Partial<DeskQuery>;

export const wholeDesk: DeskQuery = { ...noNarrowing, view: 'open', team: null, sort: 'newest', after: null };

/** Reads the desk's address; what it does not know is left out. */
export function readDeskQuery(params: URLSearchParams): DeskQuery {
  const view = deskViews.find((known) => known === params.get('view')) ?? wholeDesk.view;
  const chosen = <Value extends string>(name: string, known: readonly Value[]) => known.filter((value) => params.get(name)?.split(',').includes(value));
  const matching = (name: string, form: RegExp) => form.exec(params.get(name) ?? '')?.[0] ?? null;
  return {
    view,
    team: matching('team', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    priorities: chosen('priority', priorities),
    valued: params.get('tier') === 'valued',
    categories: chosen('category', ticketCategories),
    channels: chosen('channel', ticketChannels),
    tag: cut(storable(params.get('tag') ?? '').trim(), 60) || null,
    assignee: matching('assignee', /^\d{1,20}$/),
    sort: deskSorts.find((sort) => sort === params.get('sort') && sortsOf(view).includes(sort)) ?? usualSort(view),
    after: params.get('after'),
  };
}

/** The address of the desk under this query. */
export function deskPath(query: Partial<DeskQuery>): string {
  const { view, team, priorities: urgency, valued, categories, channels, tag, assignee, sort, after } = { ...wholeDesk, sort: usualSort(query.view ?? wholeDesk.view), ...query };
  const named = {
    view: view === wholeDesk.view ? null : view,
    team,
    priority: urgency.join(','),
    tier: valued ? 'valued' : null,
    category: categories.join(','),
    channel: channels.join(','),
    tag,
    assignee,
    sort: sort === usualSort(view) ? null : sort,
    after,
  };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(named)) if (value) params.set(name, value);
  const written = params.toString();
  return written === '' ? '/app/inbox' : `/app/inbox?${written}`;
}

/** True where something of the view is left out. */
export function isNarrowed({ priorities: urgency, valued, categories, channels, tag, assignee }: DeskQuery): boolean {
  return urgency.length + categories.length + channels.length > 0 || valued || tag !== null || assignee !== null;
}

/** The orders in which a view can be read: of what is over nothing is owed. */
export function sortsOf(view: DeskView): readonly DeskSort[] {
  return view === 'solved' || view === 'spam' || view === 'all' ? ['newest', 'oldest'] : deskSorts;
}

/** The order of a view for which nobody chose one. */
export function usualSort(view: DeskView): DeskSort {
  return view === 'due' ? 'due' : 'newest';
}
