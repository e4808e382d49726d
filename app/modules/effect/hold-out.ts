import { day } from '#app/kernel/time.ts';

/** A time in which a share of customers is not told of delays. */
export interface HoldOut {
  id: string;
  /** Percent of customers who are not told. */
  share: number;
  startedAt: Date;
  /** Null while it runs. */
  endedAt: Date | null;
  endedFor: EndedFor | null;
}

export const endings = ['staff', 'harm'] as const;
/** Who ended it: somebody of the shop, or the app because harm was clear. */
export type EndedFor = (typeof endings)[number];

/** The largest share that may be held out, in percent: more than half would be told nothing. */
export const mostHeldOut = 50;

/** Whoever writes within so long of a delay is taken to write about it. */
export const letterWindow = 7 * day;
