import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createInboxDoor } from '#app/modules/inbox/index.server.ts';
import { readFields } from '#app/modules/inbox/arrivals/providers/form-fields.ts';
import { mailboxesView } from '#app/modules/inbox/mailboxes/mailboxes-view.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { lines, mailOf, noLogins, openDoorStage } from './stage.ts';

type Stage = Awaited<ReturnType<typeof openDoorStage>>;
type Parts = { stage: Stage; ctx: Awaited<ReturnType<Stage['newShop']>>; door: ReturnType<typeof createInboxDoor> };
const parts: Partial<Parts> = {};
const all = (): Parts => {
  const { stage, ctx, door } = parts;
  if (!stage || !ctx || !door) throw new Error('The stage is not set.');
  return { stage, ctx, door };
};
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const signingKey = 'key-3ax6xnjp29jd6fds4gc373sgvjxteol0';
const targets: Record<string, string> = {};

beforeAll(async () => {
  const stage = await openDoorStage();
  const ctx = await stage.newShop('nordlicht.myshopify.com');
  const { sealer, files, limits, database, shops } = stage;
  Object.assign(parts, { stage, ctx, door: createInboxDoor({ database, shops, sealer, files, limits, log: createLog('silent', 'test') }) });
  await stage.addMailbox(ctx, { address: 'postmark@nordlicht.example', wayIn: 'postmark' });
  await stage.addMailbox(ctx, { address: 'mailgun@nordlicht.example', wayIn: 'mailgun', secret: signingKey });
  await stage.addMailbox(ctx, { address: 'sendgrid@nordlicht.example', wayIn: 'sendgrid', secret: publicKey.export({ type: 'spki', format: 'pem' }).toString() });
  const { mailboxes } = await ctx.tx((tx) => mailboxesView(tx, sealer, { appUrl: 'https://app.example.com', doorName: null, clients: noLogins, houseAddress: 'hello@aftercare.example' }));
  for (const { wayIn, target } of mailboxes) targets[wayIn] = target ?? '';
});

/** As a provider calls the address that the settings page shows. */
const call = (provider: string, body: Buffer | FormData | URLSearchParams, headers: Record<string, string> = {}, at = targets[provider] ?? '') => {
  const { username, password, origin, pathname, search } = new URL(at);
  const authorization: Record<string, string> = username === '' ? {} : { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
  return all().door(new Request(`${origin}${pathname}${search}`, { method: 'POST', body: body as BodyInit, headers: { ...authorization, ...headers } }), provider);
};
const newest = async () => {
  const { stage, ctx } = all();
  const arrival = (await stage.arrivals(ctx)).at(-1);
  return { ...arrival, bytes: await stage.bytesOf(arrival?.raw_file ?? '') };
};
const count = async () => (await all().stage.arrivals(all().ctx)).length;
const failureOf = async (address: string) => (await all().ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({ where: { address } }))).failure;

/** A mail in a charset that no form of text survives. */
const latin = Buffer.concat([lines('From: Ada <ada@example.com>', 'Subject: Gr', ''), Buffer.from([0xfc, 0xdf, 0x65, 0x00, 0xff]), lines('', 'Message-ID: <latin@example.com>', '', '--x & y=z', '')]);

describe('Postmark', () => {
  const posted = (raw: Buffer | null) => Buffer.from(JSON.stringify({ From: 'ada@example.com', OriginalRecipient: 'postmark@nordlicht.example', TextBody: 'Hello', ...(raw ? { RawEmail: raw.toString('utf8') } : {}) }));

  it('brings a mail as it is, to the address with the password we made; again, it is the same one', async () => {
    const raw = mailOf('By Postmark');
    expect((await call('postmark', posted(raw))).status).toBe(200);
    expect(await newest()).toMatchObject({ source: 'postmark', envelope_from: 'ada@example.com', envelope_to: ['postmark@nordlicht.example'], bytes: raw });
    const before = await count();
    expect((await call('postmark', posted(raw))).status).toBe(200);
    expect(await count()).toBe(before);
  });

  it('is not believed without that password', async () => {
    const bare = new URL(targets.postmark ?? '');
    bare.password = 'guessed';
    const before = await count();
    expect((await call('postmark', posted(mailOf('Forged')), {}, bare.href)).status).toBe(401);
    expect(await count()).toBe(before);
  });

  it('that was not told to bring mails as they are is asked again later, and the merchant sees why', async () => {
    expect((await call('postmark', posted(null))).status).toBe(503);
    expect(await failureOf('postmark@nordlicht.example')).toBe('raw');
    expect((await call('postmark', posted(mailOf('Now as it is')))).status).toBe(200);
    expect(await failureOf('postmark@nordlicht.example')).toBeNull();
  });
});

describe('Mailgun', () => {
  const posted = (raw: Buffer, { key = signingKey, timestamp = Math.floor(Date.now() / 1_000) } = {}) => {
    const token = 'a'.repeat(50);
    const signature = createHmac('sha256', key).update(`${timestamp}${token}`).digest('hex');
    const fields: [string, Buffer][] = [...Object.entries({ timestamp, token, signature, sender: 'ada@example.com', recipient: 'mailgun@nordlicht.example' }).map(([name, value]): [string, Buffer] => [name, Buffer.from(String(value))]), ['body-mime', raw]];
    return Buffer.from(fields.map(([name, value]) => `${name}=${[...value].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`).join('&'));
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('brings a mail byte for byte, signed with the key of the account', async () => {
    expect(targets.mailgun).toMatch(/mime$/);
    expect((await call('mailgun', posted(latin), form)).status).toBe(200);
    expect(await newest()).toMatchObject({ source: 'mailgun', envelope_to: ['mailgun@nordlicht.example'], bytes: latin });
  });

  it('is not believed with another key, or with a signature of long ago', async () => {
    const before = await count();
    expect((await call('mailgun', posted(mailOf('Forged'), { key: 'another' }), form)).status).toBe(401);
    expect((await call('mailgun', posted(mailOf('Replayed'), { timestamp: Math.floor(Date.now() / 1_000) - 200_000 }), form)).status).toBe(401);
    expect(await count()).toBe(before);
  });
});

describe('SendGrid', () => {
  const boundary = 'xYzZY';
  const posted = (raw: Buffer) => Buffer.concat([
    lines(`--${boundary}`, 'Content-Disposition: form-data; name="envelope"', '', '{"to":["sendgrid@nordlicht.example"],"from":"ada@example.com"}', `--${boundary}`, 'Content-Disposition: form-data; name="email"', '', ''), raw, lines('', `--${boundary}--`, ''),
  ]);
  const signed = (body: Buffer, timestamp = '1732442400') => ({
    'content-type': `multipart/form-data; boundary=${boundary}`,
    'x-twilio-email-event-webhook-timestamp': timestamp,
    'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('base64'),
  });

  it('brings a mail byte for byte, signed over the whole of its call', async () => {
    const raw = Buffer.concat([latin, lines('', 'for SendGrid')]);
    expect((await call('sendgrid', posted(raw), signed(posted(raw)))).status).toBe(200);
    expect(await newest()).toMatchObject({ source: 'sendgrid', envelope_from: 'ada@example.com', envelope_to: ['sendgrid@nordlicht.example'], bytes: raw });
  });

  it('is not believed where a byte of the mail is another than was signed', async () => {
    const headers = signed(posted(mailOf('Signed', 'one')));
    expect((await call('sendgrid', posted(mailOf('Forged', 'one')), headers)).status).toBe(401);
  });
});

describe('whoever calls', () => {
  it('without a key, with one of another provider, or by another method, finds nothing', async () => {
    const { door } = all();
    expect((await call('postmark', Buffer.from('{}'), {}, 'https://app.example.com/inbound/inbox/postmark')).status).toBe(404);
    expect((await call('sendgrid', Buffer.from('x'), {}, targets.mailgun)).status).toBe(404);
    expect((await call('carrier-pigeon', Buffer.from('x'), {}, targets.mailgun)).status).toBe(404);
    expect((await door(new Request(targets.mailgun ?? ''), 'mailgun')).status).toBe(405);
  });

  it('is asked to come again when the mail cannot be kept', async () => {
    const { stage } = all();
    const put = stage.files.put;
    stage.files.put = () => Promise.reject(new Error('The bucket is gone.'));
    const body = Buffer.from(JSON.stringify({ RawEmail: mailOf('Not kept').toString() }));
    expect((await call('postmark', body)).status).toBe(503);
    stage.files.put = put;
    expect((await call('postmark', body)).status).toBe(200);
  });
});

it('no body of a form makes reading its fields fail, and what was packed comes out', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => readFields(Buffer.from(bytes), 'multipart/form-data; boundary=b').size >= 0 && readFields(Buffer.from(bytes), 'application/x-www-form-urlencoded').size >= 0));
  fc.assert(fc.property(fc.uint8Array().filter((bytes) => !Buffer.from(bytes).includes('--bound')), (bytes) => {
    const body = Buffer.concat([Buffer.from('--bound\r\nContent-Disposition: form-data; name="a"\r\n\r\n'), Buffer.from(bytes), Buffer.from('\r\n--bound--\r\n')]);
    expect(readFields(body, 'multipart/form-data; boundary=bound').get('a')).toEqual(Buffer.from(bytes));
  }));
});
