import type { WayBackChoice } from '#app/modules/labels/index.pure.ts';
import type { Owed, Plan, RequestSummary, RequestView } from '#app/modules/returns/index.pure.ts';
import type { ExchangeProduct, FoundProducts } from '#app/modules/returns/index.server.ts';
import type { CodeStep, FormState, NotLookedUp } from '#app/modules/tracking/index.pure.ts';
import type { Draft } from './draft-store.server.ts';
import type { GiftForm } from './gift-form.ts';
import type { Scene, StepProblem } from './steps.ts';
import type { PortalKey } from './words.ts';

/** What somebody who may act on an order holds on every page. */
export interface Held {
  key: string;
  draft: Pick<Draft, 'id' | 'revision'>;
}

/** What a line may be exchanged for, as far as it was looked for. */
export interface ExchangeOffer {
  lineId: string;
  /** Null where the shop does not sell it. */
  product: ExchangeProduct | null;
  /** What was found by words; null where a product is chosen, or none may be. */
  found: (FoundProducts & { words: string }) | null;
}

/** A way back that may be chosen, in the customer's words. */
export interface WayToGo {
  choice: Pick<WayBackChoice, 'kind' | 'placeId'>;
  title: string;
  about: string;
  cost: string;
  /** The customer chooses a carrier, and may tell its number. */
  asksForNumber: boolean;
  place: { name: string; address: string; hours: string; url: string } | null;
  packing: string[];
}

/** What a parcel is sent back with. */
export interface ReturnLabel {
  id: string;
  /** Where its file, and its code, can be had. */
  label: string | null;
  qr: string | null;
  carrier: string | null;
  number: string | null;
}

/** A parcel that the customer sends with a carrier of their own. */
export interface OwnParcel {
  carrier: string;
  number: string;
  isWrong: boolean;
}

interface AtStep {
  kind: 'step';
  held: Held;
  scene: Scene;
  problems: StepProblem[];
}

/** What a visit to the portal ends in. */
export type PortalAnswer =
  /** What was begun before goes on, for who holds a key. */
  | { kind: 'closed'; key: null }
  | { kind: 'closed'; key: string; requests: RequestSummary[] }
  | { kind: 'entry'; form: FormState; /** Recipients of gifts have a way in of their own. */ gifts: boolean }
  | { kind: 'gift'; form: GiftForm }
  | NotLookedUp
  | { kind: 'code'; key: string; state: CodeStep }
  | { kind: 'gone' }
  | (AtStep & { step: 'items' | 'reasons' | 'outcomes' })
  | (AtStep & { step: 'exchange'; offers: ExchangeOffer[] })
  | (AtStep & { step: 'evidence'; lineId: string })
  | (AtStep & { step: 'back'; ways: WayToGo[] })
  | (Omit<AtStep, 'problems'> & { step: 'review'; plan: Plan; way: WayToGo | null; notice: Extract<PortalKey, `review.${string}`> | null })
  /** Shopify counts otherwise than we do, so nothing is promised. */
  | { kind: 'different'; held: Held }
  | { kind: 'request'; key: string; view: RequestView; labels: ReturnLabel[]; way: WayToGo | null; /** The number of the customer's own parcel, as far as it is known; null where the shop sends a label. */ own: OwnParcel | null; /** What of an exchange is still to be paid, and where. */ owed: Owed | null; notice: Extract<PortalKey, `request.${string}`> | null }
  | { kind: 'cancel'; key: string; view: RequestView };
