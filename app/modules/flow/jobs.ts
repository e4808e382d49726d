import { z } from 'zod';
import type { ParcelNews } from '#app/modules/parcels/index.server.ts';
import { defineJob } from '#app/platform/jobs/job.server.ts';

const news: z.ZodType<ParcelNews> = z.object({
  kind: z.enum(['delayed', 'exception', 'delivered', 'lost', 'returning', 'recovered']),
  orderId: z.string(),
  shipmentId: z.string(),
  troubleId: z.string().nullable(),
  happenedAt: z.string(),
  cause: z.string().nullable(),
});

/** Tells Shopify Flow one piece of news, so that what fails is tried again by itself and nothing else twice. A burst of news holds one worker, not all. */
export const fireTriggerJob = defineJob({ name: 'flow.fire', payload: news, line: 'flow' });
