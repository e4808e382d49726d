import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Tells whoever answers customers that something was reported. */
export const problemReportedJob = defineJob({ name: 'problems.reported', payload: z.object({ reportId: z.string() }) });

/** Removes from the file store those of the photos that no row speaks of. */
export const removePhotosJob = defineJob({ name: 'problems.remove-photos', payload: z.object({ photoIds: z.array(z.uuid()) }) });
