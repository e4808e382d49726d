import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Applies what came in, one batch of a shop after the other, before work that may wait. Storing a receipt writes it too (`app.store_receipts`). */
export const drainReceiptsJob = defineJob({ name: 'webhooks.drain', payload: z.object({}), line: 'mirror', urgent: true });

/** Tries one receipt again that failed alone. */
export const retryReceiptJob = defineJob({ name: 'webhooks.retry', payload: z.object({ receipt: z.string().regex(/^\d+$/) }), line: 'mirror' });

/** Deletes receipts that were settled long enough ago. */
export const purgeReceiptsJob = defineJob({ name: 'webhooks.purge', payload: z.object({}) });
