import type { ParcelBack } from '#app/modules/parcels/index.server.ts';
import { nextStep, type NextStep } from './next-step.ts';

interface Standing {
  status: string;
  lines: readonly { quantity: number; processed: number }[];
  exchangeLines: readonly { quantity: number; processed: number }[];
  received: readonly { quantity: number }[];
  /** Units that were looked at and for which nothing is given. */
  refused: number;
}

type Parcel = 'none' | 'moving' | 'arrived';

/** What a return waits for, by its lines, what was received and how far its parcels have come. */
export function stepOf({ status, lines, exchangeLines, received, refused }: Standing, parcel: Parcel): NextStep {
  const units = { returned: total(lines, 'quantity'), processed: total(lines, 'processed'), disposed: received.reduce((sum, row) => sum + row.quantity, 0), refused };
  return nextStep({ status, units, exchange: { wanted: total(exchangeLines, 'quantity'), processed: total(exchangeLines, 'processed') }, parcel });
}

/** When any of a return was with the shop: the first of what its carriers say and of what was looked at. */
export function receivedAt(deliveries: readonly { id: string }[], parcels: readonly Pick<ParcelBack, 'arrivedAt' | 'id'>[], lookedAt: readonly Date[]): Date | null {
  const arrived = parcels.filter(({ id }) => deliveries.some((delivery) => delivery.id === id)).flatMap(({ arrivedAt }) => arrivedAt ?? []);
  return [...arrived, ...lookedAt].toSorted((left, right) => left.getTime() - right.getTime())[0] ?? null;
}

/** How far the furthest of a return's parcels has come. */
export function furthestOf(deliveries: readonly { id: string }[], parcels: readonly Pick<ParcelBack, 'id' | 'firstScanAt' | 'arrivedAt'>[]): Parcel {
  const own = parcels.filter(({ id }) => deliveries.some((delivery) => delivery.id === id));
  if (own.some(({ arrivedAt }) => arrivedAt !== null)) return 'arrived';
  return own.some(({ firstScanAt }) => firstScanAt !== null) ? 'moving' : 'none';
}

function total(rows: Standing['lines'], of: 'quantity' | 'processed'): number {
  return rows.reduce((sum, row) => sum + row[of], 0);
}
