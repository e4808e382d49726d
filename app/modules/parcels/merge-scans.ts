import { isSameScan, scanRichness, type Scan } from '#app/modules/carriers/index.server.ts';

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
    else if (scanRichness(scan) > scanRichness(held)) kept[twin] = { ...scan, estimatedDeliveryAt: scan.estimatedDeliveryAt ?? held.estimatedDeliveryAt };
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
