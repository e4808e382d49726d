import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Lets a message leave whose time has come, and brings its ticket where its writer wanted it then. */
export const sendReplyJob = defineJob({
  name: 'inbox.send-reply',
  payload: z.object({ messageId: z.string().regex(/^\d+$/), afterwards: z.enum(['solved', 'waiting_third', 'open']).nullable() }),
});

/** Says that a message came in, and when an answer comes. */
export const acknowledgeJob = defineJob({ name: 'inbox.acknowledge', payload: z.object({ messageId: z.string().regex(/^\d+$/) }) });

/** The key of the job that lets a message leave. */
export const sendReplyKey = (messageId: bigint): string => `${sendReplyJob.name}:${messageId}`;
