import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Channel } from '../message.ts';
import { addressMark } from '../person-of.ts';

export const suppressionCauses = ['bounced', 'complained', 'stopped'] as const;
export type SuppressionCause = (typeof suppressionCauses)[number];

/** Writes to an address no more, from now on and until somebody lifts it. What it was suppressed for first stays. */
export async function suppress(tx: ShopTx, { channel, address, cause, at }: { channel: Channel; address: string; cause: SuppressionCause; at: Date }): Promise<void> {
  const mark = addressMark(channel, address);
  await tx.$executeRaw`insert into suppressions (channel, address_mark, cause, since) values (${channel}, ${mark}, ${cause}, ${at})
    on conflict (shop_id, channel, address_mark) do update set cause = excluded.cause, since = excluded.since, lifted_at = null, lifted_by = null
      where suppressions.lifted_at < excluded.since`;
}

/** Lets an address be written to again; `by` is the staff member, null where the person said so. */
export async function liftSuppression(tx: ShopTx, { channel, address, by, at }: { channel: Channel; address: string; by: string | null; at: Date }): Promise<void> {
  await tx.suppressions.updateMany({ where: { channel, address_mark: addressMark(channel, address), lifted_at: null }, data: { lifted_at: at, lifted_by: by } });
}

/** Why an address is not written to, or null. */
export async function suppressionOf(tx: ShopTx, channel: Channel, address: string): Promise<SuppressionCause | null> {
  return (await suppressionsOf(tx, [{ channel, address }]))({ channel, address });
}

/** Since when nobody is known to be at an email address; null where nothing came back. */
export async function bouncedSince(tx: ShopTx, address: string): Promise<Date | null> {
  const row = await tx.suppressions.findFirst({ where: { channel: 'email', address_mark: addressMark('email', address), cause: 'bounced', lifted_at: null }, select: { since: true } });
  return row?.since ?? null;
}

/** Why each of these addresses is not written to, or null. */
export async function suppressionsOf(tx: ShopTx, addresses: readonly Address[]): Promise<(asked: Address) => SuppressionCause | null> {
  const where = { channel: { in: addresses.map(({ channel }) => channel) }, address_mark: { in: addresses.map(({ channel, address }) => addressMark(channel, address)) } };
  const rows = await tx.suppressions.findMany({ where: { ...where, lifted_at: null }, select: { address_mark: true, cause: true } });
  const causes = new Map(rows.map(({ address_mark, cause }) => [address_mark, cause]));
  return ({ channel, address }) => suppressionCauses.find((cause) => cause === causes.get(addressMark(channel, address))) ?? null;
}

interface Address {
  channel: Channel;
  address: string;
}
