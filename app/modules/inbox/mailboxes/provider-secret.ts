import { randomBytes } from 'node:crypto';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { FormErrors } from '#app/ui/read-form.ts';
import type { MailboxSettings } from './mailbox.ts';
import type { WayIn } from './ways-in.ts';

interface Given {
  wayIn: WayIn;
  typed: string;
  /** The sealed one that is kept already for this way. */
  known: string | undefined;
  sealer: Sealer;
}

/** What a provider's calls will be verified by: the key the merchant copied, or for Postmark, which signs nothing, a password that we make. */
export function providerSecret({ wayIn, typed, known, sealer }: Given): { settings: MailboxSettings } | { errors: FormErrors } {
  if (wayIn === 'door' || wayIn === 'imap') return { settings: {} };
  const plain = wayIn === 'postmark' ? randomBytes(18).toString('base64url') : typed.replaceAll(/\s|-----(BEGIN|END) PUBLIC KEY-----/g, '');
  if (known !== undefined && (wayIn === 'postmark' || plain === '')) return { settings: { sealedSecret: known } };
  if (plain === '') return { errors: { fields: { secret: 'required' }, form: null } };
  return { settings: { sealedSecret: sealer.seal(plain) } };
}
