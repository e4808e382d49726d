import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeMailboxes, createOpenImap, endMailLogin, readMailboxes } from '../../app/modules/inbox/index.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import type { LoginPlace } from '../../app/platform/mail-in/mail-logins.server.ts';
import { until } from '../harness/app-on-stage.ts';
import { formOf, mailOf, openDoorStage } from '../inbox-doors/stage.ts';
import { mailboxUser, startDovecot } from './dovecot.ts';
import { startTokenProvider } from './token-provider.ts';

type Stage = Awaited<ReturnType<typeof openDoorStage>>;
type Parts = {
  stage: Stage;
  ctx: Awaited<ReturnType<Stage['newShop']>>;
  provider: Awaited<ReturnType<typeof startTokenProvider>>;
  dovecot: Awaited<ReturnType<typeof startDovecot>>;
  places: { google: LoginPlace; microsoft: LoginPlace };
};
const parts: Partial<Parts> = {};
const all = (): Parts => {
  const { stage, ctx, provider, dovecot, places } = parts;
  if (!stage || !ctx || !provider || !dovecot || !places) throw new Error('The stage is not set.');
  return { stage, ctx, provider, dovecot, places };
};
const clients = { google: { id: 'client-id', secret: 'client-secret' }, microsoft: null };
const appUrl = 'https://app.example.com';
const log = createLog('silent', 'test');

beforeAll(async () => {
  const stage = await openDoorStage();
  const provider = await startTokenProvider(mailboxUser.user);
  const dovecot = await startDovecot({ introspect: provider.introspect });
  const place = provider.place(dovecot.port);
  Object.assign(parts, { stage, provider, dovecot, places: { google: place, microsoft: place }, ctx: await stage.newShop('nordlicht.myshopify.com') });
});
afterAll(async () => {
  await parts.dovecot?.stop();
  await parts.provider?.stop();
});

const needs = () => ({ sealer: all().stage.sealer, clients, appUrl, places: all().places });
const comeBack = (request: Request) => endMailLogin(request, { ...needs(), contextOf: all().stage.shops.contextOf, allowInside: true, clock: all().stage.clock, log });
const visit = (query: Record<string, string>) => comeBack(new Request(`${appUrl}/inbound/mail-login?${new URLSearchParams(query)}`));
const confirm = (state: string) => comeBack(new Request(`${appUrl}/inbound/mail-login`, { method: 'POST', body: new URLSearchParams({ state }) }));
const begin = async () => {
  const answer = await changeMailboxes(all().ctx, formOf({ intent: 'begin-login', login: 'google', address: 'care@nordlicht.example', name: 'Nordlicht' }), { ...needs(), allowInside: true, hasDoor: false, locale: 'en' });
  if (!('goTo' in answer)) throw new Error(JSON.stringify(answer));
  return new URL(answer.goTo);
};
const stateIn = (page: string) => /name="state" value="([^"]+)"/.exec(page)?.[1] ?? '';
const mailbox = () => all().ctx.tx((tx) => tx.mailboxes.findFirstOrThrow({}));

it('a merchant who allows it at the provider, and confirms whose mailbox it is, is read by tokens alone', async () => {
  const { stage, ctx, dovecot } = all();
  const goTo = await begin();
  expect(Object.fromEntries(goTo.searchParams)).toMatchObject({ client_id: 'client-id', redirect_uri: `${appUrl}/inbound/mail-login`, response_type: 'code', access_type: 'offline', login_hint: 'care@nordlicht.example' });
  const asked = await visit({ code: 'the-code', state: goTo.searchParams.get('state') ?? '' });
  const page = await asked.text();
  expect(page).toContain(`Connect ${mailboxUser.user} to Nordlicht?`);
  expect(asked.headers.get('x-frame-options')).toBe('DENY');
  expect(await ctx.tx((tx) => tx.mailboxes.count())).toBe(0);
  expect((await confirm(stateIn(page))).status).toBe(200);
  expect(JSON.stringify((await mailbox()).settings)).not.toContain('refresh-');

  const reading = readMailboxes({ database: stage.database, databaseUrl: stage.databaseUrl, shops: stage.shops, files: stage.files, openImap: createOpenImap(needs()), allowInside: true, log, every: 200, pause: () => 300 });
  await dovecot.deliver(mailOf('By token'));
  await until('the mail arrived', async () => (await stage.arrivals(ctx)).length === 1);
  // Each connection takes a fresh token, and the provider takes the former back.
  await dovecot.halt();
  await until('the mailbox is seen to fail', async () => (await mailbox()).state === 'failing');
  await dovecot.start();
  await until('the mailbox is read again', async () => (await mailbox()).state === 'on');
  all().provider.revoke();
  await dovecot.halt();
  await dovecot.start();
  await until('the merchant is told to sign in again', async () => (await mailbox()).failure === 'login');
  await reading.stop();
}, 60_000);

it('a code that is none, a state that was changed or is old, and no code at all connect nothing', async () => {
  const { stage } = all();
  const state = (await begin()).searchParams.get('state') ?? '';
  expect((await visit({ code: 'another', state })).status).toBe(422);
  expect((await visit({ error: 'access_denied', state })).status).toBe(422);
  expect((await visit({ code: 'the-code', state: `${state.slice(0, -2)}xx` })).status).toBe(400);
  expect((await confirm(state)).status).toBe(400);
  stage.clock.offset += 16 * 60_000;
  expect((await visit({ code: 'the-code', state })).status).toBe(400);
});
