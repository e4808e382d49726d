import type { AttentionRow, ImportProgress, OrdersOverview } from '#app/modules/orders/index.server.ts';

/** What the home page shows. */
export interface HomeOverview {
  access: 'ok' | 'needs_reopen';
  figures: OrdersOverview;
  attention: AttentionRow[];
  /** The newest import of the order history, or null before the first. */
  history: ImportProgress | null;
  waitingDataRequests: number;
  setup: {
    dismissed: boolean;
    historyImported: boolean;
    trackingPageOpened: boolean;
    senderTested: boolean;
  };
}
