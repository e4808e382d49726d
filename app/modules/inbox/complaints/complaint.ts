/** How far a complaint has come; each step is taken once, in this order. */
export const complaintSteps = ['recorded', 'verified', 'resolved', 'called_back'] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

export const verdicts = ['yes', 'partly', 'no'] as const;
export type Verdict = (typeof verdicts)[number];

/** What lay behind it: what a shop learns from. */
export const causes = ['product', 'packing', 'carrier', 'delay', 'service', 'website', 'description', 'other'] as const;
export type Cause = (typeof causes)[number];

/** The step that follows; null: it is over. */
export function stepAfter(step: ComplaintStep): ComplaintStep | null {
  return complaintSteps[complaintSteps.indexOf(step) + 1] ?? null;
}

/** A complaint as a ticket shows it. */
export interface Complaint {
  ticketId: number;
  state: ComplaintStep;
  what: string;
  promisedAt: Date;
  recordedAt: Date;
  verifiedAt: Date | null;
  justified: Verdict | null;
  cause: Cause | null;
  resolvedAt: Date | null;
  resolution: string;
  calledBackAt: Date | null;
}
