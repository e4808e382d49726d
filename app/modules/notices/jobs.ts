import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Looks at what is true of an order and tells its customer what is due. */
export const decideNoticesJob = defineJob({ name: 'notices.decide', payload: z.object({ orderId: z.string() }) });

/** Several changes of one order that wait are looked at once. */
export const decideKey = (orderId: string) => `${decideNoticesJob.name}:${orderId}`;
/** The look at what falls due later waits beside the one that a change asks for. */
export const dueKey = (orderId: string) => `${decideNoticesJob.name}:due:${orderId}`;
