import { cut, storable } from '#app/kernel/text.ts';
import type { ReadMail } from '../reading/read-mail.ts';

/** Whoever a mail is from, as far as it says. */
export interface MailWriter {
  /** Lower case; null: it names nobody. */
  address: string | null;
  name: string;
  /** A form of the shop, or a service, wrote it for them: nothing vouches for the address. */
  byForm: boolean;
}

const longestAddress = 254;
const longestName = 200;
/** Names before the `@` of programs that send what somebody typed into a form, whose address then stands in Reply-To. */
const formMailers = /^(?:mailer|no-?_?reply|do-?_?not-?_?reply|contact-?form|forms?|form-?submissions?|wordpress|www-data|notifications?)(?:[+._-][^@]*)?@/i;

/**
 * Who is to be answered. A mail that asks for answers to another address is still its sender's: whoever forges a sender would have the answer sent to
 * themselves. Only what comes from a program, or from the shop's own address, is from whom it names for the answer.
 */
export function writerOf(mail: Pick<ReadMail, 'from' | 'replyTo'>, { own, envelopeFrom }: { own: ReadonlySet<string>; envelopeFrom: string }): MailWriter {
  const from = addressOf(mail.from?.address);
  const name = nameOf(mail.from?.name);
  const answerTo = mail.replyTo.find(({ address }) => addressOf(address) !== null);
  const answerAddress = addressOf(answerTo?.address);
  if (from !== null && answerAddress !== null && answerAddress !== from && !own.has(answerAddress) && (own.has(from) || formMailers.test(from))) {
    return { address: answerAddress, name: nameOf(answerTo?.name) || (own.has(from) ? '' : name), byForm: true };
  }
  if (from !== null) return { address: from, name, byForm: false };
  return { address: addressOf(envelopeFrom), name, byForm: false };
}

/** An address as people are known by it; null where it is none. */
export function addressOf(written: string | undefined): string | null {
  const bare = storable(written ?? '').trim().toLowerCase();
  return bare.length <= longestAddress && /^[^\s@]+@[^\s@]+$/.test(bare) ? bare : null;
}

const nameOf = (written: string | undefined): string => cut(storable(written ?? '').replace(/\s+/g, ' ').trim(), longestName);
