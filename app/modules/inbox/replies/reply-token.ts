import { createHmac } from 'node:crypto';
import { isSame } from '#app/platform/crypto/signature.ts';

/** The conversation that a mail answers: a ticket's own, or one beside it with a third party. */
export interface Answered {
  ticketId: number;
  sideId: string | null;
}

/** The longest name before an address's `@` (RFC 5321, 4.5.3.1.1). */
const longestName = 64;

/** Small letters and digits alone, as mail programs change the rest. */
const tokens = /(?:^|[+<\s])t(\d{1,9})(?:s([0-9a-z]{25}))?-([0-9a-z]{16})(?=$|[.@>\s])/i;

/** What stands in our addresses and Message-IDs for the conversation: whoever answers it says which one by it, signed over shop and conversation. */
export function replyToken(shopId: number, { ticketId, sideId }: Answered, secret: string): string {
  const written = sideId === null ? `t${ticketId}` : `t${ticketId}s${inLetters(sideId.replaceAll('-', ''), 25)}`;
  return `${written}-${sign(shopId, written, secret)}`;
}

/** An address of the shop with the token behind its name, `care+t12-...@example.com`; null where the name is too long for one. */
export function addressWithToken(address: string, token: string): string | null {
  const at = address.lastIndexOf('@');
  const name = `${address.slice(0, at)}+${token}`;
  return at < 1 || name.length > longestName ? null : `${name}${address.slice(at)}`;
}

/** The conversation that an address or a Message-ID names, or null where nobody of us signed it for this shop. Any of the secrets will do. */
export function readReplyToken(addressOrMessageId: string, { shopId, secrets }: { shopId: number; secrets: readonly string[] }): Answered | null {
  const [, ticket = '', side, given = ''] = tokens.exec(addressOrMessageId.slice(0, 1_000).toLowerCase()) ?? [];
  const written = side === undefined ? `t${ticket}` : `t${ticket}s${side}`;
  if (!secrets.some((secret) => isSame(given, sign(shopId, written, secret)))) return null;
  return { ticketId: Number(ticket), sideId: side === undefined ? null : asUuid(side) };
}

function sign(shopId: number, written: string, secret: string): string {
  return inLetters(createHmac('sha256', secret).update(`reply:${shopId}:${written}`).digest('hex').slice(0, 20), 16);
}

function inLetters(hex: string, length: number): string {
  return BigInt(`0x${hex}`).toString(36).padStart(length, '0');
}

function asUuid(letters: string): string {
  const number = [...letters].reduce((sum, letter) => sum * 36n + BigInt(Number.parseInt(letter, 36)), 0n);
  return number.toString(16).padStart(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
