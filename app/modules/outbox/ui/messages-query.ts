import type { Channel, MessageState } from '../message.ts';

export const shownStates = ['queued', 'sending', 'sent', 'failed', 'dropped', 'unknown'] as const satisfies readonly MessageState[];
export const shownChannels = ['email', 'sms'] as const satisfies readonly Channel[];

/** What the list of messages shows, exactly as its address says it. */
export interface MessagesQuery {
  state: MessageState | null;
  channel: Channel | null;
  kind: string | null;
  /** Only what is about this order. */
  order: string | null;
  search: string;
  /** The page begins after this message. */
  after: string | null;
}

export const allMessages: MessagesQuery = { state: null, channel: null, kind: null, order: null, search: '', after: null };

/** Reads the list's address; what it does not know is left out. */
export function readMessagesQuery(params: URLSearchParams): MessagesQuery {
  const matching = (name: string, form: RegExp) => form.exec(params.get(name) ?? '')?.[0] ?? null;
  return {
    state: shownStates.find((state) => state === params.get('state')) ?? null,
    channel: shownChannels.find((channel) => channel === params.get('channel')) ?? null,
    kind: matching('kind', /^[\w.-]{1,80}$/),
    order: matching('order', /^\d{1,20}$/),
    search: (params.get('q') ?? '').slice(0, 100),
    after: matching('after', /^\d{1,18}$/),
  };
}

/** The address of the list under this query. */
export function messagesPath({ state, channel, kind, order, search, after }: MessagesQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, channel, kind, order, q: search, after })) if (value) params.set(name, value);
  const written = params.toString();
  return written === '' ? '/app/messages' : `/app/messages?${written}`;
}

/** True where something is left out of the list. */
export function isNarrowed({ state, channel, kind, order, search }: MessagesQuery): boolean {
  return Boolean(state ?? channel ?? kind ?? order) || search !== '';
}
