import type { ShownEvent, ShownMessage, TicketView } from '#app/modules/inbox/ticket-page/ticket-view.ts';

const at = new Date('2026-11-21T10:00:00Z');

/** A message as a page shows it; what a test does not say is as of a mail of the customer's. */
export const shownMessage = (id: number, message: Partial<ShownMessage> = {}): ShownMessage => ({
  is: 'message', id: String(id), ticketId: 1042, sideId: null, direction: 'in', channel: 'email', author: 'person', authorId: 'p1', authorName: 'Ada Byron', from: 'ada@example.com', to: [], cc: [],
  text: 'Where is it?', isCut: false, hasMore: false, hasHtml: false, hasRaw: false, kind: 'mail', placedBy: 'reference', verified: 'yes', locale: 'en', warnings: [], spamSigns: [], files: [], at, sendAt: null, withdrawnAt: null,
  withdrawnFor: null, delivery: null, mentions: [], ...message,
});

/** Something that happened, at that minute. */
export const shownEvent = (id: number, event: ShownEvent['event'], actor: string | null = null, words: string | null = null): ShownEvent => ({ is: 'event', id: String(id), ticketId: 1042, event, words, actor, at });

/** A ticket as Mia reads it. */
export const shownTicket = (view: Partial<TicketView> = {}): TicketView => ({
  ticket: {
    id: 1042, subject: 'Where is my parcel?', channel: 'email', state: 'open', spam: false, category: null, priority: 'normal', priorityReason: null, valuedBy: null, tags: [], teamId: null, assigneeId: null, createdAt: at, waitingSince: at,
    dueAt: null, isLate: false, snoozedUntil: null, version: 1,
  },
  merged: [], others: [], person: { id: 'p1', name: 'Ada Byron', address: 'ada@example.com' }, entries: [shownMessage(1)], earlier: 0, orderNames: [],
  staff: [{ id: '702', name: 'Mia Agent' }, { id: '703', name: 'Kenji Agent' }], teams: [], me: '702', isFollowed: false, locale: 'en', sides: [], drafts: [], ...view,
});
