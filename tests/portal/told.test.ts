import { expect, it } from 'vitest';
import { decideNotices } from '#app/modules/notices/index.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { policyAct } from '#app/wiring/policy-act.server.ts';
import { openRequestsStage, tooSmall } from '../returns-requests/stage.ts';
import { confirm } from './page-states.ts';
import { customerOf } from './portal-shop.ts';

const stage = await openRequestsStage();

it.each([['since the app was there', false], ['before the app was', true]])('whoever sends back in the portal what was ordered %s is told of the approval by one mail', async (_, imported) => {
  const made = await stage.open();
  const installed = { ...made.ctx.shop, scopes: [...made.ctx.shop.scopes, 'write_returns'], installedAt: made.ctx.clock.now() };
  const [ctx, known] = [{ ...made.ctx, shop: installed }, { ...made.known, shop: installed }];
  const form = new FormData();
  form.set('intent', 'open-portal');
  form.set('version', '0');
  expect(await policyAct(ctx, { form, by: '7' })).toEqual({ is: 'done', did: 'open-portal' });
  const shop = { ...made, ctx, known, ...customerOf({ ctx }, made.orderId) };
  const { orderId, lineId } = shop;
  await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { email: 'anna@example.com', imported } }));

  shop.pass(1);
  await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
  await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
  await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
  await confirm(shop, await shop.step('back', { back: 'label' }));
  await readReturnsOf(known, orderId);
  shop.pass(11);

  const mails = async () => {
    await decideNotices(ctx, { linkTo: (id) => `https://shop.example.com/orders?key=${id}`, hasHouseSms: false }, { orderId });
    return ctx.tx((tx) => tx.outbox.findMany({ where: { order_id: orderId, kind: { startsWith: 'notices.return_' } }, select: { kind: true, recipient: true } }));
  };
  const one = [{ kind: 'notices.return_approved', recipient: 'anna@example.com' }];
  expect(await mails()).toEqual(one);
  expect(await mails()).toEqual(one);
});
