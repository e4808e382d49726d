import { afterAll, expect, it } from 'vitest';
import { beginMailLogin } from '#app/modules/inbox/mailboxes/begin-mail-login.server.ts';
import { endMailLogin } from '#app/modules/inbox/index.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { startTokenProvider } from '../peers/token-provider.ts';
import { scriptedImap } from './scripted-imap.ts';
import { formOf, mailOf, openDoorStage } from './stage.ts';

const stage = await openDoorStage();
const ctx = await stage.newShop('nordlicht.myshopify.com');
const provider = await startTokenProvider('care@nordlicht.example');
const mails = [mailOf('One'), mailOf('Two'), mailOf('Three')];
const server = await scriptedImap(mails, ['well']);
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

const place = provider.place(server.port);
const needs = { sealer: stage.sealer, clients: { google: { id: 'client-id', secret: 'client-secret' }, microsoft: null }, appUrl: 'https://app.example.com', places: { google: place, microsoft: place } };
const comeBack = (request: Request) => endMailLogin(request, { ...needs, contextOf: stage.shops.contextOf, allowInside: true, clock: stage.clock, log: createLog('silent', 'test') });

/** The merchant signs in at the provider and confirms whose mailbox it is. */
async function signIn(id = '') {
  const begun = beginMailLogin(ctx, formOf({ id, login: 'google', address: 'care@nordlicht.example', name: 'Nordlicht' }), { ...needs, locale: 'en' });
  const state = 'goTo' in begun ? new URL(begun.goTo).searchParams.get('state') ?? '' : '';
  const page = await (await comeBack(new Request(`${needs.appUrl}/inbound/mail-login?${new URLSearchParams({ code: 'the-code', state })}`))).text();
  const asked = /name="state" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect((await comeBack(new Request(`${needs.appUrl}/inbound/mail-login`, { method: 'POST', body: new URLSearchParams({ state: asked }) }))).status).toBe(200);
  return ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({}));
}

it('who signs in anew to a mailbox misses nothing that came while we were not let in', async () => {
  const { id, last_uid } = await signIn();
  expect(last_uid).toBe(3n);
  await ctx.tx((tx) => tx.mailboxes.updateMany({ where: { id }, data: { state: 'failing', failure: 'login' } }));
  mails.push(mailOf('While we were out'));
  expect(await signIn(id)).toMatchObject({ last_uid: 3n, state: 'on', failure: null });
});

it('another mailbox under the same address is read from now on', async () => {
  const { id } = await ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({}));
  await ctx.tx((tx) => tx.$executeRaw`update mailboxes set settings = jsonb_set(settings, '{imap,user}', '"former@nordlicht.example"'), last_uid = 1 where id = ${id}::uuid`);
  expect(await signIn(id)).toMatchObject({ last_uid: 4n });
});
