import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Asks the customer of a solved ticket how they were helped. */
export const askSatisfactionJob = defineJob({ name: 'inbox.ask-satisfaction', payload: z.object({ ticketId: z.number().int() }) });
