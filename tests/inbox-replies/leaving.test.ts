import { expect, test } from 'vitest';
import { leavingOf } from '#app/modules/inbox/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { mailServerSetting } from '../../app/modules/sending/server/mail-server.ts';
import { openReplyStage } from './stage.ts';

const stage = await openReplyStage();
const houseAddress = 'hello@aftercare.example';

test('whoever answers is told that it leaves from another address than the one customers write to, and where they are answered, until the shop sends from its own domain', async () => {
  const ctx = await stage.newShop();
  expect(await ctx.tx((tx) => leavingOf(tx, { mailboxId: null, houseAddress }))).toEqual({ from: houseAddress, answersTo: 'help@nordlicht.example' });
  await changeSetting(ctx, mailServerSetting, { value: { server: { host: 'smtp.example.com', port: 465, security: 'tls', user: 'u', from: 'shop@nordlicht.example', sealedPassword: 'sealed' } }, version: 0, by: null });
  expect(await ctx.tx((tx) => leavingOf(tx, { mailboxId: null, houseAddress }))).toBeNull();
});

test('a shop without an address of its own is told nothing', async () => {
  const ctx = await stage.newShop();
  await ctx.tx((tx) => tx.mailboxes.deleteMany());
  expect(await ctx.tx((tx) => leavingOf(tx, { mailboxId: null, houseAddress }))).toBeNull();
});
