import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readOrderContact } from '#app/modules/orders/index.server.ts';
import type { Channel } from '../message.ts';
import { addressMark } from '../person-of.ts';
import { readRecipient } from '../recipient.ts';

/** An address of an order that cannot be reached, or not with everything. */
export interface AddressStanding {
  channel: Channel;
  address: string;
  /** bounced | complained | stopped, or null where only some of it is unwanted. */
  suppressed: string | null;
  since: Date | null;
  /** Kinds and categories the person does not want. */
  unwanted: string[];
  /** The last message to the address: where its suppression can be lifted. */
  messageId: string | null;
}

/** How the addresses and numbers stand that notices of an order may go to; none where everything reaches them. */
export function addressStandings(ctx: ShopContext, orderId: string): Promise<AddressStanding[]> {
  return ctx.tx(async (tx) => {
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { email: true } });
    const { given, own } = await readOrderContact(tx, orderId);
    const numbers = [...new Set([...given, ...own].map(({ number }) => number))];
    const addresses = [['email', order?.email] as const, ...numbers.flatMap((number) => [['sms', number] as const, ['whatsapp', number] as const])].flatMap(([channel, typed]) => {
      const read = typed ? readRecipient(channel, typed) : null;
      return read && 'address' in read ? [{ channel, address: read.address, mark: addressMark(channel, read.address) }] : [];
    });
    const marks = { address_mark: { in: addresses.map(({ mark }) => mark) } };
    const suppressions = await tx.suppressions.findMany({ where: { ...marks, lifted_at: null } });
    const optOuts = await tx.opt_outs.findMany({ where: marks, orderBy: { subject: 'asc' } });
    const standings = addresses.map(async ({ channel, address, mark }): Promise<AddressStanding[]> => {
      const found = suppressions.find(({ address_mark }) => address_mark === mark);
      const unwanted = optOuts.filter(({ address_mark }) => address_mark === mark).map(({ subject }) => subject);
      if (!found && unwanted.length === 0) return [];
      const last = await tx.outbox.findFirst({ where: { channel, recipient: address }, orderBy: { id: 'desc' }, select: { id: true } });
      return [{ channel, address, suppressed: found?.cause ?? null, since: found?.since ?? null, unwanted, messageId: last ? String(last.id) : null }];
    });
    return (await Promise.all(standings)).flat();
  });
}
