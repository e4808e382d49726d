import { z } from 'zod';
import type { Setting } from '#app/modules/settings/index.server.ts';
import { troubleKinds } from '../records.ts';

const days = (most: number) => z.coerce.number('number').int('number').min(0, 'tooSmall').max(most, 'tooLarge');

/** From when on something counts as trouble; "business days" leave out weekends and holidays of the place that works. */
export const troubleThresholdsSchema = z.object({
  /** Business days at the origin after the label before "no scan" is said. */
  noFirstScanDays: days(30),
  /** Hours of silence below which nothing is said, however fast the lane is. A weekend fits into the initial value. */
  silenceFloorHours: z.coerce.number('number').int('number').min(24, 'tooSmall').max(720, 'tooLarge'),
  /** Days after the promised one on which a parcel may still come. */
  pastDateGraceDays: days(14),
  /** Business days that customs may take before it is told; an exception at customs is told at once. */
  customsDays: days(30),
  /** Failed handovers that are too many. */
  attempts: z.coerce.number('number').int('number').min(1, 'tooSmall').max(10, 'tooLarge'),
  /** Business days beyond the merchant's own processing time before an unsent order is late. */
  lateToShipGraceDays: days(30),
  /** Orders with one of these tags wait on purpose. Compared without regard to case. */
  waitingTags: z.array(z.string().trim().min(1).max(255, 'tooLarge')).max(50, 'tooLarge'),
  /** Kinds the merchant does not want to hear of. */
  unwatched: z.array(z.enum(troubleKinds)),
});

export type TroubleThresholds = z.infer<typeof troubleThresholdsSchema>;

/** When a parcel or an order is in trouble, as the merchant set it. */
export const troubleThresholdsSetting: Setting<TroubleThresholds> = {
  name: 'trouble-thresholds',
  schema: troubleThresholdsSchema,
  initial: {
    noFirstScanDays: 3,
    silenceFloorHours: 72,
    pastDateGraceDays: 0,
    customsDays: 2,
    attempts: 2,
    lateToShipGraceDays: 1,
    waitingTags: ['preorder', 'pre-order', 'backorder', 'hold', 'on hold'],
    unwatched: [],
  },
};
