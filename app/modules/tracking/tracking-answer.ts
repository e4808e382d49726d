import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { PageWishes } from './page-wishes.server.ts';
import type { TrackedOrder } from './tracked-order.ts';
import type { TrackingKey } from './words.ts';
import type { FormState } from './ui/look-up-form.tsx';

/** What the visitor has shown, as the page goes on with it. */
export interface Proven {
  /** The key that every form of the page carries on. */
  key: string;
  /** Carriers' own words and amounts may be shown. */
  personal: boolean;
  /** Reports are taken without a code. */
  action: boolean;
}

/** What happens after a code was right; `late`: the report is about what is late. */
export type AfterCode = 'order' | 'report' | 'late';

export type CodeStep =
  | { step: 'ask' }
  | { step: 'enter'; to: string | null; isWrong: boolean; /** A number of the form, where it may be sent again. */ form?: string }
  | { step: 'limited'; retryAfter: number };

/** What somebody had put into the report form when it was refused. */
export interface ReportDraft {
  kind: string;
  wish: string;
  shipmentId: string;
  lines: readonly { lineId: string; quantity: number }[];
  words: string;
}

/** Why nothing was looked up. `byMail`: what was named right is on its way to its own mailbox. */
export type NotLookedUp = { kind: 'limited'; retryAfter: number; byMail?: true } | { kind: 'unavailable' };

/** What a visit to the tracking page ends in. */
export type TrackingAnswer =
  | { kind: 'form'; form: FormState }
  | { kind: 'number-unknown'; number: string; error: 'missing' | 'miss' }
  | NotLookedUp
  /** `wishes` where what the merchant wants of the page was read with the order. */
  | { kind: 'order'; tracked: TrackedOrder; proven: Proven; wishes?: PageWishes }
  | { kind: 'parcel'; parcel: ParcelStory }
  | { kind: 'code'; key: string; after: AfterCode; state: CodeStep }
  | { kind: 'report'; tracked: TrackedOrder; proven: Proven; formId: string; draft: ReportDraft; error: TrackingKey | null }
  | { kind: 'reported'; orderName: string; key: string };
