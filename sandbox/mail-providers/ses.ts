import { randomUUID, sign } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import PostalMime from 'postal-mime';
import type { Request } from 'express';
import type { MailAccount, MailEvent, TakenMail } from './account.ts';
import { fieldsOf, lowerCased, textOf, type MailStandIn, type Push } from './stand-in.ts';

const refusals = {
  401: [403, 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
  429: [429, 'TooManyRequestsException', 'Too many requests'],
  503: [503, 'ServiceUnavailable', 'Service unavailable'],
  unverified: [400, 'MailFromDomainNotVerifiedException', 'The sending domain is not verified.'],
} as const;

/** Amazon SES, v2, with its events by Amazon SNS. Requests and notifications are signed as Amazon does. */
export const ses: MailStandIn = {
  keyIn: (request) => /Credential=([^/]+)\//.exec(request.get('authorization') ?? '')?.[1] ?? null,
  refuse(response, why) {
    const [status, type, message] = refusals[why];
    response.status(status).set('x-amzn-errortype', type).json({ message });
  },
  async read(request, account) {
    if (request.method !== 'POST' || request.path !== '/v2/email/outbound-emails') return null;
    if (!(await isSigned(request, account))) return 'The request signature we calculated does not match the signature you provided.';
    const body = fieldsOf(request.body);
    const { ToAddresses, CcAddresses } = fieldsOf(body.Destination);
    const raw = textOf(fieldsOf(fieldsOf(body.Content).Raw).Data);
    const mail = await PostalMime.parse(Buffer.from(raw, 'base64'));
    return {
      from: mail.from?.address ?? '',
      to: textOf(Array.isArray(ToAddresses) ? ToAddresses[0] : ''),
      cc: (Array.isArray(CcAddresses) ? CcAddresses : []).map(textOf),
      files: mail.attachments.map(({ filename, mimeType, content }) => ({ filename: filename ?? '', type: mimeType, size: typeof content === 'string' ? content.length : content.byteLength })),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? null,
      headers: lowerCased(mail.headers.map(({ key, value }) => [key, value] as const)),
      custom: {},
    };
  },
  accept(response) {
    const MessageId = `0100${randomUUID()}-000000`;
    response.json({ MessageId });
    return MessageId;
  },
  reject: (response, message) => void response.status(400).set('x-amzn-errortype', 'BadRequestException').json({ message }),
  push(account, { id, to, headers }, event, at) {
    return notification(account, { Type: 'Notification', Message: JSON.stringify({ ...eventOf(to, event, at), mail: { messageId: id, timestamp: at.toISOString(), destination: [to], commonHeaders: { messageId: headers['message-id'] } } }) }, at);
  },
};

/** Asks a webhook to confirm that it wants an account's notifications. */
export function subscriptionRequest(account: MailAccount, at: Date): Push {
  const SubscribeURL = `https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${encodeURIComponent(topicOf(account))}&Token=demo-token`;
  return notification(account, { Type: 'SubscriptionConfirmation', Message: `You have chosen to subscribe to the topic ${topicOf(account)}.`, Token: 'demo-token', SubscribeURL }, at);
}

function topicOf({ key }: MailAccount): string {
  return `arn:aws:sns:eu-central-1:123456789012:${key}`;
}

function notification(account: MailAccount, told: Record<string, string>, at: Date): Push {
  const fields: Record<string, string> = { ...told, MessageId: randomUUID(), TopicArn: topicOf(account), Timestamp: at.toISOString() };
  const signed = Object.keys(fields).sort().map((name) => `${name}\n${fields[name] ?? ''}\n`).join('');
  const Signature = sign('sha256', Buffer.from(signed), account.signing().privateKey).toString('base64');
  const SigningCertURL = `https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-${account.key}.pem`;
  return { body: JSON.stringify({ ...fields, SignatureVersion: '2', Signature, SigningCertURL }), headers: { 'x-amz-sns-message-type': told.Type ?? '', 'content-type': 'text/plain; charset=UTF-8' } };
}

function eventOf(to: TakenMail['to'], event: MailEvent, at: Date): object {
  const timestamp = at.toISOString();
  const bounce = (bounceType: string, diagnosticCode: string) => ({ eventType: 'Bounce', bounce: { bounceType, bounceSubType: 'General', timestamp, bouncedRecipients: [{ emailAddress: to, status: '5.1.1', diagnosticCode }] } });
  const told: Record<MailEvent, object> = {
    delivered: { eventType: 'Delivery', delivery: { timestamp, recipients: [to], smtpResponse: '250 2.6.0 Message received' } },
    bounced: bounce('Permanent', 'smtp; 550 5.1.1 user unknown'),
    deferred: bounce('Transient', 'smtp; 452 4.2.2 mailbox full'),
    complained: { eventType: 'Complaint', complaint: { timestamp, complainedRecipients: [{ emailAddress: to }], complaintFeedbackType: 'abuse' } },
  };
  return told[event];
}

async function isSigned(request: Request, { key, secret }: MailAccount): Promise<boolean> {
  const given = request.get('authorization') ?? '';
  const [, region = ''] = /Credential=[^/]+\/\d{8}\/([^/]+)\/ses\//.exec(given) ?? [];
  const signer = new AwsV4Signer({
    method: request.method,
    url: `https://email.${region}.amazonaws.com${request.path}`,
    headers: { 'content-type': request.get('content-type') ?? '' },
    body: JSON.stringify(request.body),
    accessKeyId: key,
    secretAccessKey: secret,
    service: 'ses',
    region,
    datetime: request.get('x-amz-date') ?? '',
  });
  return (await signer.sign()).headers.get('authorization') === given;
}
