import type { WordedKind } from '#app/modules/notices/index.server.ts';
import type { SendingTroubles } from '#app/modules/sending/index.server.ts';
import type { AttentionRow, ImportProgress, OrdersOverview } from '#app/modules/orders/index.server.ts';

/** What the home page shows. */
export interface HomeOverview {
  access: 'ok' | 'needs_reopen';
  figures: OrdersOverview;
  /** What is wrong with parcels, the most frequent first. */
  troubles: { open: number; groups: { kind: string; cause: string | null; count: number }[] };
  /** Orders that wait for another reason than a trouble. */
  attention: AttentionRow[];
  /** Kinds of notices of which the merchant's own words fail: the app's are sent. */
  failingWords: WordedKind[];
  /** Addresses customers write to whose mail does not come in. */
  failingMail: string[];
  /** What was begun at Shopify for returns and refunds and waits for a person. */
  stopped: number;
  /** What keeps messages from leaving, or from leaving from the shop's own domain. */
  sending: SendingTroubles;
  /** The newest import of the order history, or null before the first. */
  history: ImportProgress | null;
  waitingDataRequests: number;
  setup: {
    dismissed: boolean;
    historyImported: boolean;
    trackingPageOpened: boolean;
    senderTested: boolean;
    /** Mail to an address of the shop comes into the inbox. */
    addressProved: boolean;
    /** Customers may begin returns. */
    returnsOpen: boolean;
  };
}

/** Where the set-up guide leads out of the app. */
export interface HomePlaces {
  /** The customers' tracking page on the storefront. */
  trackingPage: string;
  /** The theme editor with our block ready to be placed. */
  themeEditor: string;
}
