import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import { createStrangerMailer } from '#app/platform/mail/stranger-mailer.server.ts';
import type { MailServer } from './mail-server.ts';

/** The mailer of a merchant's own server. */
export function serverMailerOf({ host, port, security, user, sealedPassword, from }: MailServer, sealer: Sealer, options: { log: Logger; allowInside: boolean }): Mailer {
  return createStrangerMailer({ host, port, implicitTls: security === 'tls', user, password: sealer.open(sealedPassword) }, { from, ...options });
}
