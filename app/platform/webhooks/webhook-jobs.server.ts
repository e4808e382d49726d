import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Applies what came in. On the line of everything that changes the mirror, so that one shop's changes follow each other. */
export const drainReceiptsJob = defineJob({ name: 'webhooks.drain', payload: z.object({}), line: 'mirror' });

/** Tries one receipt again that failed alone. */
export const retryReceiptJob = defineJob({ name: 'webhooks.retry', payload: z.object({ receipt: z.string().regex(/^\d+$/) }), line: 'mirror' });

/** Deletes receipts that were settled long enough ago. */
export const purgeReceiptsJob = defineJob({ name: 'webhooks.purge', payload: z.object({}) });
