import { expect, test } from 'vitest';
import { keepMailJobOf } from '#app/modules/inbox/intake/jobs.ts';
import { aMail } from '../inbox/mail-builder.ts';

const lineOf = (from: string) => keepMailJobOf(aMail({ from })).line;

test('what one sender writes stands in one line, however they are written', () => {
  const own = lineOf('Mia <mia@customer.example>');
  for (const from of ['mia@customer.example', '"Sommer, Mia" <MIA@customer.example>', '=?utf-8?q?Mia?=\r\n <mia@customer.example>']) expect(lineOf(from)).toBe(own);
});

test('many senders stand in several', () => {
  expect(new Set(Array.from({ length: 50 }, (_, at) => lineOf(`c${at}@customer.example`))).size).toBeGreaterThan(1);
});

test('a mail without a sender has a line, too', () => {
  expect(keepMailJobOf(Buffer.from('Subject: x\r\n\r\nFrom: nobody@customer.example')).line).toBe(keepMailJobOf(Buffer.alloc(0)).line);
});
