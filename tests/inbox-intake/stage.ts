import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { keepMail } from '#app/modules/inbox/index.server.ts';
import { incomingMail } from '#app/modules/inbox/intake/incoming-mail.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { MovableClock } from '../harness/movable-clock.ts';
import { openShop } from '../harness/shop-context.ts';
import { aMail, type MailParts } from '../inbox/mail-builder.ts';

export const secrets = ['a secret for tests'] as const;
export const support = 'help@shop.example';

/** Files of a test, and how often each was written. */
export function filesInMemory(): FileStore & { held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>();
  return {
    held,
    put: async (key, bytes) => void held.set(key, new Uint8Array(bytes)),
    get: async (key) => {
      const bytes = held.get(key);
      return bytes ? new Response(bytes.slice()).body : null;
    },
    remove: async (keys) => keys.forEach((key) => held.delete(key)),
    removeAll: async (folder) => [...held.keys()].filter((key) => key.startsWith(folder)).forEach((key) => held.delete(key)),
  };
}

export interface Written extends MailParts {
  /** In angle brackets. */
  id?: string;
  envelopeTo?: string[];
  vouched?: 'yes' | 'no' | 'unknown';
  /** It lay in the spam folder of its mailbox. */
  isJunk?: boolean;
}

/** A shop with a mailbox, to which mail comes. */
export async function inboxStage() {
  const database: Database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'intake' });
  const clock = new MovableClock();
  const ctx = await openShop(database, { domain: 'nordlicht.myshopify.com' }, { clock });
  const files = filesInMemory();
  const mailboxId = randomUUID();
  await ctx.tx((tx) => tx.mailboxes.create({ data: { id: mailboxId, address: support, name: 'Nordlicht', way_in: 'door', key: 'k1', is_default: true, created_at: clock.now() } }));
  let count = 0;

  /** Bytes that have arrived and wait. */
  const arrive = async (bytes: Buffer, { envelopeTo = [support], vouched = 'unknown', checks = {}, from = 'bounce@customer.example', isJunk = false, shop = ctx }: { envelopeTo?: string[]; vouched?: string; checks?: { author?: string }; from?: string; isJunk?: boolean; shop?: ShopContext } = {}): Promise<string> => {
    const raw = `shops/${shop.shop.id}/mail/${randomUUID()}.eml`;
    await files.put(raw, bytes, 'message/rfc822');
    const row = await shop.tx((tx) => tx.mail_arrivals.create({ data: { mailbox_id: shop === ctx ? mailboxId : null, source: 'door', envelope_from: from, envelope_to: envelopeTo, raw_file: raw, size: bytes.length, received_at: clock.now(), vouched, checks, from_junk: isJunk } }));
    return String(row.id);
  };
  const keep = (arrivalId: string, shop: ShopContext = ctx) => keepMail(shop, { files, read: async (bytes) => incomingMail(bytes), secrets }, { arrivalId });
  /** What became of an arrival: the message it is kept as, in its ticket. */
  const keptAs = (arrivalId: string) =>
    ctx.tx(async (tx) => {
      const arrival = await tx.mail_arrivals.findFirstOrThrow({ where: { id: BigInt(arrivalId) } });
      const message = await tx.messages.findFirstOrThrow({ where: { id: arrival.message_id ?? -1n } });
      const ticket = await tx.tickets.findFirstOrThrow({ where: { id: message.ticket_id } });
      return { arrival, message, ticket };
    });
  /** A mail that came in and was kept. */
  const mail = async ({ id = `<m${(count += 1)}@customer.example>`, envelopeTo, vouched, isJunk = false, ...parts }: Written = {}) => {
    const bytes = Buffer.from(aMail({ text: `Hello ${count}`, ...parts }).toString('utf8').replace('Message-ID: <1@customer.example>', `Message-ID: ${id}`), 'utf8');
    const arrivalId = await arrive(bytes, { isJunk, ...(envelopeTo ? { envelopeTo } : {}), ...(vouched ? { vouched } : {}) });
    await keep(arrivalId);
    return { arrivalId, ...(await keptAs(arrivalId)) };
  };
  /** What the shop answered in a ticket, as mail. */
  const answer = (ticketId: number, { to, mailId, sideId = null }: { to: string; mailId: string; sideId?: string | null }) =>
    ctx.tx(async (tx) => {
      const message = await tx.messages.create({ data: { ticket_id: ticketId, side_id: sideId, direction: 'out', channel: 'email', author: 'staff', author_id: '7', from_address: support, to_addresses: [to], text: 'We look into it.', mail_id: mailId, placed_by: 'staff', happened_at: clock.now(), created_at: clock.now() } });
      await tx.tickets.updateMany({ where: { id: ticketId }, data: { state: 'waiting_customer', last_from: 'shop', waiting_since: null, first_reply_at: clock.now() } });
      return message;
    });
  const counts = () => ctx.tx(async (tx) => ({ tickets: await tx.tickets.count(), messages: await tx.messages.count(), people: await tx.people.count() }));
  const close = () => database.close();
  return { database, clock, ctx, files, mailboxId, arrive, keep, keptAs, mail, answer, counts, close };
}

export type InboxStage = Awaited<ReturnType<typeof inboxStage>>;
