import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Tells the shop's theme what is planned. */
export const publishPeakJob = defineJob({ name: 'peak.publish', payload: z.object({}) });

/** Announces a profile to those who come after a customer. */
export const announcePeakJob = defineJob({ name: 'peak.announce', payload: z.object({ id: z.string(), after: z.string() }) });

/** A page of an announcement waits once. */
export const announceKey = (id: string, after: string) => `${announcePeakJob.name}:${id}:${after}`;
