import type { MessageState } from '../message.ts';

export const shownStates = ['queued', 'sending', 'sent', 'failed', 'dropped', 'unknown'] as const satisfies readonly MessageState[];

/** What the list of messages shows, exactly as its address says it. */
export interface MessagesQuery {
  state: MessageState | null;
  /** The page begins after this message. */
  after: string | null;
}

/** Reads the list's address; what it does not know is left out. */
export function readMessagesQuery(params: URLSearchParams): MessagesQuery {
  const after = params.get('after');
  return {
    state: shownStates.find((state) => state === params.get('state')) ?? null,
    after: after && /^\d{1,18}$/.test(after) ? after : null,
  };
}

/** The address of the list under this query. */
export function messagesPath({ state, after }: MessagesQuery): string {
  const params = new URLSearchParams();
  if (state) params.set('state', state);
  if (after) params.set('after', after);
  const written = params.toString();
  return written === '' ? '/app/messages' : `/app/messages?${written}`;
}
