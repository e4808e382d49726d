import { z } from 'zod';
import { defineJob } from '#app/platform/jobs/job.server.ts';

/** Reads one mail that came in and keeps it where it belongs. Mails of a shop are kept in the order in which they came: an answer finds what it answers. */
export const keepMailJob = defineJob({ name: 'inbox.keep-mail', payload: z.object({ arrivalId: z.string().regex(/^\d+$/) }), line: 'inbox-mail' });
