import { day, hour } from '#app/kernel/time.ts';
import type { ParcelCause, ParcelStatus, Scan } from '#app/modules/carriers/index.server.ts';
import { compareScans, mergeScans } from './merge-scans.ts';

/** How a parcel stands by its scans. */
export interface Standing {
  status: ParcelStatus;
  cause: ParcelCause | null;
  /** Since when; null where no scan says. */
  since: Date | null;
  /** Failed handovers. */
  attempts: number;
  /** It turned round: nobody should wait for it any more. */
  goingBack: boolean;
  /** Scans by a carrier's hands; a label made in an office is none. */
  firstScanAt: Date | null;
  lastScanAt: Date | null;
  lastPlace: string | null;
  lastCountry: string | null;
  deliveredAt: Date | null;
  returnedAt: Date | null;
  /** What was told last about the day. */
  told: { at: Date; source: 'carrier' | 'shopify' } | null;
}

/** After so long without news nobody knows any more (the field's usual figure for `expired`). */
const silenceUntilExpired = 30 * day;
/** Scans that tell of one failed handover lie closer together than this. */
const oneAttempt = 4 * hour;
/** A carrier's clocks disagree by minutes; what comes so much after a delivery says that the delivery was none. */
const deliveryStands = 1 * hour;

/** What stays although later scans say `in_transit`: the parcel lies in a depot or shop and its customer has something to do. */
const waitsForCustomer: ReadonlySet<ParcelStatus> = new Set(['attempted', 'ready_for_pickup']);

/**
 * The state of a parcel as a pure fold over its scans, in whatever order they were told.
 * - A delivery stands, unless it is on its way back (then it is returned), or a handover is tried again an hour or more later.
 * - Once on its way back it stays so.
 * - A delay, a hold at customs, a loss end with the next scan that shows it moving; an attempt or a waiting parcel only by what follows it.
 * - A label printed after the first scan is paper, not a step back.
 */
export function foldScans(told: readonly Scan[], now: Date): Standing {
  const scans = mergeScans(told).sort(compareScans);
  const standing: Standing = {
    status: 'pre_shipment', cause: null, since: null, attempts: 0, goingBack: false, firstScanAt: null, lastScanAt: null,
    lastPlace: null, lastCountry: null, deliveredAt: null, returnedAt: null, told: null,
  };
  let lastAttemptAt: Date | null = null;
  for (const scan of scans) {
    if (scan.estimatedDeliveryAt) standing.told = { at: scan.estimatedDeliveryAt, source: scan.source === 'shopify' ? 'shopify' : 'carrier' };
    if (scan.status === null) continue;
    seen(standing, scan);
    if (scan.status === 'attempted' && (lastAttemptAt === null || scan.happenedAt.getTime() - lastAttemptAt.getTime() >= oneAttempt)) {
      standing.attempts += 1;
      lastAttemptAt = scan.happenedAt;
    }
    step(standing, scan);
  }
  const lastNews = scans.at(-1)?.happenedAt;
  if (lastNews && now.getTime() - lastNews.getTime() > silenceUntilExpired && standing.deliveredAt === null && standing.returnedAt === null && standing.cause !== 'label_voided') {
    return { ...standing, status: 'expired', since: new Date(lastNews.getTime() + silenceUntilExpired) };
  }
  return standing;
}

function seen(standing: Standing, { status, happenedAt, place }: Scan): void {
  if (status === 'pre_shipment') return;
  standing.firstScanAt ??= happenedAt;
  standing.lastScanAt = happenedAt;
  standing.lastPlace = place.city ?? standing.lastPlace;
  standing.lastCountry = place.country ?? standing.lastCountry;
}

function step(standing: Standing, { status, cause, happenedAt }: Scan): void {
  if (status === null) return;
  if (status === 'delivered') {
    if (standing.goingBack) {
      standing.returnedAt ??= happenedAt;
      return;
    }
    standing.deliveredAt ??= happenedAt;
    return become(standing, 'delivered', null, happenedAt);
  }
  if (standing.goingBack) return;
  if (status === 'exception' && (cause === 'returned_to_sender' || cause === 'refused' || cause === 'unclaimed')) {
    // Refused and unclaimed parcels go home too, but only the way back itself is sure of it.
    standing.goingBack = cause === 'returned_to_sender';
    standing.deliveredAt = null;
    return become(standing, 'exception', cause, happenedAt);
  }
  if (standing.deliveredAt !== null) {
    const triedAgain = status === 'out_for_delivery' || status === 'attempted' || status === 'ready_for_pickup';
    if (!triedAgain || happenedAt.getTime() - standing.deliveredAt.getTime() < deliveryStands) return;
    standing.deliveredAt = null;
  }
  if (status === 'pre_shipment' && standing.firstScanAt !== null) return;
  if (status === 'in_transit' && waitsForCustomer.has(standing.status)) return;
  become(standing, status, cause, happenedAt);
}

function become(standing: Standing, status: ParcelStatus, cause: ParcelCause | null, at: Date): void {
  if (standing.status === status && standing.cause === cause) {
    standing.since ??= at;
    return;
  }
  standing.status = status;
  standing.cause = cause;
  standing.since = at;
}
