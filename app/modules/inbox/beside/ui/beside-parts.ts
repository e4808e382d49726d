import { createContext, useContext, type ComponentType } from 'react';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import type { BesideOrder } from '../beside-view.ts';

/** What other rooms show of an order here, each in its own words; the page that shows the panel hands them over. */
export interface BesideParts {
  OrderBadges: ComponentType<{ order: Pick<BesideOrder, 'financialStatus' | 'fulfillmentStatus'> }>;
  AddressLines: ComponentType<{ address: NonNullable<BesideOrder['goesTo']> }>;
  ParcelBadges: ComponentType<{ parcel: BesideOrder['parcels'][number] }>;
  ProblemName: ComponentType<{ kind: string }>;
  ProblemBadge: ComponentType<{ state: string }>;
  ReturnBadge: ComponentType<{ status: string }>;
  NoticeName: ComponentType<{ kind: string }>;
  ChannelName: ComponentType<{ channel: string }>;
  MessageBadge: ComponentType<{ state: string }>;
  /** What happened to the order, as its own story says it. */
  Happened: ComponentType<{ entry: JournalEntry }>;
}

const PartsContext = createContext<BesideParts | null>(null);

/** Around the panel. */
export const PartsProvider = PartsContext.Provider;

/** The parts that other rooms lend. */
export function useParts(): BesideParts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('Nobody lends the panel its parts.');
  return parts;
}
