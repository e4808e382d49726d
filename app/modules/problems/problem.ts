import { createHash } from 'node:crypto';
import { minute } from '#app/kernel/time.ts';
import type { PictureProblem } from '#app/platform/files/picture-refused.ts';

/** What one report may hold. */
export const problemLimits = { words: 2_000, photos: 5 } as const;

/** The same told again within this time is the same report, even from another tab. */
export const toldAgainWithin = 10 * minute;

/** A report as a customer sends it. */
export interface ProblemReport {
  orderId: string;
  /** The parcel it is about, or null for the order as a whole. */
  shipmentId: string | null;
  kind: string;
  /** What would be liked instead, of what is late; anything else has none. */
  wish: string;
  lines: readonly { lineId: string; quantity: number }[];
  words: string;
  /** As they were sent: nothing has been believed about them yet. */
  photos: readonly Uint8Array[];
  locale: string;
  /** Made for one form; the same form sent twice is one report. */
  idempotencyKey: string;
  /** Whose attempts are counted together. */
  visitor: string;
}

/** Why a report was not taken, for the page to say at its field. */
export type Refusal = 'kind_unknown' | 'wish_missing' | 'lines_unknown' | 'parcel_unknown' | 'words_missing' | 'words_too_long' | PictureProblem;

/** The report's number: its first half is the same for the same content, its second for the same form. */
export function problemId({ orderId, shipmentId, kind, wish, lines, words, photos, idempotencyKey }: ProblemReport): { id: string; content: string } {
  const sorted = lines.map(({ lineId, quantity }) => `${lineId}x${quantity}`).sort();
  const content = digest(JSON.stringify([orderId, shipmentId, kind, wish, sorted, words.trim(), photos.map(digest)])).slice(0, 24);
  return { id: `${content}-${digest(idempotencyKey).slice(0, 16)}`, content };
}

/** True for what could be the number of a report or of a photo: anything else is not asked for. */
export function isReference(text: string): boolean {
  return /^[0-9a-f-]{1,64}$/.test(text);
}

function digest(what: string | Uint8Array): string {
  return createHash('sha256').update(what).digest('hex');
}
