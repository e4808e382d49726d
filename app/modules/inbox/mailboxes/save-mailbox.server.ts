import { randomUUID } from 'node:crypto';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { notFound } from '#app/kernel/errors.ts';
import { readForm, type FormErrors } from '#app/ui/read-form.ts';
import { imapForm, mailboxForm } from './mailbox-form.ts';
import { newMailboxKey, readMailboxSettings, type MailboxSettings } from './mailbox.ts';
import type { WayIn } from './ways-in.ts';
import { reachImap } from './reach-imap.server.ts';
import { providerSecret } from './provider-secret.ts';

export interface MailboxNeeds {
  sealer: Sealer;
  /** Whether merchants may name hosts of our own network. */
  allowInside: boolean;
  /** Whether we have a mail server of our own to forward to. */
  hasDoor: boolean;
}

export type SavedMailbox = { saved: string } | { errors: FormErrors };

interface Ready {
  settings: MailboxSettings;
  /** How far it is read already, where it is one that we fetch and another than before. */
  position?: { uidValidity: bigint; lastUid: bigint };
}

/** Adds or changes an address that customers write to. A mailbox that we fetch is kept only once its server let us in; it is read from now on. */
export async function saveMailbox(ctx: ShopContext, form: FormData, needs: MailboxNeeds): Promise<SavedMailbox> {
  const read = readForm(mailboxForm, form);
  const imap = form.get('wayIn') === 'imap' ? readForm(imapForm(needs.allowInside), form) : null;
  if (!read.ok || imap?.ok === false) return { errors: { fields: { ...(imap?.ok === false ? imap.errors.fields : {}), ...(read.ok ? {} : read.errors.fields) }, form: null } };
  const { id, address, name, wayIn, secret } = read.value;
  if (wayIn === 'door' && !needs.hasDoor) return { errors: { fields: { wayIn: 'way' }, form: null } };
  const before = id === '' ? null : await ctx.tx((tx) => tx.mailboxes.findFirst({ where: { id } }));
  if (id !== '' && !before) throw notFound('mailbox');
  const known = before ? readMailboxSettings(before.settings) : {};
  const ready = imap ? await reachImap(imap.value, { known: known.imap, ...needs }) : providerSecret({ wayIn, typed: secret, known: before?.way_in === wayIn ? known.sealedSecret : undefined, sealer: needs.sealer });
  if ('errors' in ready) return ready;
  return ctx.tx(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(app.shop_id(), hashtext('mailboxes'))::text`;
    const other = await tx.mailboxes.findFirst({ where: { address, ...(before ? { id: { not: before.id } } : {}) }, select: { id: true } });
    if (other) return { errors: { fields: { address: 'addressTaken' }, form: null } };
    const saved = await write(tx, { before, address, name, wayIn, ready }, ctx.clock.now());
    await announce(tx, 'mailboxes');
    return { saved };
  });
}

interface Written {
  before: { id: string; key: string; address: string; way_in: string } | null;
  address: string;
  name: string;
  wayIn: WayIn;
  ready: Ready;
}

async function write(tx: ShopTx, { before, address, name, wayIn, ready }: Written, now: Date): Promise<string> {
  const position = ready.position ? { uid_validity: ready.position.uidValidity, last_uid: ready.position.lastUid } : {};
  const columns = { address, name, way_in: wayIn, settings: ready.settings, state: 'on', failure: null, ...position };
  const key = before?.key ?? newMailboxKey();
  const id = before?.id ?? randomUUID();
  if (before) {
    // Another way in, or another address, has to show anew that mail comes by it.
    const isOther = before.address !== address || before.way_in !== wayIn;
    await tx.mailboxes.updateMany({ where: { id }, data: { ...columns, ...(isOther ? { verified_at: null, check_token: null, check_sent_at: null } : {}) } });
  } else {
    const isFirst = (await tx.mailboxes.count()) === 0;
    await tx.mailboxes.create({ data: { id, key, ...columns, is_default: isFirst, created_at: now } });
  }
  await tx.$queryRaw`select app.open_mail_door(${key}, ${address}, ${id}::uuid, ${wayIn === 'imap'})::text`;
  return id;
}
