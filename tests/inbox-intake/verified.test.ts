import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { whoVouches } from '#app/platform/mail-in/who-vouches.server.ts';
import { inboxStage, type InboxStage } from './stage.ts';

let stage: InboxStage;
beforeAll(async () => {
  stage = await inboxStage();
});
afterAll(() => stage.close());

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const dns = async (domain: string): Promise<string[][]> => {
  if (domain === 'one._domainkey.evil.example') return [[key]];
  throw Object.assign(new Error('There is none.'), { code: 'ENOTFOUND' });
};

/** A mail that Eve's own domain signed, with lines before all others; as it was checked and kept. */
async function kept(from: string, before = '') {
  const mail = Buffer.from(`${from}\r\nTo: help@shop.example\r\nSubject: Order 1001\r\nMessage-ID: <${Math.random()}@evil.example>\r\n\r\nSend it elsewhere.\r\n`, 'utf8');
  const by = { signingDomain: 'evil.example', selector: 'one', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  const { signatures } = await dkimSign(mail, { ...by, signatureData: [by] });
  const bytes = Buffer.concat([Buffer.from(before, 'utf8'), Buffer.from(signatures), mail]);
  const arrivalId = await stage.arrive(bytes, await whoVouches(bytes, { from: '' }, dns));
  await stage.keep(arrivalId);
  return (await stage.keptAs(arrivalId)).message;
}

test('whom the check stands for is verified', async () => {
  expect(await kept('From: Eve <Eve@evil.example>')).toMatchObject({ from_address: 'eve@evil.example', verified: 'yes' });
});

test.each([
  ['behind a remark without end', `From: victim@customer.example (${'x'.repeat(33_000)}) <eve@evil.example>`, ''],
  ['below a From behind a mark of the byte order', 'From: eve@evil.example', '\ufeffFrom: victim@customer.example\r\n'],
])('a From that is read in two ways, with the signer %s, verifies nobody', async (_, from, before) => {
  expect(await kept(from, before)).toMatchObject({ from_address: 'victim@customer.example', verified: 'unknown' });
});
