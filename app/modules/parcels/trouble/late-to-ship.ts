import { day } from '#app/kernel/time.ts';
import type { PromiseKnowledge } from '#app/modules/promises/index.server.ts';
import type { FoundTrouble, Instant } from '../records.ts';
import type { Judgement } from './judgement.ts';
import { dayAfter, dayStart } from './surroundings.ts';
import { surroundingsOf } from './surroundings-of.ts';
import type { TroubleThresholds } from './thresholds.ts';

/** What is to be known of an order to say whether it should have left. */
export interface UnsentOrder {
  id: string;
  processed_at: Instant;
  /** Since when its goods are to be sent; null: since it was placed. */
  ready_at: Instant | null;
  /** Shopify knows that it waits: held back by somebody, meant for a later day, or for its customer to come for it. */
  waiting: 'on_hold' | 'scheduled' | 'pickup' | null;
  tags: readonly string[];
  destination: string | null;
  imported: boolean;
  /** Goods that have to be shipped, and are paid or go out unpaid, have not left. */
  unsent: boolean;
  /** Cancelled, archived, deleted, a test: nobody waits for it. */
  void: boolean;
}

/** Beyond this age nobody waits for an order any more; what an import brought is history sooner. */
export const oldestOrder = 60 * day;
const oldestImported = 30 * day;

/** Whether an order is late: its last day by the merchant's own processing time and grace has passed on the shop's clock. Orders that wait on purpose never are, and are due from the day they were let go. */
export function findLateToShip(order: UnsentOrder, knowledge: PromiseKnowledge, thresholds: TroubleThresholds, now: Date): FoundTrouble[] {
  if (!order.unsent || isOver(order, now) || waitsOnPurpose(order, thresholds, now) || thresholds.unwatched.includes('late_to_ship')) return [];
  const around = surroundingsOf(knowledge);
  const dueFrom = order.ready_at && order.ready_at > order.processed_at ? order.ready_at : order.processed_at;
  const shipBy = around.shipBy(new Date(dueFrom), thresholds.lateToShipGraceDays);
  const since = dayStart(around.home.zone, dayAfter(shipBy));
  if (since > now.getTime()) return [];
  const evidence = { placedAt: new Date(order.processed_at).toISOString(), shipBy, graceDays: thresholds.lateToShipGraceDays };
  return [{ kind: 'late_to_ship', cause: null, evidence, since: new Date(since).toISOString() }];
}

/** How an order stands that was to be sent. */
export function judgeOrder(order: UnsentOrder, knowledge: PromiseKnowledge, thresholds: TroubleThresholds, now: Date): Judgement {
  const found = findLateToShip(order, knowledge, thresholds, now);
  const over = isOver(order, now) || (order.unsent && found.length === 0) ? 'settled' : null;
  return { orderId: order.id, shipmentId: null, carrier: null, origin: knowledge.rules.origin, destination: order.destination, hub: null, lastScanAt: null, found, near: [], judged: ['late_to_ship'], over };
}

function isOver(order: UnsentOrder, now: Date): boolean {
  return order.void || now.getTime() - Date.parse(order.processed_at) > (order.imported ? oldestImported : oldestOrder);
}

/** A day that came ends the waiting for it, even where nobody told us. */
function waitsOnPurpose({ waiting, ready_at: readyAt, tags }: UnsentOrder, { waitingTags }: TroubleThresholds, now: Date): boolean {
  if (waiting === 'on_hold' || waiting === 'pickup' || (waiting === 'scheduled' && (readyAt === null || Date.parse(readyAt) > now.getTime()))) return true;
  const named = new Set(waitingTags.map((tag) => tag.toLowerCase()));
  return tags.some((tag) => named.has(tag.toLowerCase()));
}
