import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Gives what waits for somebody of a team to whoever can take it. */
export const assignWaitingJob = defineJob({ name: 'inbox.assign-waiting', payload: z.object({}), line: 'inbox.assign' });
