import { createHmac } from 'node:crypto';
import { isSame } from '#app/platform/crypto/signature.ts';

/** Stands in a link for the mark of the message it came with; it is put in its place, or taken out, as the message leaves. */
const placeholder = 'm=of-this-message';
const placeholders = new RegExp(`(&(?:amp;)?)${placeholder}`, 'g');

/** A link, which has a query already, that tells which message led somebody here. */
export const markedLink = (link: string) => `${link}&${placeholder}`;

/** The words with the message's own mark in its links; without any mark where there is none. */
export function markLinks(words: string, mark: string | null): string {
  return words.replace(placeholders, (_, and: string) => (mark === null ? '' : `${and}m=${mark}`));
}

/** Names one message of one shop, and nothing of its reader. */
export function messageMark(shopId: number, messageId: bigint, secret: string): string {
  return `${messageId.toString(36)}.${sign(shopId, messageId, secret)}`;
}

/** The message a mark names, or null where nobody of us made it for this shop. Any of the secrets will do. */
export function messageOfMark(shopId: number, mark: string, secrets: readonly string[]): bigint | null {
  const [, written = '', given = ''] = /^([0-9a-z]{1,10})\.([\w-]{16})$/.exec(mark) ?? [];
  if (written === '') return null;
  const messageId = BigInt(Number.parseInt(written, 36));
  return secrets.some((secret) => isSame(given, sign(shopId, messageId, secret))) ? messageId : null;
}

function sign(shopId: number, messageId: bigint, secret: string): string {
  return createHmac('sha256', secret).update(`message-mark:${shopId}:${messageId}`).digest('base64url').slice(0, 16);
}
