import { randomBytes, sign } from 'node:crypto';
import type { MailEvent } from './account.ts';
import { fieldsOf, lowerCased, objectsIn, textOf, textsOf, type MailStandIn } from './stand-in.ts';

const refusals = {
  401: [401, 'The provided authorization grant is invalid, expired, or revoked'],
  429: [429, 'too many requests'],
  503: [503, 'service unavailable'],
  unverified: [403, 'The from address does not match a verified Sender Identity.'],
} as const;

/** SendGrid, v3. Its webhooks come in bundles, signed with ECDSA over the timestamp and the body. */
export const sendgrid: MailStandIn = {
  keyIn: (request) => /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1] ?? null,
  refuse(response, why) {
    const [status, message] = refusals[why];
    response.status(status).json({ errors: [{ message, field: null, help: null }] });
  },
  async read(request) {
    if (request.method !== 'POST' || request.path !== '/v3/mail/send') return null;
    const body = fieldsOf(request.body);
    const first = (value: unknown) => fieldsOf(Array.isArray(value) ? value[0] : null);
    const contents = (Array.isArray(body.content) ? body.content : []).map(fieldsOf);
    const words = (type: string) => contents.find((one) => one.type === type)?.value;
    const { name, email } = fieldsOf(body.from);
    const replyTo = textOf(fieldsOf(body.reply_to).email);
    const headers = lowerCased(Object.entries(fieldsOf(body.headers)).map(([key, value]) => [key, textOf(value)] as const));
    const html = words('text/html');
    return {
      from: textOf(name) === '' ? textOf(email) : `${textOf(name)} <${textOf(email)}>`,
      to: textOf(first(first(body.personalizations).to).email),
      cc: objectsIn(first(body.personalizations).cc).map(({ email }) => textOf(email)),
      files: objectsIn(body.attachments).map(({ filename, type, content }) => ({ filename: textOf(filename), type: textOf(type), size: Buffer.from(textOf(content), 'base64').length })),
      subject: textOf(body.subject),
      text: textOf(words('text/plain')),
      html: typeof html === 'string' ? html : null,
      headers: { ...headers, ...(replyTo === '' ? {} : { 'reply-to': replyTo }) },
      custom: textsOf(body.custom_args),
    };
  },
  accept(response) {
    const id = randomBytes(16).toString('base64url');
    response.status(202).set('x-message-id', id).end();
    return id;
  },
  reject: (response, message) => void response.status(400).json({ errors: [{ message, field: 'personalizations', help: null }] }),
  push(account, { id, to, custom }, event, at) {
    const timestamp = Math.floor(at.getTime() / 1_000);
    const about = { ...custom, email: to, timestamp, sg_event_id: randomBytes(12).toString('base64url'), sg_message_id: `${id}.filterdrecv-5d8b-1.0` };
    const told: Record<MailEvent, object> = {
      delivered: { ...about, event: 'delivered', response: '250 OK' },
      bounced: { ...about, event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 5.1.1 unknown user' },
      deferred: { ...about, event: 'deferred', attempt: '1', response: '451 try again later' },
      complained: { ...about, event: 'spamreport' },
    };
    const body = JSON.stringify([{ ...about, event: 'processed' }, told[event]]);
    const signature = sign('sha256', Buffer.from(`${timestamp}${body}`), account.signing().privateKey).toString('base64');
    return { body, headers: { 'x-twilio-email-event-webhook-signature': signature, 'x-twilio-email-event-webhook-timestamp': String(timestamp) } };
  },
};
