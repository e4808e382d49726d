import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { closeForgotten } from './close-forgotten.server.ts';
import { addressesOf, forgetElsewhere, tellAnew } from './forget-elsewhere.server.ts';
import { forgetNames, forgetWords } from './forget-words.server.ts';
import { removeMailFilesJob } from './jobs.ts';
import { peopleKnownAs, type KnownAs } from './people-known-as.server.ts';

/** Takes these people out of the inbox: their words, names, addresses and files, also where they spoke in somebody else's ticket. Tickets, their course and their figures stay; what was left to do of theirs is closed. */
export async function forgetPeople(tx: ShopTx, known: KnownAs, now: Date): Promise<void> {
  const people = await peopleKnownAs(tx, known);
  const tickets = await tx.tickets.findMany({ where: { person_id: { in: people } }, select: { id: true } });
  const own = tickets.map(({ id }) => id);
  const addresses = await addressesOf(tx, people, known.contacts);
  const elsewhere = await forgetElsewhere(tx, { people, addresses }, now);
  await forgetWords(tx, own, now);
  await tellAnew(tx, [...new Set([...elsewhere, ...own])]);
  await forgetNames(tx, people, now);
  await closeForgotten(tx, people, now);
  // What others were only thought to be known by.
  await tx.handles.deleteMany({ where: { OR: [{ kind: 'customer', value: known.customerId ?? '' }, { value: { in: [...known.contacts] } }] } });
  const raw = await tx.$queryRaw<{ file: string }[]>`delete from mail_arrivals where lower(envelope_from) = any(${addresses}) returning raw_file as file`;
  if (raw.length > 0) await enqueue(tx, removeMailFilesJob, { files: raw.map(({ file }) => file) });
}
