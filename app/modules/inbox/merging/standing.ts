import type { TicketState } from '../tickets/ticket.ts';

/** Where a ticket stands, as far as others that are read in it change that. */
export interface StateStanding {
  state: TicketState;
  snoozedUntil: Date | null;
  solvedAt: Date | null;
  solvedBy: string | null;
  closedAt: Date | null;
}

/** What follows from the messages of a ticket alone. */
export interface SaidStanding {
  count: number;
  lastAt: Date | null;
  preview: string;
  lastFrom: 'customer' | 'shop';
  waitingSince: Date | null;
}

export type Standing = StateStanding & SaidStanding;

const awake: readonly TicketState[] = ['waiting_third', 'waiting_customer', 'snoozed', 'solved', 'closed'];
const isOurTurn = (state: TicketState) => state === 'new' || state === 'open';

/** Where a ticket stands with those that are read in it: as awake as the most awake of them. One without a message adds nothing. */
export function stateTogether(own: StateStanding, others: readonly Standing[]): StateStanding {
  const heard = others.filter(({ count }) => count > 0);
  if (isOurTurn(own.state)) return own;
  if (heard.some(({ state }) => isOurTurn(state))) return { state: 'open', snoozedUntil: null, solvedAt: null, solvedBy: null, closedAt: null };
  const most = [own, ...heard].reduce((first, one) => (awake.indexOf(one.state) < awake.indexOf(first.state) ? one : first));
  const { state, snoozedUntil, solvedAt, solvedBy, closedAt } = most;
  return { state, snoozedUntil, solvedAt, solvedBy, closedAt };
}

/** What was said in a ticket and in those that are read in it. Whoever waits in one of them waits, whatever was answered in another. */
export function saidTogether(own: SaidStanding, others: readonly SaidStanding[]): SaidStanding {
  const all = [own, ...others.filter(({ count }) => count > 0)];
  const last = all.reduce((latest, one) => (time(one.lastAt) > time(latest.lastAt) ? one : latest));
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    lastAt: last.lastAt,
    preview: last.preview,
    lastFrom: last.lastFrom,
    waitingSince: all.reduce<Date | null>((first, { waitingSince: at }) => (at && (!first || at < first) ? at : first), null),
  };
}

export function isSameState(one: StateStanding, other: StateStanding): boolean {
  return one.state === other.state && one.solvedBy === other.solvedBy && time(one.snoozedUntil) === time(other.snoozedUntil) && time(one.solvedAt) === time(other.solvedAt) && time(one.closedAt) === time(other.closedAt);
}

function time(at: Date | null): number {
  return at?.getTime() ?? 0;
}
