import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Learns the shop's lanes anew from what was delivered. */
export const learnLanesJob = defineJob({ name: 'promises.learn', payload: z.object({}), maxAttempts: 3, line: 'promises.learn' });
