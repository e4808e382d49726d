import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insideTransaction } from '../../app/platform/db/open-transaction.server.ts';
import { freePort } from '../../sandbox/machine/postgres.ts';
import type { MailProvider } from '../../sandbox/mail-providers/index.ts';
import { mailerFor, openMailProviders } from './mail-providers-stage.ts';

let providers: Awaited<ReturnType<typeof openMailProviders>>;
beforeAll(async () => {
  providers = await openMailProviders();
});
afterAll(() => providers.close());

let count = 0;
const mail = (changes: object = {}) => ({
  id: `7.${(count += 1)}`,
  to: 'ada@example.com',
  subject: 'Ihr Paket ist da – 包裹',
  text: 'Words – 字',
  html: '<p>Words – 字</p>',
  headers: { 'List-Unsubscribe': '<https://app.example.com/u/1>', 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  sender: { name: 'Nordlicht & Söhne', replyTo: 'shop@example.com' },
  ...changes,
});
const open = (provider: MailProvider) => {
  const key = `${provider}-${(count += 1)}`;
  return { account: providers.account(provider, key), mailer: mailerFor[provider](key) };
};

describe.each(['postmark', 'sendgrid', 'ses', 'mailgun'] as const)('a mail handed to %s', (provider) => {
  it('arrives whole: words, sender, reply address, unsubscribe headers, and is known by the provider\'s own id', async () => {
    const { account, mailer } = open(provider);
    const sent = await mailer.send(mail());
    expect(account.mails).toHaveLength(1);
    const [taken] = account.mails;
    expect(sent).toEqual({ provider, providerId: taken?.id });
    expect(taken).toMatchObject({ to: 'ada@example.com', subject: 'Ihr Paket ist da – 包裹' });
    expect(taken?.from).toContain('care@nordlicht.example');
    expect([taken?.text.trim(), taken?.html?.trim()]).toEqual(['Words – 字', '<p>Words – 字</p>']);
    expect(taken?.headers).toMatchObject({ 'list-unsubscribe': '<https://app.example.com/u/1>', 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' });
    expect(taken?.headers['reply-to']).toContain('shop@example.com');
    expect(taken?.headers['message-id']).toContain(`7.${count}@nordlicht.example`);
  });

  it('goes with its copies and files, under the Message-ID it says and from the address of its identity', async () => {
    const { account, mailer } = open(provider);
    const files = [{ filename: 'Rücksendung.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.4') }, { filename: 'photo.jpg', type: 'image/jpeg', content: Buffer.alloc(5_000, 7) }];
    await mailer.send(mail({ messageId: '<t12-abc.7@nordlicht.example>', cc: ['grace@example.com', 'bob@example.com'], files, identity: { address: 'help@nordlicht.example', dkim: null } }));
    const [taken] = account.mails;
    expect(taken).toMatchObject({ to: 'ada@example.com', cc: ['grace@example.com', 'bob@example.com'], text: expect.stringContaining('Words – 字'), files: [{ filename: 'Rücksendung.pdf', type: 'application/pdf', size: 8 }, { filename: 'photo.jpg', type: 'image/jpeg', size: 5_000 }] });
    expect(taken?.from).toContain('help@nordlicht.example');
    expect(taken?.headers['message-id']).toContain('<t12-abc.7@nordlicht.example>');
    await expect(mailer.send(mail({ cc: ['grace@example.com, eve@example.com'] }))).rejects.toMatchObject({ fate: 'permanent' });
  });

  it('can be given neither a header nor a recipient through its words', async () => {
    const { account, mailer } = open(provider);
    await mailer.send(mail({ subject: 'Hi\r\nBcc: eve@example.com', sender: { name: 'Shop" <eve@example.com>\r\nBcc: eve@example.com', replyTo: null } }));
    expect(account.mails[0]?.to).toBe('ada@example.com');
    expect(account.mails[0]?.headers).not.toHaveProperty('bcc');
    await expect(mailer.send(mail({ to: 'ada@example.com, eve@example.com' }))).rejects.toMatchObject({ fate: 'permanent' });
    await expect(mailer.send(mail({ headers: { 'Bcc: eve@example.com\r\nX': '1' } }))).rejects.toMatchObject({ fate: 'permanent' });
    expect(account.mails).toHaveLength(1);
  });

  it('is put off where the key, the sender or the moment is wrong', async () => {
    const { account, mailer } = open(provider);
    for (const change of [{ withdrawn: true }, { unverified: true }, { slowDown: 1 }, { failing: 1 }]) {
      Object.assign(account, { withdrawn: false, unverified: false, slowDown: 0, failing: 0 }, change);
      await expect(mailer.send(mail()), JSON.stringify(change)).rejects.toMatchObject({ fate: 'temporary' });
    }
    expect(account.mails).toHaveLength(0);
  });

  it('is refused for good where the mail is what is wrong', async () => {
    const { mailer } = open(provider);
    await expect(mailer.send(mail({ subject: '' , text: '', html: null }))).rejects.toMatchObject({ fate: 'permanent' });
  });

  it('has an unknown fate where the line breaks after it left', async () => {
    const { account, mailer } = open(provider);
    account.hangUp = 1;
    await expect(mailer.send(mail())).rejects.toMatchObject({ fate: 'unknown' });
    expect(account.mails).toHaveLength(1);
  });

  it('has not left where nobody was reached', async () => {
    const { mailer } = open(provider);
    providers.reach.address = `http://127.0.0.1:${await freePort()}`;
    await expect(mailer.send(mail())).rejects.toMatchObject({ fate: 'temporary' });
    providers.reach.address = providers.base;
  });

  it('does not leave inside a database transaction', async () => {
    const { account, mailer } = open(provider);
    await expect(insideTransaction(() => mailer.send(mail()))).rejects.toThrow(/inside a database transaction/);
    expect(account.mails).toHaveLength(0);
  });
});

it('a request to Amazon that is signed with another secret is refused and put off', async () => {
  const { account, mailer } = open('ses');
  account.secret = 'another';
  await expect(mailer.send(mail())).rejects.toThrow(/signature/);
  expect(account.mails).toHaveLength(0);
});
