import type { ParcelCause } from '#app/modules/carriers/index.server.ts';
import type { NoticeKind } from './kinds.ts';
import type { Milestone } from './milestone.ts';

/** How something can stand that is told; causes are those that a carrier names. */
export type Situation = 'one' | 'several' | 'carrier_comes' | 'shop_comes' | 'first' | 'second' | 'later' | 'silent' | 'first_scan' | 'no_label' | 'with_label' | Milestone | (typeof toldCauses)[number];

const toldCauses = ['address', 'customs', 'payment', 'damaged', 'lost', 'refused', 'unclaimed', 'held', 'security', 'not_home'] as const satisfies readonly ParcelCause[];

/** The kinds that are worded in more than one way; the first is the usual. */
const known: Partial<Record<NoticeKind, readonly Situation[]>> = {
  shipped: ['one', 'several'],
  in_transit: ['first_scan', 'arrived', 'cleared'],
  out_for_delivery: ['carrier_comes', 'shop_comes', 'several'],
  delivered: ['one', 'several'],
  attempted: ['not_home', 'address'],
  delay: ['first', 'second', 'later', 'silent'],
  return_approved: ['no_label', 'with_label'],
  exception: ['address', 'customs', 'payment', 'damaged', 'lost', 'refused', 'unclaimed', 'held', 'security'],
};

/** The situations of a kind; none where it is always worded the same. */
export const situationsOf = (kind: NoticeKind): readonly Situation[] => known[kind] ?? [];

/** The named situation of a kind, else its usual one. */
export function situationOf(kind: NoticeKind, name: string | null): Situation | null {
  const all = situationsOf(kind);
  return all.find((one) => one === name) ?? all[0] ?? null;
}

/** The cause a situation is about. */
export function causeOf(situation: Situation | null): ParcelCause | null {
  return toldCauses.find((cause) => cause === situation) ?? null;
}
