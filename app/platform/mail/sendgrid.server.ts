import { callProvider, refusedBy } from './call-provider.server.ts';
import type { Mailer } from './mailer.server.ts';
import { readyMail } from './ready-mail.ts';

/** SendGrid's v3 Mail Send. It knows no idempotency key; our id goes along and comes back with its events. */
export function createSendgridMailer({ key, from }: { key: string; from: string }): Mailer {
  return {
    async send(message) {
      const mail = readyMail(message, from);
      const cc = [...new Set(mail.cc)].filter((address) => address !== mail.to);
      const answer = await callProvider({
        provider: 'SendGrid',
        url: 'https://api.sendgrid.com/v3/mail/send',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          // It refuses an address that stands twice.
          personalizations: [{ to: [{ email: mail.to }], ...(cc.length === 0 ? {} : { cc: cc.map((email) => ({ email })) }) }],
          from: { email: mail.from.address, ...(mail.from.name === '' ? {} : { name: mail.from.name }) },
          ...(mail.replyTo === null ? {} : { reply_to: { email: mail.replyTo } }),
          subject: mail.subject,
          content: [{ type: 'text/plain', value: mail.text }, ...(mail.html === null ? [] : [{ type: 'text/html', value: mail.html }])],
          headers: { ...mail.headers, 'Message-ID': mail.messageId },
          ...(mail.files.length === 0 ? {} : { attachments: mail.files.map(({ filename, type, content }) => ({ filename, type, content: content.toString('base64'), disposition: 'attachment' })) }),
          custom_args: { aftercare_id: message.id },
          tracking_settings: { click_tracking: { enable: false, enable_text: false }, open_tracking: { enable: false }, subscription_tracking: { enable: false } },
        }),
      });
      if (answer.status !== 202) throw refusedBy('SendGrid', answer);
      return { provider: 'sendgrid', providerId: answer.headers.get('x-message-id') ?? mail.messageId };
    },
    close: () => undefined,
  };
}
