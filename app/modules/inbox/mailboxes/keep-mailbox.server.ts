import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import { newMailboxKey, type MailboxSettings } from './mailbox.ts';
import type { WayIn } from './ways-in.ts';

/** A mailbox that is ready to be kept: its way in was tried. */
export interface ReadyMailbox {
  /** The one that is changed; null: a new one. */
  id: string | null;
  address: string;
  name: string;
  wayIn: WayIn;
  settings: MailboxSettings;
  /** How far it is read already, where it is one that we fetch and another than before. */
  position?: { uidValidity: bigint; lastUid: bigint };
}

export type SavedMailbox = { saved: string } | { errors: FormErrors };

/** Keeps an address of the shop, each once, and opens our door for it. */
export async function keepMailbox(ctx: ShopContext, ready: ReadyMailbox): Promise<SavedMailbox> {
  return ctx.tx(async (tx) => {
    await takeTurn(tx, 'mailboxes');
    const { id, address } = ready;
    const other = await tx.mailboxes.findFirst({ where: { address, ...(id === null ? {} : { id: { not: id } }) }, select: { id: true } });
    if (other) return { errors: { fields: { address: 'addressTaken' }, form: null } };
    const saved = await write(tx, ready, ctx.clock.now());
    await announce(tx, 'mailboxes');
    return { saved };
  });
}

async function write(tx: ShopTx, { id, address, name, wayIn, settings, position }: ReadyMailbox, now: Date): Promise<string> {
  const before = id === null ? null : await tx.mailboxes.findFirst({ where: { id } });
  if (id !== null && !before) throw notFound('mailbox');
  // Of the spam folder of another mailbox nobody has said that it is to be read.
  const at = position ? { uid_validity: position.uidValidity, last_uid: position.lastUid, junk_uid_validity: null, junk_last_uid: null } : {};
  const columns = { address, name, way_in: wayIn, settings, state: 'on', failure: null, ...at };
  const key = before?.key ?? newMailboxKey();
  const kept = before?.id ?? randomUUID();
  if (before) {
    // Another way in, or another address, has to show anew that mail comes by it.
    const isOther = before.address !== address || before.way_in !== wayIn;
    await tx.mailboxes.updateMany({ where: { id: kept }, data: { ...columns, ...(isOther ? { verified_at: null, check_token: null, check_sent_at: null } : {}) } });
  } else {
    const isFirst = (await tx.mailboxes.count()) === 0;
    await tx.mailboxes.create({ data: { id: kept, key, ...columns, is_default: isFirst, created_at: now } });
  }
  await tx.$queryRaw`select app.open_mail_door(${key}, ${address}, ${kept}::uuid, ${wayIn === 'imap'})::text`;
  return kept;
}
