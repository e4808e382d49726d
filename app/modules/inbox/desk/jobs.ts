import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Brings back what was put away until now. */
export const wakeSnoozedJob = defineJob({ name: 'inbox.wake-snoozed', payload: z.object({}) });
