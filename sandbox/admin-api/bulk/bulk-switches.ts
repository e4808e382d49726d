import { z } from 'zod';

/** How the bulk operations of one shop are made slow or made to fail, until told otherwise. */
export const bulkSwitchesSchema = z.object({
  /** Pause after each chunk of 200 root rows, so that an operation can be watched. */
  pauseMilliseconds: z.int().min(0).default(0),
  /** Fail once this many root rows are written, leaving them as partial data; null lets operations run to their end. */
  failAfterRoots: z.int().min(0).nullable().default(null),
  errorCode: z.enum(['ACCESS_DENIED', 'INTERNAL_SERVER_ERROR', 'TIMEOUT']).default('INTERNAL_SERVER_ERROR'),
  /** How many downloads of a result break off in the middle. */
  brokenDownloads: z.int().min(0).default(0),
});

export type BulkSwitches = z.infer<typeof bulkSwitchesSchema>;

/** Bulk operations as Shopify runs them. */
export function asShopify(): BulkSwitches {
  return bulkSwitchesSchema.parse({});
}
