import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Looks again at open conversations whose customer came to be valued. */
export const catchUpTiersJob = defineJob({ name: 'inbox.catch-up-tiers', payload: z.object({}) });
