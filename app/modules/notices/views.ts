import type { NoticeKind } from './kinds.ts';

/** One kind as the overview shows it, with its figures of the last 30 days. */
export interface NoticeSummary {
  kind: NoticeKind;
  on: boolean;
  /** The outbox sent it or is about to. */
  told: number;
  held: number;
  failed: number;
}

/** A notice as a customer would get it. */
export interface NoticePreview {
  kind: NoticeKind;
  on: boolean;
  locale: string;
  /** The number of the order it is written about; null where the shop has none and a made-up one serves. */
  order: string | null;
  /** What was asked for is no order of this shop. */
  notFound: boolean;
  subject: string;
  html: string;
  text: string;
}
