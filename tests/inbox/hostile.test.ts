import { describe, expect, test } from 'vitest';
import { readMail, readMailHead } from '#app/modules/inbox/index.pure.ts';
import { threadTime } from '#tests/harness/thread-time.ts';

const HEAD = 'From: a@b.example\nSubject: s\n';
const page = (html: string): string => `${HEAD}Content-Type: text/html\n\n${html}`;
const MB = 1024 * 1024;
// Five seconds are promised on a machine with other work; a tenth of that is usual.
const LIMIT_MS = 5_000;

const nested = (levels: number): string => `${HEAD}${Array.from({ length: levels }, (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n`).join('')}\nhello\n`;

/** Mails made to end a process or to keep it busy; the text or file that must come out of them all the same, where there is one. */
const BOMBS: [string, () => string, { subject?: string; text?: string; warning?: string }][] = [
  ['parts nested 1,000 deep', () => nested(1_000), { subject: 's', warning: 'nested-too-deep' }],
  ['parts nested 50,000 deep', () => nested(50_000), { warning: 'nested-too-deep' }],
  ['messages nested 5,000 deep', () => `${HEAD}${'Content-Type: message/rfc822\n\nFrom: a@b.example\n'.repeat(5_000)}\nhello`, { warning: 'nested-too-deep' }],
  ['50,000 parts', () => `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n${'--x\nContent-Type: text/plain\n\nhi\n'.repeat(50_000)}`, { subject: 's', warning: 'too-many-parts' }],
  ['500,000 header fields', () => `${HEAD}${'X-A: b\n'.repeat(500_000)}\nhello`, { subject: 's', text: 'hello', warning: 'header-cut' }],
  ['a header field of 5 MB', () => `${HEAD}X-Long: ${'abc '.repeat(1_250_000)}\n\nhello`, { subject: 's', text: 'hello', warning: 'header-cut' }],
  ['a field folded 500,000 times', () => `${HEAD}X-Fold:${'\n a'.repeat(500_000)}\n\nhello`, { subject: 's', text: 'hello', warning: 'header-cut' }],
  ['50 MB of line feeds', () => `${HEAD}\n${'\n'.repeat(50 * MB)}`, { subject: 's' }],
  ['50 MB of text', () => `${HEAD}\n${'a line of text that goes on and on\n'.repeat((50 * MB) / 35)}`, { subject: 's', warning: 'text-cut' }],
  ['50 MB in base64', () => `${HEAD}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n${`${'QUJD'.repeat(19)}\n`.repeat((50 * MB) / 77)}`, { subject: 's' }],
  ['ten million pieces of base64 padded one by one', () => `${HEAD}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n${'QQ==\n'.repeat(10_000_000)}`, { subject: 's' }],
  ['50 MB of escapes that escape nothing', () => `${HEAD}Content-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: quoted-printable\n\n${'='.repeat(50 * MB)}`, { subject: 's' }],
  ['a header with 18 lines of junk before every field', () => `${HEAD}${`${'junk\n'.repeat(18)}X-A: b\n`.repeat(400_000)}`, { subject: 's' }],
  ['20 million header fields', () => `${HEAD}${'a:\n'.repeat(20_000_000)}\nhello`, { subject: 's', text: 'hello', warning: 'header-cut' }],
  ['a report that begins with a million blanks', () => `From: MAILER-DAEMON@b.example\nSubject: failure notice\n\n${' '.repeat(1_000_000)}x`, { subject: 'failure notice' }],
  ['100,000 links on one line', () => page('<a href="https://x.example/?a=b&amp;c=d">link</a> '.repeat(100_000)), { subject: 's' }],
  ['200,000 open quotes', () => page('<div><blockquote>'.repeat(200_000)), { subject: 's' }],
  ['a million tags that never close', () => page('<a "'.repeat(1_000_000)), { subject: 's' }],
  ['a million comments that never close', () => page('<!--'.repeat(1_000_000)), { subject: 's' }],
  ['styles that never quite close', () => page('<style>a</style'.repeat(200_000)), { subject: 's' }],
  ['tags with a hundred classes each', () => page(`<div ${'class='.repeat(330)}>x</div>`.repeat(2_000)), { subject: 's' }],
  ['four million ampersands', () => page('&'.repeat(4_000_000)), { subject: 's' }],
  ['a line of four million blanks', () => `${HEAD}\n${' '.repeat(4_000_000)}x`, { subject: 's' }],
  ['200,000 attributions', () => `${HEAD}\n${'On Mon 2026 at 10:00 a\n'.repeat(200_000)}`, { subject: 's' }],
  ['300,000 header blocks', () => `${HEAD}\n${'From: a\nSent: b\n'.repeat(150_000)}`, { subject: 's' }],
  ['60,000 open brackets for a sender', () => `From: ${'('.repeat(60_000)}\nSubject: s\n\nhello`, { subject: 's', text: 'hello' }],
  ['a name of 5,000 at signs', () => `From: "mia@${'@'.repeat(5_000)}" <mia@b.example>\nSubject: s\n\nhello`, { subject: 's', text: 'hello' }],
  ['a page of a million blanks that are not to be broken', () => page(`<p>${'\u00a0'.repeat(1_000_000)}x</p>`), { subject: 's' }],
  ['an attribution over two lines of a million marks', () => `${HEAD}\nOn Mon, 21 Nov 2026 at 10:00\n${'> '.repeat(500_000)}x`, { subject: 's' }],
  ['60,000 closing brackets for a sender', () => `From: ${')'.repeat(60_000)}\nSubject: s\n\nhello`, { subject: 's', text: 'hello' }],
  ['boundaries that are none', () => `${HEAD}Content-Type: multipart/mixed; boundary=x\n\n${'--xa\n'.repeat(3_000_000)}`, { subject: 's' }],
  ['an endless TNEF', () => `${HEAD}Content-Type: application/ms-tnef\n\n\x78\x9f\x3e\x22\0\0${'\x01\x02\x90\x06\0\0\0\0\0\0\0'.repeat(300_000)}`, { subject: 's' }],
];

describe('a mail made to do harm', () => {
  test.each(BOMBS)('%s is read in time and leaves the process whole', (_, make, { subject, text, warning }) => {
    const bytes = Buffer.from(make(), 'latin1');
    const begun = threadTime();
    const read = readMail(bytes);
    expect(threadTime() - begun).toBeLessThan(LIMIT_MS);
    if (subject !== undefined) expect(read.subject).toBe(subject);
    if (text !== undefined) expect(read.text).toBe(text);
    if (warning !== undefined) expect(read.warnings).toContain(warning);
  }, 30_000);

  test('that could not be read whole still shows who wrote and about what', () => {
    const read = readMailHead(Buffer.from('From: Mia <mia@customer.example>\r\nSubject: Order\r\nMessage-ID: <1@x>\r\n\r\nnever read'), 'not-read-in-time');
    expect(read).toMatchObject({ subject: 'Order', from: { address: 'mia@customer.example' }, text: '', warnings: ['not-read-in-time'], threading: { messageId: '<1@x>' } });
  });
});
