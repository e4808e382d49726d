import PostalMime from 'postal-mime';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readSes } from '../../app/modules/sending/mail/events/read-ses.ts';
import { insideTransaction } from '../../app/platform/db/open-transaction.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createMailer } from '../../app/platform/mail/mailer.server.ts';
import { startMailServer } from './mail-server.ts';

const log = createLog('silent', 'test');
const server = await startMailServer();
const mailer = createMailer({ smtpUrl: server.url, from: 'Aftercare <care@example.com>', log });
afterAll(() => mailer.close());
beforeEach(() => {
  server.received.length = 0;
  Object.assign(server.behaviour, { refuseRecipient: null, hangUpAfterBody: false, hangUpBeforeBody: false });
});

let count = 0;
const mail = (changes: Partial<Parameters<typeof mailer.send>[0]> = {}) => ({
  id: `1.${(count += 1)}`,
  to: 'ada@example.com',
  subject: 'Hello',
  text: 'Words',
  html: '<p>Words</p>',
  headers: {},
  sender: { name: 'Nordlicht', replyTo: null },
  ...changes,
});

describe('a mail', () => {
  it('bears its seal in its Message-ID, behind the id that providers repeat', async () => {
    const { providerId } = await mailer.send(mail({ id: '7.8', seal: '0123456789abcdef' }));
    expect(providerId).toBe('<7.8.0123456789abcdef@example.com>');
    const event = { eventType: 'Delivery', mail: { messageId: 'of-ses', timestamp: '2026-11-22T10:00:00Z', commonHeaders: { messageId: providerId } }, delivery: { timestamp: '2026-11-22T10:00:00Z' } };
    expect(readSes({ Type: 'Notification', Message: JSON.stringify(event) })).toMatchObject([{ ownId: '7.8', event: 'delivered' }]);
  });

  it('arrives with its words, its sender and the id it is known by', async () => {
    const { providerId } = await mailer.send(mail({ subject: 'Ihr Paket ist da – 包裹', sender: { name: 'Nordlicht & Söhne', replyTo: 'shop@example.com' } }));
    const read = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(read).toMatchObject({ subject: 'Ihr Paket ist da – 包裹', messageId: providerId, from: { address: 'care@example.com', name: 'Nordlicht & Söhne' } });
    expect([read.text?.trim(), read.html?.trim(), read.replyTo?.[0]?.address]).toEqual(['Words', '<p>Words</p>', 'shop@example.com']);
  });

  it('cannot be given a header or a recipient through its subject, its headers or its address', async () => {
    await mailer.send(mail({ subject: 'Hi\r\nBcc: eve@example.com\r\n\r\nbody', sender: { name: 'Shop\r\nBcc: eve@example.com', replyTo: null }, headers: { 'X-Order': '#1\r\nBcc: eve@example.com' } }));
    const read = await PostalMime.parse(server.received[0]?.raw ?? '');
    expect(server.received[0]?.to).toEqual(['ada@example.com']);
    expect(read.bcc ?? []).toEqual([]);
    expect(read.text?.trim()).toBe('Words');
    await expect(mailer.send(mail({ to: 'ada@example.com, eve@example.com' }))).rejects.toMatchObject({ fate: 'permanent' });
    await expect(mailer.send(mail({ to: 'ada@example.com\r\nBcc: eve@example.com' }))).rejects.toMatchObject({ fate: 'permanent' });
    await expect(mailer.send(mail({ headers: { 'Bcc: eve@example.com\r\nX': '1' } }))).rejects.toMatchObject({ fate: 'permanent' });
    expect(server.received).toHaveLength(1);
  });

  it('does not leave inside a database transaction', async () => {
    await expect(insideTransaction(() => mailer.send(mail()))).rejects.toThrow(/inside a database transaction/);
    expect(server.received).toHaveLength(0);
  });
});

describe('a failure', () => {
  it.each([
    [450, 'temporary'],
    [421, 'temporary'],
    [550, 'permanent'],
    [552, 'permanent'],
  ])('answered with %i is %s', async (code, fate) => {
    server.behaviour.refuseRecipient = { code, text: 'no' };
    await expect(mailer.send(mail())).rejects.toMatchObject({ fate });
  });

  it('to connect is temporary', async () => {
    const nobody = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'care@example.com', log });
    await expect(nobody.send(mail())).rejects.toMatchObject({ fate: 'temporary' });
    nobody.close();
  });

  it('by a line lost before the body is temporary: nothing can have arrived', async () => {
    server.behaviour.hangUpBeforeBody = true;
    await expect(mailer.send(mail())).rejects.toMatchObject({ fate: 'temporary' });
    expect(server.received).toHaveLength(0);
  });

  it('by a line lost after the body is unknown, and the mailer does not send it again by itself', async () => {
    server.behaviour.hangUpAfterBody = true;
    await expect(mailer.send(mail())).rejects.toMatchObject({ fate: 'unknown' });
    expect(server.received).toHaveLength(1);
  });

  it('leaves the next mail unharmed', async () => {
    server.behaviour.hangUpAfterBody = true;
    await expect(mailer.send(mail())).rejects.toThrow();
    server.behaviour.hangUpAfterBody = false;
    await expect(mailer.send(mail())).resolves.toBeTruthy();
  });
});
