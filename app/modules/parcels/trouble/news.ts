import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';
import type { TroubleOutcome } from '../records.ts';

const parcelNewsSchema = z.object({
  kind: z.enum(['delayed', 'exception', 'delivered', 'lost', 'returning', 'recovered']),
  orderId: z.string(),
  shipmentId: z.string(),
  troubleId: z.string().nullable(),
  happenedAt: z.iso.datetime(),
  cause: z.string().nullable(),
});

/** Something that happened to a parcel and that others may act upon. */
export type ParcelNews = z.infer<typeof parcelNewsSchema>;

/** What happened to parcels, for those who pass it on. Written with the journal's line in one transaction; history that was imported is no news. */
export const parcelNewsJob = defineJob({ name: 'parcels.news', payload: z.object({ news: z.array(parcelNewsSchema).min(1) }) });

/** What an opened trouble means to others, or null where it concerns the merchant alone. */
export function newsOfOpening(kind: string, cause: string | null, status: string | number | null | undefined): ParcelNews['kind'] | null {
  switch (kind) {
    case 'silent':
    case 'past_date':
    case 'no_first_scan':
      return 'delayed';
    case 'exception':
      if (cause === 'lost') return 'lost';
      return status === 'delayed' ? 'delayed' : 'exception';
    case 'customs':
      return status === 'exception' ? 'exception' : 'delayed';
    case 'attempts':
      return 'exception';
    case 'returning':
      return 'returning';
    default:
      return null;
  }
}

/** What a closed trouble means to others: deliveries and returns are told by their own scans. */
export function newsOfClosing(kind: string, outcome: TroubleOutcome): ParcelNews['kind'] | null {
  return outcome === 'recovered' && kind !== 'number_wrong' && kind !== 'denied' && kind !== 'late_to_ship' ? 'recovered' : null;
}
