import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { cut } from '#app/kernel/text.ts';
import { linkKnown } from '../people/link-known.server.ts';
import { personFor } from '../people/person-for.server.ts';
import { unreachedPerson } from '../people/unreached-person.server.ts';
import { wantAcknowledgement } from '../replies/receipt/want-acknowledgement.server.ts';
import { readReplyToken } from '../replies/reply-token.ts';
import { addMessage, type NewMessage } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { readRoot } from '../tickets/lock-root.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { guessLocale } from './guess-locale.ts';
import { keepFiles } from './keep-files.server.ts';
import type { IncomingMail } from './incoming-mail.ts';
import type { MailFile } from './mail-files.ts';
import { mayJoin } from './may-join.server.ts';
import { noteNamedOrders } from './note-named-orders.server.ts';
import { placeMail, type Placement } from './place-mail.server.ts';
import { raiseForWords } from './raise-for-words.server.ts';
import { reportedMessage, type Reported } from './reported-message.server.ts';
import { spamBecause } from './spam-because.server.ts';
import { topicOf } from './topic-of.ts';
import { verifiedAs } from './verified.ts';
import { whyUnanswered } from './why-unanswered.server.ts';
import { writerOf } from './writer-of.ts';

export interface Arrival {
  id: bigint;
  mailbox_id: string | null;
  envelope_from: string;
  envelope_to: string[];
  raw_file: string;
  received_at: Date;
  vouched: string;
  checks: unknown;
  /** It lay in the spam folder of its mailbox. */
  from_junk: boolean;
}

interface Kept {
  incoming: IncomingMail;
  key: string;
  attached: readonly MailFile[];
  arrival: Arrival;
  /** The shop's own addresses. */
  own: ReadonlySet<string>;
}

const longestText = 200_000;
const mostReferences = 100;

/** Puts a mail where it belongs and does what follows from it, in the caller's transaction. */
export async function keepMessage(tx: ShopTx, { shop, secrets, now }: { shop: Shop; secrets: readonly string[]; now: Date }, { incoming, key, attached, arrival, own }: Kept): Promise<bigint> {
  const { mail, page } = incoming;
  const writer = writerOf(mail, { own, envelopeFrom: arrival.envelope_from });
  const verified = verifiedAs(writer, arrival);
  const locale = mail.kind === 'mail' || mail.kind === 'spam' ? guessLocale(`${mail.subject}\n${mail.newText}`) : null;
  const { subject } = mail;
  const personId = writer.address === null ? await unreachedPerson(tx, writer.name, now) : await personFor(tx, { handle: { kind: 'email', value: writer.address }, name: writer.name, locale }, now);
  await linkKnown(tx, personId, now);

  const token = [...arrival.envelope_to, ...mail.threading.recipients].map((address) => readReplyToken(address, { shopId: shop.id, secrets })).find((answered) => answered !== null) ?? null;
  const reported = mail.kind === 'bounce' || mail.kind === 'complaint' ? await reportedMessage(tx, mail, { shopId: shop.id, secrets, token, now }) : null;
  const placement = reported ? await placementOf(tx, reported) : await placeMail(tx, { mail, address: writer.address, personId, token, mayGuess: verified !== 'no', shopId: shop.id, now });
  const { placed, seemsToAnswer } = placement;
  const spamSigns = placed ? [] : await spamBecause(tx, { mail, isFromJunk: arrival.from_junk, personId, address: writer.address, verified });
  const isSpam = spamSigns.length > 0;
  const kind = messageKind[mail.kind];

  const sorted = !placed && kind === 'mail' ? topicOf(subject, mail.newText) : {};
  const ticketId = placed?.ticketId ?? (await openTicket(tx, { personId, channel: 'email', mailboxId: arrival.mailbox_id, subject, locale, spam: isSpam, ...sorted }, now));
  const ticket = placed ? await readRoot(tx, placed.ticketId) : { id: ticketId, personId };
  const unanswered = await whyUnanswered(tx, { mail, isSpam: isSpam || arrival.from_junk, address: writer.address, own, ticketId, personId, now });
  // Beside the ticket's own, whoever was written to there is expected, and the ticket's person is not.
  const sideId = placed?.sideId ?? null;
  const isExpected = ticket === null || (sideId === null ? ticket.personId === personId : await mayJoin(tx, { ticketId: ticket.id, personId: ticket.personId, sideId }, { address: writer.address, personId }));
  const message: NewMessage = {
    direction: 'in',
    channel: 'email',
    author: kind !== 'mail' && kind !== 'auto_reply' ? 'third' : sideId === null ? 'person' : 'third',
    authorId: personId,
    authorName: writer.name,
    sideId,
    from: writer.address,
    to: mail.threading.to.length > 0 ? mail.threading.to : arrival.envelope_to,
    cc: mail.threading.cc,
    subject,
    text: cut(mail.newText, longestText),
    quoted: cut(mail.quotedText, longestText),
    signature: cut(mail.signature, longestText),
    html: page?.html ?? null,
    hasRemote: page?.hasRemote ?? false,
    locale,
    kind,
    unanswered,
    verified,
    spamScore: mail.spamScore,
    spamSigns,
    placedBy: placed?.by ?? 'new',
    mailId: mail.threading.messageId,
    references: [...new Set([...mail.threading.references, ...mail.threading.inReplyTo])].slice(-mostReferences),
    dedupeKey: key,
    rawFile: arrival.raw_file,
    warnings: warningsOf(incoming, { attached, isOther: !isExpected && kind === 'mail' }),
    bouncedMessageId: reported?.messageId ?? null,
    happenedAt: arrival.received_at,
  };
  const added = await addMessage(tx, ticketId, message, now);
  // Whoever kept it meanwhile has put it somewhere; what was begun for it here is taken back, and trying again finds it.
  if (!added.isNew) throw new Error('A mail was kept twice at once.');

  await keepFiles(tx, added.id, attached);
  if (seemsToAnswer !== null) await noteTicketEvent(tx, { ticketId, type: 'seems_to_answer', data: { ticketId: seemsToAnswer }, actor: null, now });
  if (kind === 'mail' && sideId === null) {
    await noteNamedOrders(tx, { ticketId, ticketPersonId: ticket?.personId ?? personId, personId, address: writer.address, verified, mail, shopId: shop.id, now });
  }
  if (kind === 'mail' && placed && sideId === null) await raiseForWords(tx, { ticketId, text: mail.newText, now });
  // Nobody has to do anything about what a program wrote; where an answer of ours did not arrive, somebody has.
  if (kind !== 'mail' && !placed) await changeTicket(tx, { ticketId, changes: { state: 'closed' }, actor: null, now });
  if (reported && !reported.isAcknowledgement && mail.bounce?.action === 'failed') await changeTicket(tx, { ticketId, changes: { state: 'open' }, actor: null, now });
  if (kind === 'mail') await wantAcknowledgement(tx, added.id);
  return added.id;
}

const messageKind = { mail: 'mail', spam: 'mail', bounce: 'bounce', complaint: 'complaint', 'auto-reply': 'auto_reply' } as const;

async function placementOf(tx: ShopTx, { ticketId, sideId }: Reported): Promise<Placement> {
  const root = await readRoot(tx, ticketId);
  return { placed: root && { ticketId: root.id, sideId, by: 'reference' }, seemsToAnswer: null };
}

function warningsOf({ mail, page: _page }: IncomingMail, { attached, isOther }: { attached: readonly MailFile[]; isOther: boolean }): string[] {
  const isCut = [mail.newText, mail.quotedText, mail.signature].some((text) => text.length > longestText);
  const all = [...mail.warnings, ...(isCut ? ['text-cut'] : []), ...(mail.attachments.length > attached.length ? ['files-left-out'] : []), ...(isOther ? ['other-sender'] : [])];
  return [...new Set(all)];
}
