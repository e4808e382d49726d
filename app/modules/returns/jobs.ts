import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Reads the returns of orders that are to be read, a few at a time, until none is left. On a line of its own: one reading follows the other. */
export const readReturnsJob = defineJob({ name: 'returns.read', payload: z.object({}), line: 'returns.read' });

/** Finds the order of a return, or of a reverse fulfillment order, that is not known here; Shopify names these alone. */
export const locateReturnJob = defineJob({ name: 'returns.locate', payload: z.object({ returnId: z.string() }).or(z.object({ workId: z.string() })), line: 'returns.read' });

/** Looks which orders have returns that were never read, or changed since. */
export const catchUpReturnsJob = defineJob({ name: 'returns.catch-up', payload: z.object({}), maxAttempts: 3, line: 'returns.read' });

/** Gives what was agreed for an order's returns once it is due, and closes what is over. */
export const settleReturnsJob = defineJob({ name: 'returns.settle', payload: z.object({ orderId: z.string() }), maxAttempts: 8 });

/** A reading brought something of an order's returns; several readings that wait are passed on once. */
export const returnsChangedJob = defineJob({ name: 'returns.changed', payload: z.object({ orderId: z.string() }) });
