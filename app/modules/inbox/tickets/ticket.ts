/** Where a ticket stands. `waiting_third`: a carrier, a supplier or a colleague has the next word. */
export const ticketStates = ['new', 'open', 'waiting_customer', 'waiting_third', 'snoozed', 'solved', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

/** States in which somebody still has to do something. */
export const liveStates = ['new', 'open', 'waiting_customer', 'waiting_third', 'snoozed'] as const satisfies readonly TicketState[];

/** True where nobody has to do anything any more. */
export function isDone(state: TicketState): boolean {
  return state === 'solved' || state === 'closed';
}

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof priorities)[number];
export const priorityReasons = ['lost_parcel', 'payment', 'safety', 'high_value', 'complaint', 'staff'] as const;
export type PriorityReason = (typeof priorityReasons)[number];

/** What a ticket is about. */
export const ticketCategories = ['shipping', 'returns', 'product', 'billing', 'order', 'technical', 'other'] as const;
export type TicketCategory = (typeof ticketCategories)[number];

/** The ways by which customers speak. A channel is one adapter; replies leave on the channel the customer used. */
export const ticketChannels = ['email', 'form', 'problem', 'phone'] as const;
export type TicketChannel = (typeof ticketChannels)[number];

/** How a message found its ticket: only a guess may be wrong, and is shown as one. */
export type PlacedBy = 'new' | 'token' | 'reference' | 'guess' | 'form' | 'staff';

/** What a ticket becomes when its customer writes, or a third party that was asked beside it: whoever thought it done has work again. */
export function afterOthersWrote(state: TicketState): TicketState {
  return state === 'new' ? 'new' : 'open';
}

/** What a ticket becomes when the shop answers, unless the agent says otherwise. */
export function afterShopWrote(state: TicketState): TicketState {
  return isDone(state) ? state : 'waiting_customer';
}
