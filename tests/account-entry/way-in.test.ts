import { beforeAll, expect, it } from 'vitest';
import { wayIn } from '#app/modules/account-entry/index.server.ts';
import { quill } from '#tests/harness/sandbox-in-memory.ts';
import { setStage } from './stage.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
beforeAll(async () => void (stage = await setStage()));

const from = async (customerId: string | null, order = false) => {
  const ctx = await stage.contextOf(quill.domain);
  const backTo = order ? ({ page: 'returns', orderId: '5101' } as const) : ({ page: 'account' } as const);
  return wayIn({ ctx, customerId, pathPrefix: '/de/apps/aftercare' }, { backTo, locale: 'de' }, { accounts: stage.accounts, appUrl: stage.appUrl });
};

it('leads a visitor to sign in, for all orders or for one, and comes back there', async () => {
  expect(await from(null)).toEqual({ address: `${stage.appUrl}/account/sign-in?shop=${quill.domain}&to=account&lang=de`, label: 'Anmelden und alle Bestellungen sehen' });
  expect(await from(null, true)).toEqual({ address: `${stage.appUrl}/account/sign-in?shop=${quill.domain}&to=returns-5101&lang=de`, label: 'Stattdessen anmelden' });
});

it('leads who is signed in straight to their orders, and does not ask them to sign in for what is not theirs', async () => {
  expect(await from('51')).toEqual({ address: '/de/apps/aftercare/account?lang=de', label: 'Alle Bestellungen sehen' });
  expect(await from('51', true)).toBeNull();
});

it('is nowhere in a shop with the old accounts', async () => {
  await stage.control('', { newAccounts: false });
  const ctx = await stage.contextOf(quill.domain);
  const old = { ...ctx, shop: { ...ctx.shop, domain: 'reed.myshopify.com' } };
  expect(await wayIn({ ctx: old, customerId: null, pathPrefix: '/apps/aftercare' }, { backTo: { page: 'account' }, locale: 'en' }, { accounts: stage.accounts, appUrl: stage.appUrl })).toBeNull();
  await stage.wellBehaved();
});
