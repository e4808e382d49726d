import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineJob, type Job } from '#app/platform/jobs/job.server.ts';

const payload = z.object({ arrivalId: z.string().regex(/^\d+$/) });
type Arrived = z.infer<typeof payload>;

/** So many mails of a shop are kept at once: one keeping waits for Postgres while another reads, and a worker of the usual size has a hand free for other work. */
const lanes = 3;
const jobs = Array.from({ length: lanes }, (_, lane) => defineJob({ name: 'inbox.keep-mail', payload, line: `inbox-mail-${lane}` }));

/** Reads one mail that came in and keeps it where it belongs. */
export const keepMailJob: Job<Arrived> = defineJob({ name: 'inbox.keep-mail', payload, line: 'inbox-mail-0' });

/** Has those kept that could not be, however often it was tried. */
export const keepWaitingJob = defineJob({ name: 'inbox.keep-waiting', payload: z.object({}) });

const longestHead = 64 * 1024;

/** The same on its sender's line: what one sender writes is kept in the order in which it came, so that an answer finds what it answers. */
export function keepMailJobOf(bytes: Buffer): Job<Arrived> {
  const head = bytes.subarray(0, longestHead).toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const from = /(?:^|\n)from:[^\n]*(?:\n[ \t][^\n]*){0,20}/i.exec(head)?.[0] ?? '';
  const address = from.match(/[^\s<>"(),;:]{1,200}@[^\s<>"(),;:]{1,200}/g)?.at(-1)?.toLowerCase() ?? '';
  return jobs[(createHash('sha256').update(address).digest()[0] ?? 0) % lanes] ?? keepMailJob;
}
