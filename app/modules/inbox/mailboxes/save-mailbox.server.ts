import { notFound } from '#app/kernel/errors.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readForm } from '#app/ui/read-form.ts';
import { keepMailbox, type SavedMailbox } from './keep-mailbox.server.ts';
import { imapForm, mailboxForm } from './mailbox-form.ts';
import { readMailboxSettings } from './mailbox.ts';
import { providerSecret } from './provider-secret.ts';
import { reachImap } from './reach-imap.server.ts';

export interface MailboxNeeds {
  sealer: Sealer;
  /** Whether merchants may name hosts of our own network. */
  allowInside: boolean;
  /** Whether we have a mail server of our own to forward to. */
  hasDoor: boolean;
}

/** Adds or changes an address that customers write to. A mailbox that we fetch is kept only once its server let us in; it is read from now on. */
export async function saveMailbox(ctx: ShopContext, form: FormData, needs: MailboxNeeds): Promise<SavedMailbox> {
  const read = readForm(mailboxForm, form);
  const imap = form.get('wayIn') === 'imap' ? readForm(imapForm(needs.allowInside), form) : null;
  if (!read.ok || imap?.ok === false) {
    // Of an address that is changed the password may be left as it is kept; of a new one it is missing as the rest is.
    const isUnsaid = imap !== null && String(form.get('id') ?? '') === '' && String(form.get('password') ?? '') === '';
    return { errors: { fields: { ...(imap?.ok === false ? imap.errors.fields : {}), ...(isUnsaid ? { password: 'required' } : {}), ...(read.ok ? {} : read.errors.fields) }, form: null } };
  }
  const { id, address, name, wayIn, secret } = read.value;
  if (wayIn === 'door' && !needs.hasDoor) return { errors: { fields: { wayIn: 'way' }, form: null } };
  const before = id === '' ? null : await ctx.tx((tx) => tx.mailboxes.findFirst({ where: { id } }));
  if (id !== '' && !before) throw notFound('mailbox');
  const known = before ? readMailboxSettings(before.settings) : {};
  const ready = imap
    ? await reachImap(imap.value, { known: known.imap, ...needs })
    : providerSecret({ wayIn, typed: secret, known: before?.way_in === wayIn ? known.sealedSecret : undefined, sealer: needs.sealer });
  return 'errors' in ready ? ready : keepMailbox(ctx, { id: before?.id ?? null, address, name, wayIn, ...ready });
}
