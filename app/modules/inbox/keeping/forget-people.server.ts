import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { forgetNames, forgetWords } from './forget-words.server.ts';
import { removeMailFilesJob } from './jobs.ts';
import { peopleKnownAs, type KnownAs } from './people-known-as.server.ts';

/** Takes these people out of the inbox: their words, names, addresses and files. Tickets, their course and their figures stay. */
export async function forgetPeople(tx: ShopTx, known: KnownAs, now: Date): Promise<void> {
  const people = await peopleKnownAs(tx, known);
  const tickets = await tx.tickets.findMany({ where: { person_id: { in: people } }, select: { id: true } });
  await forgetWords(tx, tickets.map(({ id }) => id), now);
  await forgetNames(tx, people, now);
  // What others were only thought to be known by.
  await tx.handles.deleteMany({ where: { OR: [{ kind: 'customer', value: known.customerId ?? '' }, { value: { in: [...known.contacts] } }] } });
  const raw = await tx.$queryRaw<{ file: string }[]>`delete from mail_arrivals where lower(envelope_from) = any(${[...known.contacts]}) returning raw_file as file`;
  if (raw.length > 0) await enqueue(tx, removeMailFilesJob, { files: raw.map(({ file }) => file) });
}
