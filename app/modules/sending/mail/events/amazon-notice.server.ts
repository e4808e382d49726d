import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { remembered } from '#app/kernel/remembered.ts';

const shape = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
  Timestamp: z.string(),
  Subject: z.string().optional(),
  Token: z.string().optional(),
  SubscribeURL: z.string().optional(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: z.string(),
  SigningCertURL: z.string(),
});

/** A message of Amazon SNS that Amazon signed. */
export type AmazonNotice = z.infer<typeof shape>;

const certificates = remembered<string>(50);

/** The message where Amazon signed it for this topic; null where it did not. The certificate comes from Amazon's own host and nowhere else. */
export async function signedByAmazon(body: unknown, topic: string): Promise<AmazonNotice | null> {
  const read = shape.safeParse(body);
  if (!read.success || read.data.TopicArn !== topic || !isAmazons(read.data.SigningCertURL, /^\/SimpleNotificationService-[\w-]+\.pem$/)) return null;
  const notice = read.data;
  const { publicKey } = new X509Certificate(await certificateAt(notice.SigningCertURL));
  const algorithm = notice.SignatureVersion === '2' ? 'RSA-SHA256' : 'RSA-SHA1';
  return verify(algorithm, Buffer.from(signedText(notice)), publicKey, Buffer.from(notice.Signature, 'base64')) ? notice : null;
}

/** Tells Amazon that we want the topic's messages. */
export async function confirmSubscription({ SubscribeURL = '' }: AmazonNotice): Promise<boolean> {
  if (!isAmazons(SubscribeURL, /^\/$/)) return false;
  return (await fetch(SubscribeURL, { redirect: 'error', signal: AbortSignal.timeout(5_000) })).ok;
}

function isAmazons(address: string, path: RegExp): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, pathname } = new URL(address);
  return protocol === 'https:' && port === '' && username === '' && /^sns\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?$/.test(hostname) && path.test(pathname);
}

async function certificateAt(address: string): Promise<string> {
  const known = certificates.get(address);
  if (known !== undefined) return known;
  const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  if (!answer.ok) throw new Error(`Amazon answered ${answer.status} for its certificate.`);
  const certificate = await answer.text();
  certificates.set(address, certificate);
  return certificate;
}

const inNotification = ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'] as const;
const inConfirmation = ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'] as const;

function signedText(notice: AmazonNotice): string {
  const names = notice.Type === 'Notification' ? inNotification : inConfirmation;
  return names.flatMap((name) => (notice[name] === undefined ? [] : [`${name}\n${notice[name]}\n`])).join('');
}
