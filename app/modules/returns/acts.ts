import type { ReturnStatus } from './reading.ts';
import type { DoneByStaff } from './steps.ts';

/** What a person of the shop may do to a return from our pages. */
export const acts = ['approve', 'decline', 'cancel', 'close', 'reopen'] as const;
export type Act = (typeof acts)[number];

interface Rule {
  /** As which step the story tells it. */
  step: DoneByStaff['type'];
  from: ReturnStatus;
  to: ReturnStatus;
}

/** From where each act leads, and where to: Shopify's own rules, so that nothing is offered that it would refuse. */
export const actRules: Record<Act, Rule> = {
  approve: { step: 'return.approved', from: 'requested', to: 'open' },
  decline: { step: 'return.declined', from: 'requested', to: 'declined' },
  cancel: { step: 'return.cancelled', from: 'open', to: 'canceled' },
  close: { step: 'return.closed', from: 'open', to: 'closed' },
  reopen: { step: 'return.reopened', from: 'closed', to: 'open' },
};

interface Standing {
  status: string;
  lines: readonly { processed: number; refunded: number }[];
  exchangeLines: readonly { processed: number }[];
  received: readonly unknown[];
}

/** The acts that are open for a return as it stands: one that anybody worked on is no longer cancelled. */
export function actsOn({ status, lines, exchangeLines, received }: Standing): Act[] {
  const isWorkedOn = received.length > 0 || [...lines, ...exchangeLines].some(({ processed }) => processed > 0) || lines.some(({ refunded }) => refunded > 0);
  return acts.filter((act) => actRules[act].from === status && !(act === 'cancel' && isWorkedOn));
}

/** What came of an act, as its page hears it. */
export type ActAnswer =
  | { is: 'done' | 'already'; act: Act }
  /** Nothing was asked of Shopify: the return has moved on, or the same is being done right now. */
  | { is: 'moved' | 'underway' }
  /** Nothing was asked of Shopify: whoever asks may not do it. */
  | { is: 'forbidden' }
  /** Shopify said no, with its code and its own words. */
  | { is: 'refused'; code: string | null; message: string }
  /** No answer came, and it is not seen to have happened. */
  | { is: 'unclear' }
  | { is: 'failed' }
  | { is: 'invalid'; fields: readonly string[] };
