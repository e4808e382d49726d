import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Looks at the parcels whose time has come, and at orders that should have left. */
export const watchParcelsJob = defineJob({ name: 'parcels.watch', payload: z.object({}), maxAttempts: 3, line: 'parcels' });

/** Looks at every open parcel anew: limits, holidays or disruptions were changed. */
export const recheckParcelsJob = defineJob({ name: 'parcels.recheck', payload: z.object({}), maxAttempts: 3, line: 'parcels' });
