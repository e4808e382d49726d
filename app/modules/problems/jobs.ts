import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Removes from the file store those of the photos that no row speaks of. */
export const removePhotosJob = defineJob({ name: 'problems.remove-photos', payload: z.object({ photoIds: z.array(z.uuid()) }) });
