import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Removes from the file store what no label speaks of. */
export const removeLabelFilesJob = defineJob({ name: 'labels.remove-files', payload: z.object({ labelIds: z.array(z.uuid()) }) });

/** Asks what became of labels that were given back. */
export const lookAtGiveBacksJob = defineJob({ name: 'labels.look-at-give-backs', payload: z.object({}), maxAttempts: 3 });

/** Reads where the shop's returns may go. */
export const readReturnAddressesJob = defineJob({ name: 'labels.read-addresses', payload: z.object({}), maxAttempts: 3 });
