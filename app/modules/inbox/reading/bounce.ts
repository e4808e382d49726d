import type { Mailbox } from './addresses.ts';
import { mailboxes, senderOf } from './addresses.ts';
import type { Field } from './header-fields.ts';
import { rawField, readHeader } from './header-fields.ts';
import type { Contents } from './mail-contents.ts';
import type { Part } from './part-tree.ts';
import { bodyOf } from './part-tree.ts';
import { messageIds } from './threading.ts';
import { FAILURE_SUBJECT, FAILURE_TEXT, LIST_REFUSAL } from './bounce-words.ts';

/** What did not arrive, at whom, and why. */
export interface Bounce {
  action: 'failed' | 'delayed';
  recipient: string | null;
  /** Enhanced status code, `5.1.1`. */
  status: string | null;
  diagnostic: string | null;
  originalMessageId: string | null;
  /** Every address that failed. */
  recipients: string[];
}

const LONGEST_LOOK = 64 * 1024;
const MOST_RECIPIENTS = 200;
const ADDRESS = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?/gi;
const STATUS = /(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})(?:[^\d.]|$)/;
const DAEMON = /^"?(?:daemon|mailer-?daemon|mail-?daemon|post[_-]?master|mailerdaemon|mdaemon|mail-?router|smtp-?gateway|mailsystem|mail-?server|noreply-?bounce|microsoftexchange[0-9a-f]+|bounces?|system[ -]?administrator|mail-?delivery(?:-subsystem)?)["\\]{0,2}@/i;
const POSTMASTER = /^post[_-]?master@/i;
/** Clubs and their castles are called so, too. */
const BOUNCES = /^bounces?@/i;
/** Addresses of programs that stand between mail servers; they say other things, too. */
const GATEWAY = /(?:^|[._-])(?:smtp|gateways?|antivirus|virus-?wall|imss|mimesweeper|mail[._-]?(?:gw|gateway|service|filter|scanner)|inet-?gw\d*)(?:[._-][^@]{0,60}|\d{0,6})@/i;
const NO_REPLY = /^(?:no|do-?not)[._-]?reply/i;
/** How one mail server refuses another a mail; no courier writes that of a parcel. */
const REFUSAL = /(?:^|[^\d.])[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}[ ;,]/;
const DAEMON_NAME = /^mail delivery service$|mail(?:er)?[ -]?(?:daemon|delivery (?:sub)?system|system)|system administrator|^(?:the )?postmaster(?: (?:at|of|von|de|@) .*)?$|microsoft outlook|(?:email|邮件) ?(?:system|系统)|mail administrator|internet mail delivery|smtp gateway|mail router|interscan|message delivery|delivery system|邮箱系统|系统管理员/i;

/** The addresses in a text, in lower case; a quote before one is none of it. */
function addressesIn(text: string): string[] {
  return (text.match(ADDRESS) ?? []).map((address) => address.replace(/^['`]+/, '').toLowerCase());
}

/** The status a text tells, or what its code of three digits comes to. */
function statusIn(text: string): string | null {
  const plain = /(?:^|[^\d.-])(5[05][0-4]|4[25][0-2])(?:[ -]|$)/m.exec(text)?.[1];
  return STATUS.exec(text)?.[1] ?? (plain === undefined ? null : `${plain[0]}.0.0`);
}

function addressIn(value: string | null): string | null {
  return addressesIn((value ?? '').replace(/^\s*(?:rfc822|utf-8|x400|smtp|unknown)\s*;/i, ''))[0] ?? null;
}

/** The groups of fields of a delivery status, the message's own first. */
function statusGroups(text: string): Field[][] {
  const groups: Field[][] = [];
  for (const group of text.slice(0, LONGEST_LOOK * 4).split(/\n[ \t]*\n/)) {
    const bytes = Buffer.from(group.replace(/^\n+/, ''), 'utf8');
    const { fields } = readHeader(bytes, 0, bytes.length);
    if (fields.length > 0) groups.push(fields);
  }
  return groups;
}

function reportText(contents: Contents): string | null {
  return contents.reports.find(({ type }) => type.endsWith('delivery-status'))?.text ?? null;
}

/** The reports of other servers that one passes on, as the files they came in. */
function passedOn(contents: Contents): Part[] {
  return contents.messages.filter(({ type }) => type === 'multipart/report');
}

/** Some write what became of the mail among the fields of the report, and below them only whom it is about. */
function withShared(groups: Field[][]): Field[][] {
  const [shared, ...others] = groups;
  if (shared === undefined || others.length === 0 || rawField(shared, 'final-recipient') !== null || rawField(shared, 'action') === null) return groups;
  return others.map((fields) => (rawField(fields, 'final-recipient') !== null && rawField(fields, 'action') === null ? [...fields, ...shared] : fields));
}

function fromStatus(report: string | null): Omit<Bounce, 'originalMessageId'> | 'delivered' | null {
  if (report === null) return null;
  const recipients = withShared(statusGroups(report)).filter((fields) => rawField(fields, 'final-recipient') !== null || rawField(fields, 'original-recipient') !== null || rawField(fields, 'action') !== null);
  const actionOf = (fields: Field[]): string => (rawField(fields, 'action') ?? '').toLowerCase().trim();
  const statusOf = (fields: Field[]): string | null => STATUS.exec(rawField(fields, 'status') ?? '')?.[1] ?? statusIn(rawField(fields, 'diagnostic-code') ?? '');
  const failed = recipients.filter((fields) => actionOf(fields).startsWith('fail') || (actionOf(fields) === '' && (statusOf(fields) ?? '').startsWith('5')));
  const delayed = recipients.filter((fields) => actionOf(fields).startsWith('delay'));
  const told = failed.length > 0 ? failed : delayed;
  const [first] = told;
  if (first === undefined) return recipients.length > 0 && recipients.every((fields) => /^(?:delivered|relayed|expanded)/.test(actionOf(fields))) ? 'delivered' : null;
  const of = (fields: Field[]): string | null => addressIn(rawField(fields, 'final-recipient')) ?? addressIn(rawField(fields, 'original-recipient'));
  return {
    action: failed.length > 0 ? 'failed' : 'delayed',
    recipient: addressIn(rawField(first, 'original-recipient')) ?? of(first),
    status: statusOf(first),
    diagnostic: rawField(first, 'diagnostic-code')?.replace(/\s+/g, ' ') ?? null,
    recipients: told.flatMap((fields) => of(fields) ?? []),
  };
}

function originalId(fields: Field[], contents: Contents, text: string): string | null {
  for (const report of passedOn(contents)) {
    const came = report.children.find(({ type }) => type === 'message/rfc822' || type === 'text/rfc822-headers');
    const bytes = came === undefined ? Buffer.alloc(0) : bodyOf(came, LONGEST_LOOK);
    const [id] = messageIds(rawField(readHeader(bytes, 0, bytes.length).fields, 'message-id'));
    if (id !== undefined) return id;
  }
  for (const message of contents.messages) {
    const [id] = messageIds(rawField(message.fields, 'message-id'));
    if (id !== undefined) return id;
  }
  const inText = /(?:^|\n)[ \t>]*(?:original-)?message-id[ \t]*:[ \t]*\n?[ \t]*(<[^<>\s]{3,300}>)/i.exec(text)?.[1];
  return inText ?? messageIds(rawField(fields, 'x-original-message-id'))[0] ?? messageIds(rawField(fields, 'in-reply-to'))[0] ?? messageIds(rawField(fields, 'references')).at(-1) ?? null;
}

/** The line above those whom a mail did not reach. */
const FAILED_BELOW = /(?:did(?: not|n.t) reach|not (?:be )?delivered to|could not be (?:delivered|reached)|following (?:recipient|address|destinat)|failed (?:recipient|address)|(?:fatal|permanent) errors?|(?:无法|不能)(?:发送|投递|送达))[^\n]{0,120}\n/i;

const ALONE = /(?:^|\n)[ \t>*-]{0,20}[<"]?([!#-'*-9;=?-~]{1,64}@[a-z0-9.-]{3,200})[>"]?[ \t]*(?=:|on[ \t]|\n|$)/gi;

function listedIn(text: string): string[] {
  const below = FAILED_BELOW.exec(text);
  return below === null ? [] : [...text.slice(below.index + below[0].length).matchAll(ALONE)].slice(0, MOST_RECIPIENTS).map((match) => match[1] ?? '');
}

/** Whom a report in plain words names, the surest first: not its sender, not the one it is sent to. */
function recipientsIn(text: string, not: Set<string>): string[] {
  const head = text.split(/\n[-=_ ]*(?:original message|below this line|transcript of session|returned message|ursprüngliche|the following is|message headers?|header of|return-path:|received:)/i)[0] ?? text;
  const marked = [...head.matchAll(/(?:^|\n)[ \t]*(?:to[ \t]*:[ \t]*|rcpt to:[ \t]*)?<?([!-'*-9;=?-~]{1,64}@[a-z0-9.-]{3,200})>?[ \t]*(?::|\n|$)/gi)].map((match) => match[1] ?? '');
  const of = (addresses: string[]): string[] => [...new Set(addresses.map((address) => address.toLowerCase()))].filter((address) => !not.has(address));
  const people = of([...marked, ...addressesIn(head)]).filter((address) => !DAEMON.test(address));
  const failed = of(listedIn(head)).filter((address) => !DAEMON.test(address));
  if (failed.length > 0) return failed;
  // A mail to a postmaster comes back like any other.
  return people.length > 0 ? people.slice(0, 1) : of(marked).slice(0, 1);
}

/** Whom the mail that came back was for, where the report names nobody. */
function addressees(contents: Contents, text: string, not: Set<string>): string[] {
  const told = contents.messages.map(({ fields }) => rawField(fields, 'to')).find((to) => to !== null) ?? /\nto[ \t]*:([^\n]{3,300})/i.exec(text)?.[1] ?? null;
  const boxes = mailboxes(told).map(({ address }) => address.toLowerCase());
  return boxes.length === 1 ? boxes.filter((address) => address.includes('@') && !not.has(address)) : [];
}

/** Whose rules turned a mail away: those say so as a receipt. */
function refusedBy(contents: Contents): string | null {
  const receipt = contents.reports.find(({ type }) => type === 'message/disposition-notification');
  const [named] = receipt === undefined ? [] : statusGroups(receipt.text).flatMap((fields) => rawField(fields, 'final-recipient') ?? []);
  return named === undefined ? null : addressIn(named);
}

export interface BounceSigns {
  fields: Field[];
  contents: Contents;
  from: Mailbox | null;
  subject: string;
  text: string;
  reportType: string | null;
}

/** Whether the sender is a mail system, not a person. */
export function isMailSystem(from: Mailbox | null): boolean {
  return from !== null && (DAEMON.test(from.address) || DAEMON_NAME.test(from.name) || /^mailer-daemon$/i.test(from.address));
}

/** Whether the sender is a program beside the mail system, for which its words have to speak, too. */
function isGateway(from: Mailbox | null, text: string): boolean {
  return from !== null && (GATEWAY.test(from.address) || (NO_REPLY.test(from.address) && REFUSAL.test(text)));
}

/** Whether nobody can stand behind this sender: a mail daemon by name. */
export function isDaemon(from: Mailbox | null): boolean {
  return from !== null && (/^mailer-?daemon(?:@|$)/i.test(from.address) || /^mailer-?daemon$/i.test(from.name));
}

/** Reads a mail as a delivery report, RFC 3464 or in the words of qmail, Exim, Exchange and the large providers; null when it is none. */
export function readBounce(signs: BounceSigns): Bounce | 'delivered' | null {
  const { fields, contents, from, subject } = signs;
  const text = signs.text.slice(0, LONGEST_LOOK);
  const system = isMailSystem(from);
  const [passed] = system ? passedOn(contents) : [];
  const within = passed?.children.find(({ type }) => type.endsWith('delivery-status'));
  const stated = fromStatus(reportText(contents) ?? (within === undefined ? null : bodyOf(within, LONGEST_LOOK * 4).toString('utf8').replace(/\r\n?/g, '\n')));
  if (stated === 'delivered') return stated;
  const id = originalId(fields, contents, text);
  if (stated !== null) return { ...stated, originalMessageId: id };
  const nobody = /^<\s*>$|^<?mailer-daemon\b/i.test(rawField(fields, 'return-path') ?? '');
  const failedField = rawField(fields, 'x-failed-recipients');
  const subjectSays = FAILURE_SUBJECT.test(subject);
  const textSays = FAILURE_TEXT.test(text.slice(0, 8_000));
  const report = signs.reportType === 'delivery-status' || reportText(contents) !== null;
  // What came back, or its header with its way through the servers: no customer writes that below such a subject, and what they attach is the report.
  const cameBack = rawField(fields, 'in-reply-to') === null && (contents.messages.some((message) => !isMailSystem(senderOf(message.fields))) || (/\n[> \t]*received: from /i.test(text) && /\n[> \t]*message-id: ?</i.test(text)));
  // What somebody sent comes back to them from nowhere, whatever it is called.
  const toUs = new Set(mailboxes(rawField(fields, 'to')).map(({ address }) => address.toLowerCase()));
  const returned = nobody && textSays && contents.messages.some((message) => mailboxes(rawField(message.fields, 'from')).some(({ address }) => toUs.has(address.toLowerCase())));
  const not = new Set([from?.address.toLowerCase() ?? '', ...toUs]);
  const tellsWhom = (): boolean => statusIn(text) !== null || recipientsIn(text, not).length > 0;
  const gateway = isGateway(from, text) && (cameBack || tellsWhom());
  const refused = /\bfml\b/i.test(rawField(fields, 'x-mlserver') ?? '') && LIST_REFUSAL.test(subject);
  // People write as postmaster, and of parcels: their words have to be those of a server.
  const postmaster = POSTMASTER.test(from?.address ?? '') && !subjectSays;
  const club = BOUNCES.test(from?.address ?? '') && !DAEMON_NAME.test(from?.name ?? '');
  const systemSays = system && (subjectSays || textSays) && (!postmaster || statusIn(text) !== null || listedIn(text).length > 0) && (!club || tellsWhom());
  const sure = returned || report || refused || failedField !== null || systemSays || (subjectSays && (nobody || (textSays && (cameBack || gateway))));
  if (!sure) return null;
  const refuser = refusedBy(contents);
  const named = failedField !== null ? addressesIn(failedField) : refuser !== null ? [refuser] : recipientsIn(text, not);
  const listed = named.length > 0 ? named : addressees(contents, text, not);
  const delayed = /\b(?:delay(?:ed)?|warning|will (?:keep|continue) (?:trying|to try)|still being retried|verzöger|retardé|retraso|延迟|遅延)/i.test(`${subject}\n${text.slice(0, 2_000)}`) && !/permanent|gave up|giving up|(?<!non-)fatal/i.test(text.slice(0, 4_000));
  return {
    action: delayed ? 'delayed' : 'failed',
    recipient: listed[0] ?? null,
    status: statusIn(text),
    diagnostic: /[^\n]{0,200}(?:[^\d.]|^)[45](?:\.\d{1,3}\.\d{1,3}|\d\d[ -])[^\n]{0,300}/m.exec(text)?.[0]?.trim() ?? null,
    originalMessageId: id,
    recipients: listed,
  };
}
