import type { Mailbox } from '../reading/addresses.ts';
import type { ReadMail } from '../reading/read-mail.ts';
import { storable } from '#app/kernel/text.ts';

type Words = Omit<ReadMail, 'html'>;

const orNull = (text: string | null): string | null => text && storable(text);
const each = (texts: readonly string[]): string[] => texts.map(storable);
const whole = ({ name, address }: Mailbox): Mailbox => ({ name: storable(name), address: storable(address) });

/** A read mail of which the database takes every word, to be kept or to be looked for: what somebody wrote into a header, too. */
export function storableMail(mail: Words): Words {
  const { from, replyTo, threading, bounce, complaint, attachments } = mail;
  return {
    ...mail,
    subject: storable(mail.subject),
    text: storable(mail.text),
    newText: storable(mail.newText),
    quotedText: storable(mail.quotedText),
    signature: storable(mail.signature),
    from: from && whole(from),
    replyTo: replyTo.map(whole),
    automatic: orNull(mail.automatic),
    unanswered: orNull(mail.unanswered),
    threading: { messageId: orNull(threading.messageId), inReplyTo: each(threading.inReplyTo), references: each(threading.references), recipients: each(threading.recipients), to: each(threading.to), cc: each(threading.cc) },
    bounce: bounce && { ...bounce, recipient: orNull(bounce.recipient), diagnostic: orNull(bounce.diagnostic), originalMessageId: orNull(bounce.originalMessageId), recipients: each(bounce.recipients) },
    complaint: complaint && { type: storable(complaint.type), recipient: orNull(complaint.recipient), originalMessageId: orNull(complaint.originalMessageId) },
    attachments: attachments.map((file) => ({ ...file, filename: orNull(file.filename), contentId: orNull(file.contentId) })),
    warnings: each(mail.warnings),
  };
}
