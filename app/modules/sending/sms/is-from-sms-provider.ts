import { createHmac } from 'node:crypto';
import { isSame } from '#app/platform/crypto/signature.ts';

type Fields = Readonly<Record<string, string>>;

/** Twilio signs the address it called and the fields, by name, with HMAC-SHA1 under the account's token. */
export function isFromTwilio(authToken: string, address: string, fields: Fields, signature: string | null): boolean {
  const text = address + Object.keys(fields).sort().map((name) => `${name}${fields[name] ?? ''}`).join('');
  return isSame(signature, createHmac('sha1', authToken).update(text, 'utf8').digest('base64'));
}

/** Vonage signs its fields, by name, with HMAC-SHA256 under the account's signature secret, and writes it beside them. */
export function isFromVonage(secret: string, { sig = '', ...fields }: Fields): boolean {
  const text = Object.keys(fields).sort().map((name) => `&${name}=${(fields[name] ?? '').replace(/[&=]/g, '_')}`).join('');
  return isSame(sig.toLowerCase(), createHmac('sha256', secret).update(text, 'utf8').digest('hex'));
}
