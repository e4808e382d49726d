import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { MailMessage } from '../../app/platform/mail/mailer.server.ts';
import { identity, judge, lines } from './judge.ts';
import { mailThroughPostfix } from './postfix.ts';

const postfix = mailThroughPostfix();

const mail = (changes: Partial<MailMessage> = {}): MailMessage => ({
  id: `1.${Math.random().toString(36).slice(2)}`,
  to: 'ada@example.com',
  subject: 'Your parcel is here',
  text: 'Words',
  html: '<p>Words</p>',
  headers: { 'List-Unsubscribe': '<https://app.example.com/u/1>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  sender: { name: 'Nordlicht', replyTo: 'shop@nordlicht.example' },
  identity,
  ...changes,
});

describe('a mail that went through Postfix', () => {
  it.each([
    ['plain English', {}],
    ['umlauts in every place', { subject: 'Ihr Paket für Łódź ist da – schön', sender: { name: 'Nordlicht & Söhne', replyTo: null }, text: 'Größe: 38½', html: '<p>Größe: 38½</p>' }],
    ['Chinese and Japanese', { subject: '您的包裹已送达，请查收您的包裹，感谢您的耐心等待和支持', sender: { name: '北光商店', replyTo: null }, text: '包裹已送达\n荷物が届きました', html: '<p>包裹已送达<br>荷物が届きました</p>' }],
    ['lines of a single dot and with room at the end', { text: '.\n..\nFrom here on   \n\n.\n\n\n', html: '<p>\n.\n</p>   \n\n\n' }],
    ['lines longer than any mail may have', { text: `${'wörter '.repeat(400)}`, html: `<p>${'x'.repeat(5_000)}</p>` }],
    ['no HTML', { html: null }],
  ] satisfies [string, Partial<MailMessage>][])('with %s bears a signature that holds and a structure without a flaw', async (_, changes) => {
    const message = mail(changes);
    const found = judge(await postfix.through(message));
    expect(found).toMatchObject({ verified: true, defects: [], to: ['ada@example.com'], subject: message.subject, from: [[message.sender.name, 'care@nordlicht.example']], unsubscribe: '<https://app.example.com/u/1>' });
    expect(found.types).toEqual(message.html === null ? ['text/plain'] : ['multipart/alternative', 'text/plain', 'text/html']);
    expect(found.words.map(lines)).toEqual([message.text, ...(message.html === null ? [] : [message.html])].map(lines));
    expect(found.longestLine).toBeLessThanOrEqual(998);
  });

  it('is no longer verified once a word of it, or the key in DNS, is another', async () => {
    const raw = await postfix.through(mail());
    expect(judge(raw).verified).toBe(true);
    expect(judge(Buffer.from(raw.toString('latin1').replace('Words', 'Wards'), 'latin1')).verified).toBe(false);
    expect(judge(Buffer.from(raw.toString('latin1').replace('Subject: Your', 'Subject: Our'), 'latin1')).verified).toBe(false);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(judge(raw, `v=DKIM1; k=rsa; p=${other}`).verified).toBe(false);
  });

  it('from our own address bears no signature of a domain that is not the shop\'s', async () => {
    const { identity: none, ...message } = mail();
    expect(none).toBeDefined();
    expect(judge(await postfix.through(message))).toMatchObject({ verified: false, defects: [], from: [['Nordlicht', 'care@aftercare.example']] });
  });
});

it('a mail that Postfix does not take is refused for good', async () => {
  await expect(postfix.mailer().send(mail({ to: 'ada@elsewhere.example' }))).rejects.toMatchObject({ fate: 'permanent' });
});
