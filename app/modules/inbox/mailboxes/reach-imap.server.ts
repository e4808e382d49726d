import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { tryImap } from '#app/platform/mail-in/try-imap.server.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import type { ImapFields } from './mailbox-form.ts';
import { isSameMailbox, type ImapAccess, type MailboxSettings } from './mailbox.ts';

interface With {
  /** How it was fetched before. */
  known: ImapAccess | undefined;
  sealer: Sealer;
  allowInside: boolean;
}

type Reached = { settings: MailboxSettings; position?: { uidValidity: bigint; lastUid: bigint } };

/** Tries how a mailbox is to be fetched: what is wrong is said in names of texts. One that is the same as before goes on where it was. */
export async function reachImap({ password: typed, ...given }: ImapFields, { known, sealer, allowInside }: With): Promise<Reached | { errors: FormErrors }> {
  // A password is for the mailbox it was given for.
  const same = isSameMailbox(known, given) ? known : undefined;
  const password = typed === '' && same?.auth === 'password' ? sealer.open(same.sealedSecret) : typed;
  if (password === '') return { errors: { fields: { password: 'required' }, form: null } };
  const trial = await tryImap({ ...given, auth: { password } }, { allowInside });
  if (typeof trial === 'string') return { errors: { fields: {}, form: trial } };
  const settings = { imap: { ...given, auth: 'password' as const, sealedSecret: sealer.seal(password) } };
  return same ? { settings } : { settings, position: trial };
}
