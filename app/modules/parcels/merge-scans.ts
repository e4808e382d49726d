import { hour } from '#app/kernel/time.ts';
import type { Scan } from '#app/modules/carriers/index.server.ts';

/** Two sources that pass on one carrier's scan round and shift its time; further apart it is another scan. */
const sameScan = 1.5 * hour;

/**
 * One line of scans out of what several sources told, oldest first. What two sources tell of one scan stands once: the telling that
 * knows the place, then the one that knows the cause. Within one source nothing is dropped: its keys keep repeats out already.
 */
export function mergeScans(scans: readonly Scan[]): Scan[] {
  const kept: Scan[] = [];
  for (const scan of [...scans].sort(compareScans)) {
    const twin = kept.findIndex((other) => isSameScan(other, scan));
    const held = kept[twin];
    if (!held) kept.push(scan);
    else if (richness(scan) > richness(held)) kept[twin] = { ...scan, estimatedDeliveryAt: scan.estimatedDeliveryAt ?? held.estimatedDeliveryAt };
  }
  return kept.sort(compareScans);
}

/** In the order they happened; within one moment as a journey goes. */
export function compareScans(left: Scan, right: Scan): number {
  return left.happenedAt.getTime() - right.happenedAt.getTime() || progress[left.status ?? 'none'] - progress[right.status ?? 'none'] || (left.id < right.id ? -1 : 1);
}

const progress: Record<NonNullable<Scan['status']> | 'none', number> = {
  none: 0,
  pre_shipment: 1,
  in_transit: 2,
  delayed: 3,
  out_for_delivery: 4,
  attempted: 5,
  exception: 6,
  ready_for_pickup: 7,
  delivered: 8,
  expired: 9,
};

function isSameScan(left: Scan, right: Scan): boolean {
  if (left.source === right.source || left.status === null || left.status !== right.status) return false;
  if (left.cause !== null && right.cause !== null && left.cause !== right.cause) return false;
  if (Math.abs(left.happenedAt.getTime() - right.happenedAt.getTime()) > sameScan) return false;
  const [here, there] = [left.place.city, right.place.city];
  return here === null || there === null || here.toLowerCase() === there.toLowerCase();
}

function richness({ cause, place, source }: Scan): number {
  return (place.city === null ? 0 : 4) + (cause === null ? 0 : 2) + (source === 'shopify' ? 0 : 1);
}
