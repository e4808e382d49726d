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
export async function unwantedBy(tx: ShopTx, { channel, address }: Reader): Promise<Set<string>> {
  const rows = await tx.opt_outs.findMany({ where: { channel, address_mark: addressMark(channel, address) }, select: { subject: true } });
  return new Set(rows.map(({ subject }) => subject));
}
