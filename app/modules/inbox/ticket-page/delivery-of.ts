import type { Delivery } from './ticket-view.ts';

interface Fate {
  /** Of the outbox's message; null: it is not in the outbox yet. */
  state: string | null;
  deliveredAt: Date | null;
  bouncedAt: Date | null;
}

const ofState: Record<string, Delivery> = { queued: 'sending', sending: 'sending', sent: 'sent', failed: 'failed', dropped: 'held', unknown: 'unclear' };

/** How far a message of ours has come, as the outbox knows it; a bounce outweighs a delivery that was told before it. */
export function deliveryOf({ state, deliveredAt, bouncedAt }: Fate): Delivery | null {
  if (bouncedAt) return 'bounced';
  if (deliveredAt) return 'delivered';
  return state === null ? null : (ofState[state] ?? null);
}
