import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import { createMailgunMailer } from '#app/platform/mail/mailgun.server.ts';
import type { Mailer } from '#app/platform/mail/mailer.server.ts';
import { createPostmarkMailer } from '#app/platform/mail/postmark.server.ts';
import { createSendgridMailer } from '#app/platform/mail/sendgrid.server.ts';
import { createSesMailer } from '#app/platform/mail/ses.server.ts';
import type { MailAccount } from './mail-account.ts';

/** The mailer of a merchant's own account. */
export function mailerOf({ provider, from, sealedKey, account, region }: MailAccount, sealer: Sealer): Mailer {
  const key = sealer.open(sealedKey);
  switch (provider) {
    case 'postmark':
      return createPostmarkMailer({ key, from });
    case 'sendgrid':
      return createSendgridMailer({ key, from });
    case 'ses':
      return createSesMailer({ region, accessKeyId: account, secretAccessKey: key, configurationSet: null }, from);
    case 'mailgun':
      return createMailgunMailer({ key, domain: account, region: region === 'eu' ? 'eu' : 'us' }, from);
  }
}
