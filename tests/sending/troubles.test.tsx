import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { homeOverview } from '#app/modules/home/index.server.ts';
import { HomePage } from '#app/modules/home/ui/home-page.tsx';
import { checkSendingDomain, saveSendingDomain } from '#app/modules/sending/index.server.ts';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import { minute } from '#app/kernel/time.ts';
import { recordsOf } from '../../app/modules/sending/domain/records.ts';
import { sendingDomainSetting } from '../../app/modules/sending/domain/sending-domain.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { render, textOf } from '../admin-ui/stage.tsx';
import { setOutboxStage } from '../outbox/stage.ts';
import { formOf } from './stage.ts';

const { newShop, queue, deliver, server } = await setOutboxStage();
type Shop = Awaited<ReturnType<typeof newShop>>;

/** What is read there of sending while something is wrong. */
const quiet = /do(es)? not leave/;

/** What the home page says of sending, with the addresses it leads to. */
async function home(ctx: Shop) {
  const overview = await homeOverview(ctx);
  const page = render({ children: <HomePage overview={overview} places={{ trackingPage: 'https://shop.example.com', themeEditor: 'https://shop.example.com' }} /> });
  return { sending: overview.sending, words: textOf(page), leads: [...page.matchAll(/href="([^"]+)"/g)].map(([, to]) => to) };
}

it('a mail server that refuses is told on the home page in its own words, with the way to mend it, until mail leaves again', async () => {
  const ctx = await newShop();
  const { id } = await queue(ctx, { dedupeKey: 'first' });
  server.behaviour.refuseRecipient = { code: 454, text: 'Your account was suspended' };
  await deliver(ctx, id);
  expect((await home(ctx)).words).not.toMatch(quiet);
  ctx.clock.offset += 2 * minute;
  await deliver(ctx, id);
  const { sending, words, leads } = await home(ctx);
  expect(sending.stuck).toMatchObject([{ channel: 'email', messages: 1, said: expect.stringContaining('Your account was suspended') }]);
  for (const part of ['Emails do not leave', '1 message was refused more than once', 'Your account was suspended', 'Open Sending']) expect(words).toContain(part);
  expect(leads).toContain('/app/settings/sending');
  server.behaviour.refuseRecipient = null;
  ctx.clock.offset += 10 * minute;
  await deliver(ctx, id);
  expect(await home(ctx)).toMatchObject({ sending: { stuck: [] }, words: expect.not.stringMatching(quiet) });
});

it('one slow address among many that take their mail is no trouble of the account', async () => {
  const ctx = await newShop();
  const { id } = await queue(ctx, { dedupeKey: 'slow' });
  server.behaviour.refuseRecipient = { code: 450, text: 'Greylisted' };
  await deliver(ctx, id);
  ctx.clock.offset += 2 * minute;
  await deliver(ctx, id);
  server.behaviour.refuseRecipient = null;
  await deliver(ctx, (await queue(ctx, { dedupeKey: 'quick', to: 'bob@example.com' })).id);
  expect((await home(ctx)).sending.stuck).toEqual([]);
});

it('a sending domain that falls out of DNS is told on the home page with what is wrong, until its key is back', async () => {
  const ctx = await newShop();
  const sealer = createSealer([{ id: 'k1', key: randomBytes(32) }]);
  await saveSendingDomain(ctx, sealer, formOf({ address: 'care@nordlicht.example' }), null);
  const { domain } = (await ctx.tx((tx) => readSetting(tx, sendingDomainSetting))).value;
  if (!domain) throw new Error('There is no domain.');
  const published = Object.fromEntries(recordsOf(domain, 'aftercare.example').map(({ name, value }) => [name, [value]]));
  const check = (names: Record<string, string[]>) => checkSendingDomain(ctx, { txt: async (name) => names[name] ?? [] }, 'aftercare.example');
  await check(published);
  expect((await home(ctx)).words).not.toMatch(quiet);
  await check({});
  const { sending, words, leads } = await home(ctx);
  expect(sending.domain).toEqual({ name: 'nordlicht.example', key: 'missing' });
  for (const part of ['Your mail does not leave from nordlicht.example', 'is not in DNS', 'Open Sending']) expect(words).toContain(part);
  expect(leads).toContain('/app/settings/sending');
  await check(published);
  expect((await home(ctx)).words).not.toMatch(quiet);
});
