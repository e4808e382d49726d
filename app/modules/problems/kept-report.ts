import type { Picture } from '#app/platform/files/read-picture.server.ts';
import type { ProblemKind, ProblemWish } from './problem-kinds.ts';

/** A report that fits its order. */
export interface CheckedReport {
  kind: ProblemKind;
  wish: ProblemWish | null;
  words: string;
  shipmentId: bigint | null;
  lines: { lineId: string; quantity: number; title: string }[];
  order: { id: string; name: string; email: string | null; customerId: string | null };
}

/** A photo that is ready to be kept. */
export interface NewPhoto extends Picture {
  id: string;
}

/** A report as it is written down. */
export interface KeptReport extends CheckedReport {
  id: string;
  photos: readonly NewPhoto[];
  locale: string;
}
