/** What people find when they look at units that came back. */
export const findings = ['good', 'damaged', 'missing', 'wrong_item'] as const;
export type Finding = (typeof findings)[number];

/** In what state units came back that are good, or damaged. */
export const grades = ['as_new', 'worn', 'spoiled'] as const;
export type Grade = (typeof grades)[number];

/** What becomes of units, in Shopify's words. */
export const dispositions = ['RESTOCKED', 'NOT_RESTOCKED', 'PROCESSING_REQUIRED', 'MISSING'] as const;
export type Disposition = (typeof dispositions)[number];

/** What is usually done with units of a finding; whoever looks decides. */
export const usual: Record<Finding, { disposition: Disposition; accepted: boolean }> = {
  good: { disposition: 'RESTOCKED', accepted: true },
  damaged: { disposition: 'NOT_RESTOCKED', accepted: true },
  missing: { disposition: 'MISSING', accepted: false },
  wrong_item: { disposition: 'PROCESSING_REQUIRED', accepted: false },
};

/** Units of a return line that were looked at together. */
export interface FoundUnits {
  /** Shopify's number of the return line. */
  lineId: string;
  quantity: number;
  finding: Finding;
  grade: Grade | null;
  disposition: Disposition;
  /** Shopify's number of the place where they are; without one they cannot be restocked. */
  locationId: string | null;
  accepted: boolean;
  /** Why nothing is given for them, in words the customer reads. */
  refusal: string | null;
  /** For the shop alone. */
  note: string | null;
}
