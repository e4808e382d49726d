import { z } from 'zod';
import type { Fate } from './delivery-failure.ts';
import { callProvider, refusedBy } from './call-provider.server.ts';
import type { Mailer } from './mailer.server.ts';
import { readyMail, writtenSender } from './ready-mail.ts';

const answered = z.object({ ErrorCode: z.number().default(0), MessageID: z.string().optional() });
// The server or its sender is not set up, out of credit or waits for approval: the mail is fine.
const setUp = new Set([10, 11, 400, 401, 402, 403, 405, 412, 413, 1235]);

/** Postmark's `/email` with a server token. It takes the same mail as often as it is given it. */
export function createPostmarkMailer({ key, from }: { key: string; from: string }): Mailer {
  return {
    async send(message) {
      const mail = readyMail(message, from);
      const answer = await callProvider({
        provider: 'Postmark',
        url: 'https://api.postmarkapp.com/email',
        headers: { 'x-postmark-server-token': key, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({
          From: writtenSender(mail.from),
          To: mail.to,
          ...(mail.cc.length === 0 ? {} : { Cc: mail.cc.join(',') }),
          ...(mail.replyTo === null ? {} : { ReplyTo: mail.replyTo }),
          Subject: mail.subject,
          TextBody: mail.text,
          ...(mail.html === null ? {} : { HtmlBody: mail.html }),
          Headers: [{ Name: 'Message-ID', Value: mail.messageId }, { Name: 'X-PM-KeepID', Value: 'true' }, ...Object.entries(mail.headers).map(([Name, Value]) => ({ Name, Value }))],
          ...(mail.files.length === 0 ? {} : { Attachments: mail.files.map(({ filename, type, content }) => ({ Name: filename, ContentType: type, Content: content.toString('base64') })) }),
          TrackOpens: false,
          TrackLinks: 'None',
          Metadata: { 'aftercare-id': message.id },
          MessageStream: 'outbound',
        }),
      });
      const read = answered.safeParse(answer.body).data ?? { ErrorCode: 0 };
      if (answer.status !== 200 || read.ErrorCode !== 0) throw refusedBy('Postmark', answer, fateOfCode(read.ErrorCode));
      return { provider: 'postmark', providerId: read.MessageID ?? mail.messageId };
    },
    close: () => undefined,
  };
}

function fateOfCode(code: number): Fate | undefined {
  return setUp.has(code) ? 'temporary' : undefined;
}
