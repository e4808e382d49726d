import type { Mailbox } from './addresses.ts';
import { mailboxes } from './addresses.ts';
import type { Field } from './header-fields.ts';
import { rawField } from './header-fields.ts';
import type { SpamSignName } from './spam-signs.ts';
import { LURES } from './spam-words.ts';

/** One reason a mail looks like spam, and what it weighs. */
export interface SpamSign {
  sign: SpamSignName;
  points: number;
}

/** From this sum on a mail is kept apart. */
export const SPAM_FROM = 5;

const LONGEST_LOOK = 20_000;
const FREE = /@(?:gmail|googlemail|yahoo|outlook|hotmail|live|aol|gmx|mail|proton|protonmail|yandex|qq|163|126|icloud|zoho|inbox)\./i;
const DANGEROUS = /\.(?:exe|scr|pif|bat|cmd|com|js|jse|vbs|vbe|wsf|hta|lnk|iso|img|jar|ps1|msi|xll|cpl|chm|ace|reg)$/i;
const DOUBLE = /\.(?:pdf|docx?|xlsx?|jpe?g|png|txt)\.[a-z0-9]{2,5}$/i;
const SHORTENED = /https?:\/\/(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|is\.gd|ow\.ly|cutt\.ly|rb\.gy|rebrand\.ly|t\.ly|s\.id|shorturl\.at)\//gi;
const NUMBERED_HOST = /https?:\/\/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/i;

function verdicts(fields: Field[]): SpamSign[] {
  const signs: SpamSign[] = [];
  const add = (sign: SpamSignName, points: number): void => void signs.push({ sign, points });
  const says = (name: string, pattern: RegExp): boolean => fields.some((field) => field.name === name && pattern.test(field.value));
  if (says('x-spam-flag', /^\s*yes/i) || says('x-spam-status', /^\s*yes/i) || says('x-spam', /^\s*(?:yes|spam)/i) || says('x-rspamd-action', /reject|add header|rewrite/i)) add('provider', 5);
  const confidence = Number(/^\s*(-?\d+)/.exec(rawField(fields, 'x-ms-exchange-organization-scl') ?? /SCL:(-?\d+)/.exec(rawField(fields, 'x-forefront-antispam-report') ?? '')?.[1] ?? '')?.[1] ?? 0);
  if (confidence >= 5) add('microsoft', confidence >= 7 ? 5 : 4);
  const results = fields.filter(({ name }) => name === 'authentication-results' || name === 'received-spf').map(({ value }) => value.slice(0, 2_000)).join('\n');
  if (/\bdmarc=fail/i.test(results)) add('dmarc', 3);
  else if (/\bspf=(?:fail|hardfail)/i.test(results) || says('received-spf', /^\s*fail/i)) add('spf', 1.5);
  else if (/\bdkim=fail/i.test(results)) add('dkim', 0.5);
  return signs;
}

function senderSigns(fields: Field[], from: Mailbox | null, subject: string): SpamSign[] {
  const signs: SpamSign[] = [];
  const add = (sign: SpamSignName, points: number): void => void signs.push({ sign, points });
  const shown = /[^\s<>"'@]{1,64}@([^\s<>"'@]{1,200}\.[a-z]{2,20})/i.exec(from?.name ?? '')?.[1]?.toLowerCase();
  const real = from?.address.split('@')[1]?.toLowerCase();
  if (shown !== undefined && real !== undefined && shown !== real) add('other-name', 2);
  const [answers] = mailboxes(rawField(fields, 'reply-to'));
  if (answers !== undefined && real !== undefined && !answers.address.toLowerCase().endsWith(real) && FREE.test(answers.address) && !FREE.test(from?.address ?? '')) add('answers-elsewhere', 1.5);
  if (/undisclosed.recipients/i.test(rawField(fields, 'to') ?? '')) add('recipients-hidden', 1);
  if (rawField(fields, 'message-id') === null && fields.some(({ name }) => name === 'received')) add('no-message-id', 0.5);
  const letters = subject.replace(/[^\p{L}]/gu, '');
  if (letters.length >= 12 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) add('subject-shouts', 1);
  if (/[!！]{3,}|[$€£]{2,}|(?:^|\s)(?:\S\s){6,}/u.test(subject)) add('subject-tricks', 1);
  return signs;
}

/** What speaks for spam, sign by sign; the sum decides. */
export function spamSigns(fields: Field[], from: Mailbox | null, subject: string, text: string, html: string, filenames: string[]): SpamSign[] {
  const signs = [...verdicts(fields), ...senderSigns(fields, from, subject)];
  const look = `${subject}\n${text.slice(0, LONGEST_LOOK)}`;
  const lures = LURES.filter(({ pattern }) => pattern.test(look));
  for (const { sign, points } of lures) signs.push({ sign, points });
  const page = html.slice(0, LONGEST_LOOK * 5);
  if (((page.match(SHORTENED) ?? []).length || (look.match(SHORTENED) ?? []).length) > 0) signs.push({ sign: 'short-links', points: 1 });
  if (NUMBERED_HOST.test(page) || NUMBERED_HOST.test(look)) signs.push({ sign: 'numbered-links', points: 2 });
  if (/<form\b/i.test(page) && /type\s*=\s*["']?password/i.test(page)) signs.push({ sign: 'asks-password', points: 4 });
  if (filenames.some((name) => DANGEROUS.test(name))) signs.push({ sign: 'program', points: DOUBLE.test(filenames.find((name) => DANGEROUS.test(name)) ?? '') ? 5 : 3 });
  // Somebody who answers us is hardly a stranger.
  if (/^\s*(?:re|aw|sv|antw|rif|odp|ynt|回复|答复|回覆)\s*[:：]/iu.test(subject) && rawField(fields, 'in-reply-to') !== null) signs.push({ sign: 'answers', points: -2 });
  return signs;
}
