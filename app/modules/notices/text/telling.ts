import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { NoticeKind } from '../kinds.ts';
import type { Milestone } from '../milestone.ts';
import type { ReturnTold } from '../return-told.ts';
import type { NoticeLine, NoticeOrder } from '../read-order.server.ts';

/** What a notice is written from. */
export interface Telling {
  kind: NoticeKind;
  order: Pick<NoticeOrder, 'name' | 'locale' | 'zone'>;
  /** The parcels it is about; none where it is about the whole order. */
  parcels: readonly ParcelStory[];
  lines: readonly NoticeLine[];
  /** How many delays of this parcel were told before. */
  delays: number;
  /** The stop on the way that was reached; none for the first scan. */
  milestone?: Milestone | null;
  /** The return it is about; none where it is about something else. */
  back?: ReturnTold | null;
  link: string;
  /** Where a review is written; of a request for one. */
  reviewUrl?: string | null;
  /** What is added to the text in a busy time. */
  note?: string | null;
  now: Date;
}
