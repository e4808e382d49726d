import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Takes one message to its end: sent, failed, unknown, or queued for another attempt. */
export const deliverJob = defineJob({
  name: 'outbox.deliver',
  payload: z.object({ id: z.string().regex(/^\d+$/) }),
});

/** The same for an answer that somebody waits for: no burst of notices goes before it. */
export const answerJob: typeof deliverJob = { ...deliverJob, urgent: true };

/** Something became of a letter: it left, came back, or was refused. */
export const letterMovedJob = defineJob({ name: 'outbox.letter-moved', payload: z.object({ id: z.string().regex(/^\d+$/) }) });

/** Looks whether the messages are known by now that providers told of. */
export const matchEarlyNewsJob = defineJob({ name: 'outbox.match-early-news', payload: z.object({}) });

/** The key of the job that delivers a message. */
export const deliveryKey = (id: bigint) => `outbox:${id}`;
/** The key of the job that looks after a claim, should its worker die. */
export const claimWatchKey = (id: bigint) => `outbox-claim:${id}`;
