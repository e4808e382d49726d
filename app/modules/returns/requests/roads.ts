import type { WayBackKind } from '#app/modules/labels/index.pure.ts';
import type { BestOffer } from '../policy/decision.ts';
import type { Outcome } from '../policy/matters.ts';
import type { ReturnRoad } from './request.ts';

/** On which road each outcome is. */
export const roads: Record<Outcome, ReturnRoad> = { refund: 'original', exchange: 'original', other_product: 'original', store_credit: 'store_credit', keep: 'keep', warranty: 'warranty' };

/** What is alike for all lines of one return at Shopify. */
export interface Part {
  road: ReturnRoad;
  bonusPercentage: number;
}

interface Line {
  outcome: Outcome;
  offer: BestOffer;
}

/** Sorts lines into returns: what takes one road with the same bonus is one. The number beside each line is that of its part. */
export function partsOf(lines: readonly Line[]): { parts: Part[]; partOfLine: number[] } {
  const parts: Part[] = [];
  const partOfLine = lines.map(({ outcome, offer: { offer } }) => {
    const part: Part = { road: roads[outcome], bonusPercentage: offer.allowed ? offer.bonus.percent : 0 };
    const at = parts.findIndex((known) => known.road === part.road && known.bonusPercentage === part.bonusPercentage);
    return at === -1 ? parts.push(part) - 1 : at;
  });
  return { parts, partOfLine };
}

/** Ways back that the shop provides; it takes nothing for what customers do themselves. */
const provided: ReadonlySet<WayBackKind> = new Set<WayBackKind>(['label', 'qr', 'drop_off']);

/** What the way back costs, in the shop's currency: the dearest of the lines, once. Null where its customer pays a carrier directly. */
export function wayBackCost(lines: readonly Line[], kind: WayBackKind): number | null {
  if (!provided.has(kind)) return lines.some(({ offer: { offer } }) => offer.allowed && offer.wayBack.amount === null) ? null : 0;
  const amounts = lines.flatMap(({ offer: { offer } }) => (offer.allowed ? [offer.wayBack.amount] : []));
  return amounts.includes(null) ? null : Math.max(0, ...amounts.map((amount) => amount ?? 0));
}

/** An amount in the shop's currency, in what an order was paid in, at the order's own rate. */
export function inPresentment(amount: number, { currency, presentment_currency, total, total_presentment }: { currency: string; presentment_currency: string; total: bigint; total_presentment: bigint }): number {
  if (currency === presentment_currency) return amount;
  return total === 0n ? 0 : Math.round((amount * Number(total_presentment)) / Number(total));
}
