import { createHmac } from 'node:crypto';
import { isSame } from '#app/platform/crypto/signature.ts';

/** Stands in a mail's Message-ID behind our number of it: who has it has seen that mail. Small letters alone, as programs change the rest. */
export function mailSeal(shopId: number, messageId: bigint, secret: string): string {
  return createHmac('sha256', secret).update(`message-id:${shopId}:${messageId}`).digest('hex').slice(0, 16);
}

/** A message that a Message-ID names; not `isSealed`: its number may have been guessed. */
export interface NamedMail {
  id: bigint;
  isSealed: boolean;
}

/** Which messages of a shop these Message-IDs name. Any of the secrets will do. */
export function namedMails(mailIds: readonly string[], { shopId, secrets }: { shopId: number; secrets: readonly string[] }): NamedMail[] {
  return mailIds.slice(0, 100).flatMap((mailId) => {
    const [, shop, number = '', given = ''] = /^<(\d{1,9})\.(\d{1,18})(?:\.([0-9a-f]{16}))?@[^>]+>$/i.exec(mailId) ?? [];
    if (shop !== String(shopId)) return [];
    const id = BigInt(number);
    return { id, isSealed: secrets.some((secret) => isSame(given.toLowerCase(), mailSeal(shopId, id, secret))) };
  });
}
