import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { describe, expect, it } from 'vitest';
import { whoVouches } from '#app/platform/mail-in/who-vouches.server.ts';
import { threadTime } from '#tests/harness/thread-time.ts';
import { lines, mailOf } from './stage.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const records: Record<string, string> = {
  'one._domainkey.example.com': key,
  'one._domainkey.elsewhere.example': key,
  'example.com': 'v=spf1 ip4:203.0.113.7 -all',
  'attacker.example': 'v=spf1 ip4:203.0.113.66 -all',
  '_dmarc.example.com': 'v=DMARC1; p=reject',
};
const asked: string[] = [];
/** The only DNS there is. */
const dns = async (domain: string, type: string): Promise<string[][]> => {
  asked.push(domain);
  const record = type === 'TXT' ? records[domain] : undefined;
  if (record === undefined) throw Object.assign(new Error(`There is no ${type} of ${domain}.`), { code: 'ENOTFOUND' });
  return [[record]];
};

const signed = async (mail: Buffer, domain: string): Promise<Buffer> => {
  const by = { signingDomain: domain, selector: 'one', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
  const { signatures } = await dkimSign(mail, { ...by, signatureData: [by] });
  return Buffer.concat([Buffer.from(signatures), mail]);
};
const own = { ip: '203.0.113.7', helo: 'mx.example.com' };
const stranger = { ip: '203.0.113.66', helo: 'mx.attacker.example' };

describe('a mail is vouched for', () => {
  it('where the signature of its sender\'s domain holds, whoever brought it', async () => {
    const mail = await signed(mailOf('Signed'), 'example.com');
    expect(await whoVouches(mail, { from: 'list@elsewhere.example', client: stranger }, dns)).toMatchObject({ vouched: 'yes', checks: { dkim: 'pass', author: 'ada@example.com' } });
    expect(await whoVouches(mail, { from: '' }, dns)).toMatchObject({ vouched: 'yes' });
  });

  it('where its sender\'s own server brought it', async () => {
    expect(await whoVouches(mailOf('By SPF'), { from: 'ada@example.com', client: own }, dns)).toMatchObject({ vouched: 'yes', checks: { spf: 'pass' } });
  });
});

describe('a mail is not vouched for', () => {
  it('by another domain: neither a signature nor a server of somebody else makes it the sender\'s', async () => {
    const mail = await signed(mailOf('Signed by another'), 'elsewhere.example');
    expect((await whoVouches(mail, { from: '' }, dns)).vouched).toBe('unknown');
    expect(await whoVouches(mail, { from: 'x@attacker.example', client: stranger }, dns)).toMatchObject({ vouched: 'no', checks: { spf: 'pass', dmarc: 'fail' } });
  });

  it('once a word of it is another, or it names two senders', async () => {
    const mail = await signed(mailOf('Changed'), 'example.com');
    const changed = Buffer.from(mail.toString().replace('Where is my parcel?', 'Send it to my new address.'));
    expect((await whoVouches(changed, { from: 'ada@example.com', client: stranger }, dns)).vouched).toBe('no');
    const two = Buffer.concat([Buffer.from('From: Eve <eve@elsewhere.example>\r\n'), mail]);
    expect((await whoVouches(two, { from: '' }, dns)).vouched).toBe('unknown');
  });

  it('where nothing speaks for it, and then DNS is not asked', async () => {
    const before = asked.length;
    expect(await whoVouches(mailOf('From inside'), { from: 'ada@example.com', client: { ip: '127.0.0.1', helo: 'localhost' } }, dns)).toEqual({ vouched: 'unknown', checks: {} });
    expect(asked.length).toBe(before);
  });
});

it('a mail built to cost much is not looked into: an endless head, one of nothing, thousands of signatures, a DNS that does not answer', async () => {
  const endless = Buffer.concat([Buffer.from('From: a@example.com\r\nX: '), Buffer.alloc(3_000_000, 'x'), lines('', '', 'Words')]);
  const many = (name: string) => Buffer.concat([...Array.from({ length: 2_000 }, (_, at) => Buffer.from(`${name}: v=1; d=d${at}.example; s=one; b=x\r\n`)), mailOf('Many')]);
  const before = asked.length;
  const blank = (between: string) => Buffer.concat([Buffer.from(`DKIM-Signature: v=1; d=example.com; s=one;${between}b=x\r\n`), mailOf('Blank')]);
  for (const mail of [endless, many('DKIM-Signature'), many('dkim-signature '), many('DKIM-Signature\r\n '), blank(' '.repeat(100_000)), blank('\r\n x;'.repeat(20_000))]) expect(await whoVouches(mail, { from: 'a@example.com', client: stranger }, dns)).toEqual({ vouched: 'unknown', checks: {} });
  expect(asked.length).toBe(before);
  const started = Date.now();
  expect((await whoVouches(mailOf('Slow'), { from: 'ada@example.com', client: own }, () => new Promise(() => undefined))).vouched).toBe('unknown');
  expect(Date.now() - started).toBeLessThan(7_000);
}, 15_000);

it('a body that takes long to check keeps nobody else waiting, and is given up in time', async () => {
  const signatures = Array.from({ length: 10 }, (_, at) => Buffer.from(`DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=d${at}.example; s=one; h=from; l=${90_000_000 - at}; bh=AAAA; b=AAAA\r\n`));
  const mail = Buffer.concat([...signatures, lines('From: Eve <eve@attacker.example>', '', ''), Buffer.alloc(12_000_000, ' \r\n')]);
  let [last, longest] = [threadTime(), 0];
  const pulse = setInterval(() => ([longest, last] = [Math.max(longest, threadTime() - last), threadTime()]), 5);
  const started = Date.now();
  expect((await whoVouches(mail, { from: '' }, dns)).vouched).toBe('unknown');
  clearInterval(pulse);
  expect(Date.now() - started).toBeLessThan(7_000);
  expect(Math.max(longest, threadTime() - last)).toBeLessThan(1_000);
}, 60_000);
