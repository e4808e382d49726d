import { z } from 'zod';
import { callProvider, refusedBy } from './call-provider.server.ts';
import type { Mailer } from './mailer.server.ts';
import { readyMail, writtenSender } from './ready-mail.ts';

export interface MailgunAccess {
  key: string;
  domain: string;
  region: 'us' | 'eu';
}

const answered = z.object({ id: z.string() });

/** Mailgun's messages of one domain, in the region where it is kept. It knows no idempotency key. */
export function createMailgunMailer({ key, domain, region }: MailgunAccess, from: string): Mailer {
  return {
    async send(message) {
      const mail = readyMail(message, from);
      const form = mail.files.length === 0 ? new URLSearchParams() : new FormData();
      for (const [name, value] of Object.entries({ from: writtenSender(mail.from), to: mail.to, subject: mail.subject, text: mail.text })) form.set(name, value);
      if (mail.cc.length > 0) form.set('cc', mail.cc.join(','));
      if (mail.html !== null) form.set('html', mail.html);
      if (mail.replyTo !== null) form.set('h:Reply-To', mail.replyTo);
      for (const [name, value] of Object.entries({ ...mail.headers, 'Message-Id': mail.messageId })) form.set(`h:${name}`, value);
      form.set('v:aftercare-id', message.id);
      form.set('o:tracking', 'no');
      if (form instanceof FormData) for (const { filename, type, content } of mail.files) form.append('attachment', new Blob([new Uint8Array(content)], { type }), filename);
      const host = region === 'eu' ? 'api.eu.mailgun.net' : 'api.mailgun.net';
      const answer = await callProvider({
        provider: 'Mailgun',
        url: `https://${host}/v3/${encodeURIComponent(domain)}/messages`,
        headers: { authorization: `Basic ${Buffer.from(`api:${key}`).toString('base64')}` },
        body: form,
      });
      // A domain that is not there is a setting that is wrong, not a mail.
      if (answer.status !== 200) throw refusedBy('Mailgun', answer, answer.status === 404 ? 'temporary' : undefined);
      const read = answered.safeParse(answer.body);
      return { provider: 'mailgun', providerId: read.success ? read.data.id : mail.messageId };
    },
    close: () => undefined,
  };
}
