import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Removes from the file store what no row of the inbox speaks of any more: files of messages and raw mails. */
export const removeMailFilesJob = defineJob({ name: 'inbox.remove-files', payload: z.object({ files: z.array(z.string()) }) });

/** Takes out what was kept long enough. */
export const purgeWordsJob = defineJob({ name: 'inbox.purge-words', payload: z.object({}) });
