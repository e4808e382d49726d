import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Removes from the file store those of the photos that no request speaks of. */
export const removeRequestPhotosJob = defineJob({ name: 'returns.remove-photos', payload: z.object({ keys: z.array(z.string()) }) });
