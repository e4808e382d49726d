import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Looks after what is set aside: what nobody heard the end of, whose time is over, whose return is. */
export const settleHoldsJob = defineJob({ name: 'returns.settle-holds', payload: z.object({ orderId: z.string().optional() }), line: 'returns.holds' });
