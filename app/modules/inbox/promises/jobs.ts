import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Looks at the promises of a conversation again when one has to be warned of or is broken. */
export const watchPromisesJob = defineJob({ name: 'inbox.watch-promises', payload: z.object({ ticketId: z.number().int() }) });
