import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Takes away the sign-ins that are over, with their tokens. */
export const sweepSessionsJob = defineJob({ name: 'account-entry.sweep', payload: z.object({}) });
