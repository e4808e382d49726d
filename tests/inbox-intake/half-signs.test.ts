import { afterAll, beforeAll, expect, test } from 'vitest';
import { cut } from '#app/kernel/text.ts';
import { second } from '#app/kernel/time.ts';
import { visitContact } from './contact-visit.ts';
import { inboxStage, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

/** Signs of two places, the first of them in the last place before so many. */
const astride = (most: number, sign = '😀') => `${'a'.repeat(most - 1)}${sign.repeat(3)}`;

test('what is cut ends with a whole sign', () => {
  expect([cut('ab😀', 3), cut('ab😀', 4), cut('\ude00b', 2), cut('plain', 3)]).toEqual(['ab', 'ab😀', '\ufffdb', 'pla']);
});

test.each([
  ['name', { from: `"${astride(200)}" <x@customer.example>` }],
  ['first words', { text: astride(160) }],
  ['word to be found by', { text: astride(64, '𐌰') }],
  ['subject', { subject: astride(500) }],
  ['file', { files: [{ name: astride(255), content: 'x' }] }],
  ['end of a long text', { text: `${'a'.repeat(70)}\n`.repeat(3_000).slice(0, 199_999) + '😀😀' }],
  ['end of what is searched for orders', { text: astride(20_000) }],
])('a mail is kept whose %s has an emoji where we cut', async (_, parts) => {
  const { message, ticket } = await stage.mail({ from: 'x@customer.example', ...parts });
  expect([message.text, message.author_name, ticket.subject, ticket.preview].every((text) => text.isWellFormed())).toBe(true);
});

test('and so is what is written in the form of the storefront', async () => {
  const { key: form } = await visitContact(stage, {});
  stage.clock.offset += 20 * second;
  const { html } = await visitContact(stage, { fields: { email: 'x@customer.example', name: astride(120), topic: 'other', order: '', message: astride(160), agree: 'yes', website: '', form } });
  expect(html).toContain('We have your message');
});

test.each([
  ['what it answers', ['In-Reply-To: <a\0b@customer.example>', 'References: <c\0d@customer.example>']],
  ['its own id', ['Message-ID: <own\0id@customer.example>']],
  ['why nobody answers it', ['Auto-Submitted: auto\0generated']],
  ['whom it is for', ['Cc: a\0b@customer.example', 'Reply-To: "c\0d" <e\0f@customer.example>']],
])('a mail is kept that has a sign no database takes in %s', async (_, fields) => {
  const arrivalId = await stage.arrive(Buffer.from(['From: x@customer.example', ...fields, 'Subject: Nothing', '', `Hello ${fields.join()}`].join('\r\n')));
  await stage.keep(arrivalId);
  expect((await stage.keptAs(arrivalId)).message.text).toContain('Hello');
});
