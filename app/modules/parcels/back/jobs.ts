import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Parcels of these orders moved on their way back. Bound in wiring to whoever waits for what they hold. */
export const parcelsBackMovedJob = defineJob({ name: 'parcels.back-moved', payload: z.object({ orderIds: z.array(z.string()) }) });
