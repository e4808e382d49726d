import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Asks the connected sources: registers what is to be followed, polls what has been silent. On a line of its own: one process at a time asks for a shop. */
export const followParcelsJob = defineJob({ name: 'parcels.follow', payload: z.object({}), line: 'sources', maxAttempts: 5 });
