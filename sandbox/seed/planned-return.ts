/** What the merchant makes of a return. */
export type ReturnEnd = 'credited' | 'declined' | 'exchanged' | 'refunded';

/** Everything that will happen with one return. */
export interface PlannedReturn {
  /** Index into the order's lines. */
  line: number;
  reason: string;
  note: string | null;
  end: ReturnEnd;
  requestedAt: Date;
  decidedAt: Date;
  sentAt: Date;
  receivedAt: Date;
  number: string;
  /** Whether what came back may be sold again. */
  sellable: boolean;
}
