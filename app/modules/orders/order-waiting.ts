import type { WholeOrderFragment } from '#app/platform/shopify/operations.generated.ts';
import { instant } from './normal-words.ts';
import type { OrderRecord } from './records.ts';

/** Whether an order waits on purpose, and since when it is to be sent; what is absent was not told. */
export type Waiting = Partial<Pick<OrderRecord, 'waiting' | 'ready_at'>>;

const reasons: Record<string, NonNullable<OrderRecord['waiting']>> = { ON_HOLD: 'on_hold', SCHEDULED: 'scheduled' };
const over = new Set(['CANCELLED', 'CLOSED']);
/** Ways on which nothing is sent: the customer comes for it. */
const collected = new Set(['PICK_UP', 'RETAIL']);

/** Read from what is still to be sent: an order waits where all of it does, or where all of it will be collected. One meant for a later day is ready on the last of its days. */
export function waitingOf({ fulfillmentOrders, processedAt }: Pick<WholeOrderFragment, 'fulfillmentOrders' | 'processedAt'>): Waiting {
  const open = fulfillmentOrders.nodes.filter(({ status }) => !over.has(status));
  const held = open.map(({ status }) => reasons[status]).filter((reason) => reason !== undefined);
  const onPurpose = open.length > 0 && held.length === open.length ? (held.find((reason) => reason === 'on_hold') ?? 'scheduled') : null;
  const isCollected = open.length > 0 && open.every(({ deliveryMethod }) => collected.has(deliveryMethod?.methodType ?? ''));
  const waiting = onPurpose ?? (isCollected ? 'pickup' : null);
  const days = open.flatMap(({ fulfillAt }) => (fulfillAt && Date.parse(fulfillAt) > Date.parse(processedAt) ? [instant(fulfillAt)] : []));
  return { waiting, ...(days.length > 0 ? { ready_at: days.sort().at(-1) } : {}) };
}

/** Read from the one word a list of orders has for it. */
export function waitingOfStatus(displayFulfillmentStatus: string): Waiting {
  return { waiting: reasons[displayFulfillmentStatus] ?? null };
}
