import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Channel } from '../message.ts';
import { addressMark } from '../person-of.ts';

/** Somebody who is written to at one address. */
export interface Reader {
  channel: Channel;
  address: string;
}

/** Notes that a reader does not want to hear of these any more: kinds of messages or whole categories. */
export async function optOut(tx: ShopTx, { channel, address }: Reader, subjects: readonly string[], at: Date): Promise<void> {
  const mark = addressMark(channel, address);
  await tx.opt_outs.createMany({ skipDuplicates: true, data: subjects.map((subject) => ({ channel, address_mark: mark, subject, since: at })) });
}

/** Notes that a reader wants to hear of these again. */
export async function optIn(tx: ShopTx, { channel, address }: Reader, subjects: readonly string[]): Promise<void> {
  await tx.opt_outs.deleteMany({ where: { channel, address_mark: addressMark(channel, address), subject: { in: [...subjects] } } });
}

/** What a reader does not want to hear of. */
export async function unwantedBy(tx: ShopTx, reader: Reader): Promise<ReadonlySet<string>> {
  return (await unwantedByEach(tx, [reader]))(reader);
}

/** What each of these readers does not want to hear of. */
export async function unwantedByEach(tx: ShopTx, readers: readonly Reader[]): Promise<(reader: Reader) => ReadonlySet<string>> {
  const where = { channel: { in: readers.map(({ channel }) => channel) }, address_mark: { in: readers.map(({ channel, address }) => addressMark(channel, address)) } };
  const rows = await tx.opt_outs.findMany({ where, select: { address_mark: true, subject: true } });
  const subjects = Map.groupBy(rows, ({ address_mark }) => address_mark);
  return ({ channel, address }) => new Set(subjects.get(addressMark(channel, address))?.map(({ subject }) => subject));
}
