import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { isHmac, isSame } from '#app/platform/crypto/signature.ts';

/** Postmark signs nothing: it shows the name and password of the address that it was given. */
export function isFromPostmark(secret: string, headers: Headers): boolean {
  const [, packed = ''] = /^Basic (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
  return isSame(Buffer.from(packed, 'base64').toString('utf8'), `aftercare:${secret}`);
}

/** SendGrid signs the timestamp and the bytes with ECDSA; the merchant gave us its public key. */
export function isFromSendgrid(publicKey: string, body: Buffer, headers: Headers): boolean {
  const signature = headers.get('x-twilio-email-event-webhook-signature');
  const timestamp = headers.get('x-twilio-email-event-webhook-timestamp');
  if (signature === null || timestamp === null) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify('sha256', Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

const signed = z.object({ signature: z.object({ timestamp: z.string(), token: z.string(), signature: z.string() }) });

/** Mailgun's HMAC is over a timestamp and a token that it writes into the body. */
export function isFromMailgun(signingKey: string, body: unknown): boolean {
  const read = signed.safeParse(body);
  if (!read.success) return false;
  const { timestamp, token, signature } = read.data.signature;
  return isHmac(signature, signingKey, Buffer.from(timestamp + token), 'hex');
}
