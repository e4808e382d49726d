import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isInside } from '../../app/platform/mail/mail-host.server.ts';
import { changeSending, sendingView, shopWays } from '../../app/modules/sending/index.server.ts';
import { mailServerSetting } from '../../app/modules/sending/server/mail-server.ts';
import { sendingDomainSetting } from '../../app/modules/sending/domain/sending-domain.ts';
import { SendingPage } from '../../app/modules/sending/ui/sending-page.tsx';
import { changeSetting, readSetting } from '../../app/modules/settings/index.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { formOf, openSendingStage, type Ctx } from './stage.ts';

let stage: Awaited<ReturnType<typeof openSendingStage>>;
let server: SMTPServer;
const received: string[] = [];
let connections = 0;
beforeAll(async () => {
  stage = await openSendingStage();
  server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onConnect: (_, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _, done) => (username === 'care' && password === 'right word' ? done(null, { user: username }) : done(new Error('No'))),
    onData: async (stream, _, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(Buffer.from(chunk));
      received.push(Buffer.concat(chunks).toString());
      done();
    },
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
  server.close();
  await stage.close();
});

const port = () => String((server.server.address() as AddressInfo).port);
const filled = () => ({ intent: 'save-server', host: 'localhost', port: port(), security: 'starttls', user: 'care', password: 'right word', from: 'care@nordlicht.example' });
const ask = (ctx: Ctx, fields: Record<string, string>, allowInside = true) =>
  changeSending(ctx, formOf(fields), { sealer: stage.sealer, dns: { txt: async () => [] }, spfHost: 'aftercare.example', allowInside, by: 'Ada' });
const storedIn = async (ctx: Ctx) => (await ctx.tx((tx) => readSetting(tx, mailServerSetting))).value.server;
const mail = { id: '1.1', to: 'ada@example.com', subject: 'Words', text: 'Words', html: null, headers: {}, sender: { name: 'Nordlicht', replyTo: null } };
const house = { mailer: { send: () => Promise.reject(new Error('Not through the house.')), close: () => undefined }, sms: null };

describe('a merchant’s own mail server', () => {
  it('carries the shop’s mail once it let us in, and its password is shown to nobody', async () => {
    const ctx = await stage.newShop();
    expect(await ask(ctx, filled())).toEqual({ saved: true });
    const { mailer } = await shopWays(ctx, { ...house, sealer: stage.sealer, appUrl: 'https://app.example.com', allowInside: true });
    received.length = 0;
    await mailer.send(mail);
    expect(received).toEqual([expect.stringMatching(/From: Nordlicht <care@nordlicht\.example>/)]);
    const place = { appUrl: 'https://app.example.com', houseAddress: 'care@aftercare.example', hasHouseSms: false, spfHost: 'aftercare.example' };
    const view = await ctx.tx((tx) => sendingView(tx, stage.sealer, place));
    expect(textOf(render({ locale: 'en', children: <SendingPage {...view} /> }))).toContain(`From care@nordlicht.example, through localhost, port ${port()}`);
    expect(JSON.stringify([view, await storedIn(ctx)])).not.toContain('right word');
    expect(await ask(ctx, { intent: 'remove-server' })).toEqual({ removed: true });
    expect(await storedIn(ctx)).toBeNull();
  });

  it('is called twice at most at a time, however much there is to carry', async () => {
    const ctx = await stage.newShop();
    await ask(ctx, filled());
    const { mailer } = await shopWays(ctx, { ...house, sealer: stage.sealer, appUrl: 'https://app.example.com', allowInside: true });
    received.length = 0;
    connections = 0;
    await Promise.all(Array.from({ length: 10 }, (_, number) => mailer.send({ ...mail, id: `1.${number}` })));
    expect([received.length, connections]).toEqual([10, 2]);
    mailer.close();
  });

  it('gets our signature where its address is of the domain that is in use', async () => {
    const ctx = await stage.newShop();
    await ask(ctx, filled());
    const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const right = { at: new Date().toISOString(), dkim: 'right' as const, spf: 'right' as const, dmarc: 'right' as const, inUse: true };
    const domain = { name: 'nordlicht.example', mailbox: 'hello', selector: 's1', sealedPrivateKey: stage.sealer.seal(privateKey), publicKey: 'p', checked: right };
    await changeSetting(ctx, sendingDomainSetting, { value: { domain }, version: 0, by: null });
    const { mailer } = await shopWays(ctx, { ...house, sealer: stage.sealer, appUrl: 'https://app.example.com', allowInside: true });
    received.length = 0;
    await mailer.send(mail);
    expect(received[0]).toMatch(/DKIM-Signature: [^]*d=nordlicht\.example/);
    expect(received[0]).toContain('<care@nordlicht.example>');
  });

  it.each([
    [{ password: 'wrong word' }, { fields: {}, form: 'login' }],
    [{ security: 'tls' }, { fields: {}, form: 'tls' }],
    [{ host: 'nobody.invalid' }, { fields: {}, form: 'unreachable' }],
    [{ host: 'smtp.example.com:25' }, { fields: { host: 'host' }, form: null }],
    [{ port: '0' }, { fields: { port: 'port' }, form: null }],
    [{ password: '' }, { fields: { password: 'required' }, form: null }],
    [{ from: 'care' }, { fields: { from: 'email' }, form: null }],
  ])('is not kept with %j', async (change, errors) => {
    const ctx = await stage.newShop();
    expect(await ask(ctx, { ...filled(), ...change })).toEqual({ errors });
    expect(await storedIn(ctx)).toBeNull();
  });

  it('keeps its password when other things change, but gives it to no other server', async () => {
    const ctx = await stage.newShop();
    await ask(ctx, filled());
    expect(await ask(ctx, { ...filled(), password: '', from: 'hello@nordlicht.example' })).toEqual({ saved: true });
    expect(await ask(ctx, { ...filled(), password: '', host: '127.0.0.1' })).toEqual({ errors: { fields: { password: 'required' }, form: null } });
  });

  it('is never one inside our own network, nor at another service’s port', async () => {
    const ctx = await stage.newShop();
    expect(await ask(ctx, { ...filled(), port: '587' }, false)).toEqual({ errors: { fields: {}, form: 'unreachable' } });
    expect(await ask(ctx, { ...filled(), port: '6379' }, false)).toEqual({ errors: { fields: { port: 'port' }, form: null } });
  });
});

it.each([['127.0.0.1', true], ['10.1.2.3', true], ['169.254.169.254', true], ['172.20.0.1', true], ['192.168.1.1', true], ['::1', true], ['::ffff:10.0.0.1', true], ['fd00::1', true], ['fe80::1', true], ['0.0.0.0', true], ['93.184.216.34', false], ['2606:2800:220:1::1', false]] as const)('%s leads inside: %s', (address, inside) => expect(isInside(address)).toBe(inside));
