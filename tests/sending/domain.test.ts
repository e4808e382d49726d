import { createHash, createPublicKey, verify } from 'node:crypto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMailer, type Mailer } from '../../app/platform/mail/mailer.server.ts';
import { checkSendingDomain, forgetSendingDomain, saveSendingDomain, shopWays } from '../../app/modules/sending/index.server.ts';
import { dkimState, dmarcNames, dmarcState, recordsOf, spfState } from '../../app/modules/sending/domain/records.ts';
import { sendingDomainSetting } from '../../app/modules/sending/domain/sending-domain.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { startMailServer } from '../outbox/mail-server.ts';
import { formOf, openSendingStage, type Ctx } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
let mailer: Mailer;
const server = await startMailServer();
beforeAll(async () => {
  stage = await openSendingStage();
  mailer = createMailer({ smtpUrl: server.url, from: 'Aftercare <care@aftercare.example>', log: stage.log });
});
afterAll(async () => {
  mailer.close();
  await stage.close();
});

const spfHost = 'aftercare.example';
/** A DNS that knows these names. */
const dnsOf = (names: Record<string, string[]>) => ({ txt: async (name: string) => names[name] ?? [] });
const domainOf = async (ctx: Ctx) => (await ctx.tx((tx) => readSetting(tx, sendingDomainSetting))).value.domain;

async function withDomain(address = 'care@mail.nordlicht.example') {
  const ctx = await stage.newShop();
  expect(await saveSendingDomain(ctx, stage.sealer, formOf({ address }), 'Ada')).toEqual({ saved: true });
  const domain = await domainOf(ctx);
  if (!domain) throw new Error('No domain was stored.');
  const published = Object.fromEntries(recordsOf(domain, spfHost).map(({ name, value }) => [name, [value]]));
  return { ctx, domain, published };
}

async function mailFrom(ctx: Ctx): Promise<{ raw: string; from: string | undefined }> {
  server.received.length = 0;
  const { mailer: own } = await shopWays(ctx, { mailer, sms: null, sealer: stage.sealer, appUrl: 'https://app.example.com' });
  await own.send({ id: '1.1', to: 'ada@example.com', subject: 'Ihr Paket ist da – 包裹', text: 'Words  with   room \n\n\n', html: '<p>字</p>', headers: {}, sender: { name: 'Nordlicht', replyTo: null } });
  const raw = server.received[0]?.raw ?? '';
  return { raw, from: (await PostalMime.parse(raw)).from?.address };
}

describe('mail through our server', () => {
  it('leaves from the merchant\'s domain once its key is in DNS, and from our own address before and after', async () => {
    const { ctx, published } = await withDomain();
    expect((await mailFrom(ctx)).from).toBe('care@aftercare.example');
    await checkSendingDomain(ctx, dnsOf({}), spfHost);
    expect((await mailFrom(ctx)).from).toBe('care@aftercare.example');
    expect(await checkSendingDomain(ctx, dnsOf(published), spfHost)).toMatchObject({ dkim: 'right', spf: 'right', dmarc: 'right' });
    expect((await mailFrom(ctx)).from).toBe('care@mail.nordlicht.example');
    await checkSendingDomain(ctx, dnsOf({}), spfHost);
    expect((await mailFrom(ctx)).from).toBe('care@aftercare.example');
    await checkSendingDomain(ctx, dnsOf(published), spfHost);
    await forgetSendingDomain(ctx, 'Ada');
    expect((await mailFrom(ctx)).from).toBe('care@aftercare.example');
  });

  it('bears a DKIM signature that the published key verifies, over From, Subject, To and the body', async () => {
    const { ctx, domain, published } = await withDomain();
    await checkSendingDomain(ctx, dnsOf(published), spfHost);
    const { raw } = await mailFrom(ctx);
    const [head = '', ...rest] = raw.split('\r\n\r\n');
    const fields = head.split(/\r\n(?![ \t])/);
    const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? '';
    const tags = Object.fromEntries([...signature.replace(/^[^:]+:/, '').replace(/\s+/g, '').matchAll(/(\w+)=([^;]*)/g)].map(([, tag = '', value = '']) => [tag, value] as const));
    expect(tags).toMatchObject({ d: 'mail.nordlicht.example', s: domain.selector, c: 'relaxed/relaxed', a: 'rsa-sha256' });
    const signed = (tags.h ?? '').toLowerCase().split(':');
    expect(signed).toEqual(expect.arrayContaining(['from', 'subject', 'to', 'date', 'message-id']));

    const body = rest.join('\r\n\r\n').replace(/[ \t]+/g, ' ').replace(/ \r\n/g, '\r\n').replace(/(?:\r\n)*$/, '\r\n');
    expect(createHash('sha256').update(body).digest('base64')).toBe(tags.bh);
    const relaxed = (field: string) => field.replace(/\r\n/g, '').replace(/^([^:]+?)\s*:\s*/, (_, name: string) => `${name.toLowerCase()}:`).replace(/[ \t]+/g, ' ').trimEnd();
    const lines = signed.flatMap((name) => fields.filter((field) => field.toLowerCase().startsWith(`${name}:`)).slice(-1)).map((field) => `${relaxed(field)}\r\n`);
    const text = lines.join('') + relaxed(signature).replace(/([;\s]b=)[^;]*$/, '$1');
    const key = createPublicKey({ key: Buffer.from(domain.publicKey, 'base64'), format: 'der', type: 'spki' });
    expect(verify('sha256', Buffer.from(text), key, Buffer.from(tags.b ?? '', 'base64'))).toBe(true);
  });
});

describe('a domain', () => {
  it('keeps its key when only the mailbox changes, and another domain gets another key; no key is stored in the open', async () => {
    const { ctx, domain } = await withDomain();
    await saveSendingDomain(ctx, stage.sealer, formOf({ address: 'Shop@mail.nordlicht.example' }), 'Ada');
    expect(await domainOf(ctx)).toEqual({ ...domain, mailbox: 'shop' });
    await saveSendingDomain(ctx, stage.sealer, formOf({ address: 'care@other.example' }), 'Ada');
    const other = await domainOf(ctx);
    expect([other?.publicKey === domain.publicKey, other?.selector === domain.selector]).toEqual([false, false]);
    expect(JSON.stringify(other)).not.toContain('PRIVATE KEY');
  });

  it('goes on as it was where DNS cannot be asked', async () => {
    const { ctx, published } = await withDomain();
    await checkSendingDomain(ctx, dnsOf(published), spfHost);
    await expect(checkSendingDomain(ctx, { txt: () => Promise.reject(new Error('timeout')) }, spfHost)).rejects.toThrow('timeout');
    expect((await mailFrom(ctx)).from).toBe('care@mail.nordlicht.example');
  });

  it('has the DMARC policy of the domain above it where it has none', async () => {
    const { ctx, published } = await withDomain();
    const { '_dmarc.mail.nordlicht.example': own = [], ...rest } = published;
    expect(await checkSendingDomain(ctx, dnsOf({ ...rest, '_dmarc.nordlicht.example': own }), spfHost)).toMatchObject({ dmarc: 'right' });
    expect(dmarcNames('a.b.example')).toEqual(['_dmarc.a.b.example', '_dmarc.b.example']);
  });

  it('is refused where it is no address', async () => {
    const ctx = await stage.newShop();
    expect(await saveSendingDomain(ctx, stage.sealer, formOf({ address: 'nordlicht.example' }), null)).toEqual({ errors: { fields: { address: 'email' }, form: null } });
  });
});

describe('a record', () => {
  it.each([
    [[], 'missing'],
    [['v=DKIM1; k=rsa; p=KEY'], 'right'],
    [['p=KEY'], 'right'],
    [['v=DKIM1;k=rsa;p=K EY'], 'right'],
    [['v=DKIM1; k=rsa; p=OTHER'], 'different'],
    [['v=DKIM1; p='], 'different'],
    [['v=DKIM1; k=ed25519; p=KEY'], 'different'],
    [['p=KEY', 'p=KEY'], 'many'],
  ] as const)('of DKIM %j is %s', (found, state) => expect(dkimState(found, 'KEY')).toBe(state));

  it.each([
    [['google-site-verification=x'], 'missing'],
    [['v=spf1 include:aftercare.example ~all'], 'right'],
    [['v=spf1 include:_spf.google.com +include:Aftercare.example -all'], 'right'],
    [['v=spf1 include:aftercare.example.evil ~all'], 'different'],
    [['v=spf1 -all', 'v=spf1 include:aftercare.example ~all'], 'many'],
    [['v=spf10 include:aftercare.example'], 'missing'],
  ] as const)('of SPF %j is %s', (found, state) => expect(spfState(found, spfHost)).toBe(state));

  it.each([
    [['v=DMARC1; p=reject; rua=mailto:a@b.example'], 'right'],
    [['v=DMARC1;p=none'], 'right'],
    [['v=DMARC1; p=maybe'], 'different'],
    [['v=DMARC10; p=none'], 'missing'],
    [['v=DMARC1; p=none', 'v=DMARC1; p=reject'], 'many'],
  ] as const)('of DMARC %j is %s', (found, state) => expect(dmarcState(found)).toBe(state));
});
