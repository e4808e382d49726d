import { randomUUID } from 'node:crypto';
import type { MailEvent } from './account.ts';
import { fieldsOf, listed, lowerCased, objectsIn, textOf, textsOf, type MailStandIn } from './stand-in.ts';

const refusals = {
  401: [401, 10, 'No Account or Server API tokens were supplied in the HTTP headers, or they were not valid.'],
  429: [429, 429, 'Rate limit exceeded.'],
  503: [503, 100, 'Maintenance.'],
  unverified: [422, 400, 'The From address you supplied is not a Sender Signature on your account.'],
} as const;

/** Postmark. It signs nothing: its webhooks carry the Basic credentials of the address they are sent to. */
export const postmark: MailStandIn = {
  keyIn: (request) => request.get('x-postmark-server-token') ?? null,
  refuse(response, why) {
    const [status, ErrorCode, Message] = refusals[why];
    response.status(status).json({ ErrorCode, Message });
  },
  async read(request) {
    if (request.method !== 'POST' || request.path !== '/email') return null;
    const body = fieldsOf(request.body);
    const headers = (Array.isArray(body.Headers) ? body.Headers : []).map((one: unknown) => [textOf(fieldsOf(one).Name), textOf(fieldsOf(one).Value)] as const);
    return {
      from: textOf(body.From),
      to: textOf(body.To),
      cc: listed(body.Cc),
      files: objectsIn(body.Attachments).map(({ Name, ContentType, Content }) => ({ filename: textOf(Name), type: textOf(ContentType), size: Buffer.from(textOf(Content), 'base64').length })),
      subject: textOf(body.Subject),
      text: textOf(body.TextBody),
      html: typeof body.HtmlBody === 'string' ? body.HtmlBody : null,
      headers: { ...lowerCased(headers), ...(textOf(body.ReplyTo) === '' ? {} : { 'reply-to': textOf(body.ReplyTo) }) },
      custom: textsOf(body.Metadata),
    };
  },
  accept(response) {
    const MessageID = randomUUID();
    response.json({ ErrorCode: 0, Message: 'OK', MessageID, SubmittedAt: new Date().toISOString(), To: '' });
    return MessageID;
  },
  reject: (response, Message) => void response.status(422).json({ ErrorCode: 300, Message }),
  push(account, { id, to, custom }, event, at) {
    const when = at.toISOString();
    const bounce = (Type: string, TypeCode: number, Description: string) => ({ ID: 42, Type, TypeCode, Name: Type, MessageID: id, Email: to, BouncedAt: when, Description, Details: 'smtp;550 5.1.1 unknown user', Inactive: Type === 'HardBounce', CanActivate: true });
    const told: Record<MailEvent, object> = {
      delivered: { RecordType: 'Delivery', MessageID: id, Recipient: to, DeliveredAt: when, Details: 'smtp;250 OK', MessageStream: 'outbound' },
      bounced: { RecordType: 'Bounce', ...bounce('HardBounce', 1, 'The server was unable to deliver your message (ex: unknown user, mailbox not found).') },
      deferred: { RecordType: 'Bounce', ...bounce('Transient', 2, 'The server could not temporarily deliver your message.') },
      complained: { RecordType: 'SpamComplaint', ...bounce('SpamComplaint', 512, 'The subscriber explicitly marked this message as spam.') },
    };
    return { body: JSON.stringify({ ...told[event], Metadata: custom }), headers: { authorization: `Basic ${Buffer.from(`aftercare:${account.webhookSecret}`).toString('base64')}` } };
  },
};
