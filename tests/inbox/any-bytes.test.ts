import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '#app/modules/inbox/index.pure.ts';
import { aMail } from './mail-builder.ts';
import { PAGE_REPLIES } from './pages.ts';
import { TEXT_REPLIES } from './replies.ts';

const WORDS = ['Hello', '> quoted', '-- ', 'On Sat, Nov 21, 2026 at 9:00 AM Shop <a@b.example> wrote:', 'From: Shop <a@b.example>', 'Sent: 21 November 2026', 'To: Mia', 'Subject: x', '', '  ', 'Best regards,', 'Sent from my iPhone', '________________________________', '-----Original Message-----', '---------- Forwarded message ---------', '```', '> > deep', '发自我的iPhone', 'Where is it?'];
const anyText = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 30 })), { maxLength: 25 }).map((lines) => lines.map((line) => line.replace(/[\r\n\0\ufeff]/g, ' ')).join('\n'));
const written = (text: string): string[] => text.split('\n').map((line) => line.trimEnd()).filter((line) => line.trim() !== '');

describe('whatever the bytes are', () => {
  test('a mail of any bytes is answered', () => {
    const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)), fc.constantFrom(...['\r\n', '--x\r\n', '--x--\r\n', 'Content-Type: multipart/mixed; boundary=x\r\n\r\n', 'Content-Type: text/html\r\n\r\n<p', 'Content-Transfer-Encoding: base64\r\n', 'Content-Type: application/ms-tnef\r\n\r\n', 'From: ', 'Subject: =?utf-7?Q?', '?='].map((text) => Buffer.from(text)))), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, (given) => {
        const read = readMail(Buffer.concat(given));
        expect(['mail', 'bounce', 'auto-reply', 'complaint', 'spam']).toContain(read.kind);
        expect(JSON.stringify(read.text)).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });

  test('a real mail cut or damaged anywhere is answered', () => {
    const mails = [...TEXT_REPLIES, ...PAGE_REPLIES].map(({ mail }) => aMail(mail));
    fc.assert(
      fc.property(fc.constantFrom(...mails), fc.nat(), fc.nat(), fc.nat({ max: 255 }), (mail, cut, where, byte) => {
        const damaged = Buffer.from(mail.subarray(0, 1 + (cut % mail.length)));
        damaged[where % damaged.length] = byte;
        expect(readMail(damaged).spamScore).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every line of a text has one owner', () => {
  test('new, quoted and signature together are the text, no line lost or doubled', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readMail(aMail({ text }));
        const parts = [read.newText, read.quotedText, read.signature].flatMap(written);
        expect(parts.toSorted()).toEqual(written(read.text).toSorted());
        expect(written(read.text)).toEqual(written(text));
      }),
      { numRuns: 400 },
    );
  });

  test('the new lines keep their order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readMail(aMail({ text }));
        const all = written(read.text);
        let at = 0;
        for (const line of written(read.newText)) {
          at = all.indexOf(line, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
