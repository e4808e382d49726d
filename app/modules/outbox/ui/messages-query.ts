import { heldReasons, type Channel, type HeldBy, type MessageResult } from '../message.ts';

export const shownStates = ['queued', 'sending', 'sent', 'failed', 'dropped', 'unknown', 'came_back', 'followed'] as const satisfies readonly MessageResult[];
export const shownChannels = ['email', 'sms', 'whatsapp', 'klaviyo', 'flow'] as const satisfies readonly Channel[];

/** What the list of messages shows, exactly as its address says it. */
export interface MessagesQuery {
  state: MessageResult | null;
  held: HeldBy | null;
  channel: Channel | null;
  kind: string | null;
  /** Only what is about this order. */
  order: string | null;
  /** Calendar days, both included. */
  from: string | null;
  until: string | null;
  search: string;
  /** The page begins after this message. */
  after: string | null;
}

export const allMessages: MessagesQuery = { state: null, held: null, channel: null, kind: null, order: null, from: null, until: null, search: '', after: null };

/** Reads the list's address; what it does not know is left out. */
export function readMessagesQuery(params: URLSearchParams): MessagesQuery {
  const matching = (name: string, form: RegExp) => form.exec(params.get(name) ?? '')?.[0] ?? null;
  const day = (name: string) => {
    const named = matching(name, /^20\d\d-\d\d-\d\d$/);
    return named !== null && isDay(named) ? named : null;
  };
  return {
    state: shownStates.find((state) => state === params.get('state')) ?? null,
    held: heldReasons.find((reason) => reason === params.get('held')) ?? null,
    channel: shownChannels.find((channel) => channel === params.get('channel')) ?? null,
    kind: matching('kind', /^[\w.-]{1,80}$/),
    order: matching('order', /^\d{1,20}$/),
    from: day('from'),
    until: day('until'),
    search: (params.get('q') ?? '').slice(0, 100),
    after: matching('after', /^\d{1,18}$/),
  };
}

/** The address of the list under this query. */
export function messagesPath(query: Partial<MessagesQuery>): string {
  const { search, ...others } = { ...allMessages, ...query };
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...others, q: search })) if (value) params.set(name, value);
  const written = params.toString();
  return written === '' ? '/app/messages' : `/app/messages?${written}`;
}

/** True where something is left out of the list. */
export function isNarrowed({ after: _, search, ...others }: MessagesQuery): boolean {
  return search !== '' || Object.values(others).some((value) => value !== null);
}

/** The thirtieth of February is none. */
function isDay(named: string): boolean {
  const at = new Date(named);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(named);
}
