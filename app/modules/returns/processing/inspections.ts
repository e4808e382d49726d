import type { Finding, Grade } from './finding.ts';

/** Units that somebody looked at, and what they found. */
export interface Inspection {
  id: string;
  returnId: string;
  lineId: string;
  quantity: number;
  finding: Finding;
  grade: Grade | null;
  /** Shopify's word in lower case. */
  disposition: string;
  accepted: boolean;
  /** Why nothing is given for them, in words for the customer. */
  refusal: string | null;
  note: string | null;
  by: string | null;
  at: Date;
}

/** Units of each line for which nothing is given. */
export function refusedUnits(inspections: readonly Pick<Inspection, 'accepted' | 'lineId' | 'quantity'>[]): Map<string, number> {
  const refused = new Map<string, number>();
  for (const { accepted, lineId, quantity } of inspections) if (!accepted) refused.set(lineId, (refused.get(lineId) ?? 0) + quantity);
  return refused;
}
