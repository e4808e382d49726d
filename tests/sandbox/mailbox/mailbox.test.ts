import express from 'express';
import nodemailer from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMailbox, type Mailbox } from '#sandbox/mailbox/index.ts';
import { serveLocally, type LocalServer } from '../../harness/serve-locally.ts';

let mailbox: Mailbox;
let server: LocalServer;
let base: string;
let smtpPort: number;

beforeEach(async () => {
  mailbox = createMailbox({ dataDir: null });
  smtpPort = await mailbox.startSmtp(0);
  server = await serveLocally(express().use(mailbox.router));
  ({ base } = server);
});

afterEach(async () => {
  await server.close();
  await mailbox.close();
});

const entry = z.object({
  id: z.string(), channel: z.string(), from: z.string(), to: z.array(z.string()), subject: z.string().nullable(),
  text: z.string(), html: z.string().nullable(), headers: z.record(z.string(), z.string()), messageId: z.string().nullable(), at: z.string(),
});
const outbox = async (query = '') => z.array(entry).parse(await (await fetch(`${base}/outbox.json${query}`)).json());
const control = (body: unknown) => fetch(`${base}/control/mail`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const sms = (body: unknown) => fetch(`${base}/sms/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

function send(subject: string, to = 'lena@example.com') {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  return transport
    .sendMail({
      from: 'Tarn & Thistle <hello@tarn.example>',
      to,
      subject,
      text: 'Dein Paket ist unterwegs 包裹',
      html: '<p>Dein <b>Paket</b></p><script>document.title = "owned"</script>',
      headers: { 'X-Aftercare-Reason': 'shipped' },
      attachments: [{ filename: 'label.txt', content: 'label' }],
    })
    .finally(() => transport.close());
}

describe('mail to the shop\'s own domain', () => {
  it('goes to that domain\'s server and is kept here only where that does not take it', async () => {
    const home = createMailbox({ dataDir: null });
    const port = await home.startSmtp(0);
    const elsewhere = createMailbox({ dataDir: null, exchange: { domain: 'tarn.example', port } });
    const program = nodemailer.createTransport({ host: '127.0.0.1', port: await elsewhere.startSmtp(0), ignoreTLS: true });
    const subjects = ({ outbox: kept }: Mailbox) => kept.list().map(({ subject }) => subject);
    await program.sendMail({ from: 'a@example.com', to: 'support@tarn.example', subject: 'For the shop', text: 'x' });
    await program.sendMail({ from: 'a@example.com', to: ['support@tarn.example', 'lena@example.com'], subject: 'For both', text: 'x' });
    expect([subjects(home), subjects(elsewhere)]).toEqual([['For both', 'For the shop'], ['For both']]);
    await home.close();
    await program.sendMail({ from: 'a@example.com', to: 'support@tarn.example', subject: 'Nobody there', text: 'x' });
    expect(subjects(elsewhere)).toEqual(['Nobody there', 'For both']);
    await elsewhere.close();
  });
});

describe('mail', () => {
  it('shows what was sent with subject, parts, headers and message id', async () => {
    const sent = await send('Unterwegs: Bestellung #1001 📦');
    const [mail] = await outbox();
    expect(mail).toMatchObject({
      channel: 'email', to: ['lena@example.com'], from: 'Tarn & Thistle <hello@tarn.example>',
      subject: 'Unterwegs: Bestellung #1001 📦', messageId: sent.messageId,
    });
    expect(mail?.text).toContain('包裹');
    expect(mail?.headers['x-aftercare-reason']).toBe('shipped');
    const page = await (await fetch(`${base}/mailbox/${mail?.id}`)).text();
    expect(page).toMatch(/<iframe[^>]+sandbox="allow-popups/);
    expect(page).not.toContain('document.title');
    const frame = await fetch(`${base}/mailbox/${mail?.id}/html`);
    expect(frame.headers.get('content-security-policy')).toContain('sandbox');
    expect(await (await fetch(`${base}/mailbox/${mail?.id}/attachments/0`)).text()).toBe('label');
  });

  it('lists the newest first, narrows by recipient, and clears', async () => {
    await send('first', 'a@example.com');
    await send('second', 'b@example.com');
    expect((await outbox()).map((mail) => mail.subject)).toEqual(['second', 'first']);
    expect((await outbox('?to=A@example.com')).map((mail) => mail.subject)).toEqual(['first']);
    await fetch(`${base}/outbox.json`, { method: 'DELETE' });
    expect(await outbox()).toEqual([]);
  });

  it('refuses as many messages as it was told, with the code it was told, and keeps none of them', async () => {
    await control({ refuse: { count: 1, code: 451 } });
    await expect(send('x')).rejects.toMatchObject({ responseCode: 451 });
    await control({ refuse: { count: 1, code: 550 } });
    await expect(send('x')).rejects.toMatchObject({ responseCode: 550 });
    expect(await outbox()).toEqual([]);
    await send('y');
    expect(await outbox()).toHaveLength(1);
  });

  it('can keep a message and hang up before the answer, so that its fate is unknown to the sender', async () => {
    await control({ dropAfterData: 1 });
    await expect(send('lost answer')).rejects.not.toHaveProperty('responseCode', 250);
    expect((await outbox()).map((mail) => mail.subject)).toEqual(['lost answer']);
  });

  it('can answer slowly', async () => {
    await control({ delayMs: 300 });
    const started = Date.now();
    await send('slow');
    expect(Date.now() - started).toBeGreaterThanOrEqual(295);
  });

  it('refuses a switch it does not know', async () => {
    expect((await control({ explode: true })).status).toBe(422);
  });
});

describe('SMS', () => {
  const message = { id: 'n-1', to: '+4915112345678', from: 'Tarn', text: 'Your parcel arrives today https://t.example/1' };

  it('is delivered once per id and answers a repeat alike', async () => {
    const first = await (await sms(message)).json();
    const second = await (await sms(message)).json();
    expect(first).toEqual({ id: 'n-1', status: 'delivered' });
    expect(second).toEqual(first);
    expect(await outbox()).toHaveLength(1);
    expect(await (await fetch(`${base}/phone/${encodeURIComponent(message.to)}`)).text()).toContain('Your parcel arrives today');
  });

  it('refuses an id that was used for other words', async () => {
    await sms(message);
    expect((await sms({ ...message, text: 'else' })).status).toBe(409);
    expect(await outbox()).toHaveLength(1);
  });

  it('refuses a number that is not in E.164', async () => {
    expect((await sms({ ...message, to: '0151 1234' })).status).toBe(422);
    expect(await outbox()).toEqual([]);
  });
});
