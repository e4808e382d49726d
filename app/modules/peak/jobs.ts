import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Tells the shop's theme what is planned. */
export const publishPeakJob = defineJob({ name: 'peak.publish', payload: z.object({}) });
