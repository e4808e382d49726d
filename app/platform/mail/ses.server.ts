import { AwsV4Signer } from 'aws4fetch';
import MailComposer from 'nodemailer/lib/mail-composer';
import { z } from 'zod';
import { callProvider, refusedBy } from './call-provider.server.ts';
import type { Fate } from './delivery-failure.ts';
import { attached, type Mailer } from './mailer.server.ts';
import { readyMail, type ReadyMail } from './ready-mail.ts';

export interface SesAccess {
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The configuration set whose events come back to us. */
  configurationSet: string | null;
}

const answered = z.object({ MessageId: z.string() });
// The account or its sender is not ready: the mail is fine.
const setUp = /^(?:MailFromDomainNotVerified|AccountSuspended|SendingPaused|LimitExceeded|TooManyRequests|NotFound|Throttling|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AccessDenied)/;

/** Amazon SES v2, the mail as MIME made here. It knows no idempotency key. */
export function createSesMailer(access: SesAccess, from: string): Mailer {
  return {
    async send(message) {
      const mail = readyMail(message, from);
      const signed = await new AwsV4Signer({
        method: 'POST',
        url: `https://email.${access.region}.amazonaws.com/v2/email/outbound-emails`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          FromEmailAddress: mail.from.address,
          Destination: { ToAddresses: [mail.to], CcAddresses: mail.cc },
          Content: { Raw: { Data: (await mimeOf(mail)).toString('base64') } },
          ...(access.configurationSet === null ? {} : { ConfigurationSetName: access.configurationSet }),
        }),
        accessKeyId: access.accessKeyId,
        secretAccessKey: access.secretAccessKey,
        service: 'ses',
        region: access.region,
      }).sign();
      const answer = await callProvider({ provider: 'Amazon SES', url: signed.url, headers: Object.fromEntries(signed.headers), body: String(signed.body) });
      const read = answered.safeParse(answer.body);
      if (answer.status !== 200) throw refusedBy('Amazon SES', answer, fateOfError(answer.headers.get('x-amzn-errortype') ?? ''));
      return { provider: 'ses', providerId: read.success ? read.data.MessageId : mail.messageId };
    },
    close: () => undefined,
  };
}

function fateOfError(type: string): Fate | undefined {
  return setUp.test(type) ? 'temporary' : undefined;
}

function mimeOf({ messageId, from, to, cc, replyTo, subject, text, html, headers, files }: ReadyMail): Promise<Buffer> {
  const mail = new MailComposer({
    messageId,
    from,
    to: { name: '', address: to },
    ...(cc.length === 0 ? {} : { cc: cc.map((address) => ({ name: '', address })) }),
    ...(replyTo === null ? {} : { replyTo }),
    subject,
    text,
    ...(html === null ? {} : { html }),
    headers: { ...headers },
    attachments: files.map(attached),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return mail.compile().build();
}
