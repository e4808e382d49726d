import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMailReader, keepMail, type MailReader } from '#app/modules/inbox/index.server.ts';
import { inboxStage, secrets, type InboxStage } from './stage.ts';

let stage: InboxStage;
let reader: MailReader;
beforeAll(async () => {
  stage = await inboxStage();
  reader = createMailReader();
});
afterAll(async () => {
  await reader.close();
  await stage.close();
});

const head = 'From: Mia <mia@customer.example>\nSubject: harm\nMessage-ID: <harm@customer.example>\n';
const MB = 1024 * 1024;

/** Mails made to end a process, to keep it busy or to fill a database, from their bytes to the ticket they become. */
test.each([
  ['parts nested 50,000 deep', () => Array.from({ length: 50_000 }, (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\n\n--b${level}\n`).join('')],
  ['messages nested 5,000 deep', () => 'Content-Type: message/rfc822\n\nFrom: a@b.example\n'.repeat(5_000)],
  ['a page nested 100,000 deep', () => `Content-Type: text/html\n\n${'<div><svg>'.repeat(100_000)}`],
  ['50 MB of text', () => `\n${'a line of text that goes on and on\n'.repeat((50 * MB) / 35)}`],
  ['50 MB in one file', () => `Content-Type: application/zip; name=bomb.zip\nContent-Transfer-Encoding: base64\n\n${`${'QUJD'.repeat(19)}\n`.repeat((50 * MB) / 77)}`],
  ['a thousand files', () => `Content-Type: multipart/mixed; boundary=x\n\n${'--x\nContent-Type: image/png; name=a.png\n\nx\n'.repeat(1_000)}--x--`],
  ['10,000 recipients and references', () => `To: ${Array.from({ length: 10_000 }, (_, at) => `a${at}@b.example`).join(', ')}\nReferences: ${Array.from({ length: 10_000 }, (_, at) => `<${at}@b.example>`).join(' ')}\n\nhello`],
  ['an address, an id and a name without end', () => `Reply-To: ${'x'.repeat(60_000)}@b.example\nIn-Reply-To: <${'y'.repeat(60_000)}@b.example>\nContent-Type: application/pdf; name="${'z'.repeat(60_000)}"\n\nhello`],
])('%s is a ticket in time, with its sender and subject', async (what, body) => {
  const id = await stage.arrive(Buffer.from(head.replace('harm@', `${what.replace(/\W/g, '')}@`) + body(), 'latin1'));
  const begun = performance.now();
  await keepMail(stage.ctx, { files: stage.files, read: reader.read, secrets }, { arrivalId: id });
  expect(performance.now() - begun).toBeLessThan(15_000);
  const { message, arrival } = await stage.keptAs(id);
  expect(message).toMatchObject({ from_address: 'mia@customer.example', subject: 'harm' });
  expect(message.raw_file).toBe(arrival.raw_file);
}, 60_000);
