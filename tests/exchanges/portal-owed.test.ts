import { expect, it } from 'vitest';
import { exchangeSetting } from '#app/modules/returns/exchanges/exchange-setting.ts';
import { sendAtOnce } from '#app/modules/returns/index.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { orderMarkAsPaid } from '#sandbox/world/commands/order-mark-as-paid.ts';
import { confirm } from '../portal/page-states.ts';
import { openPortalShop } from '../portal/portal-shop.ts';
import { openRequestsStage, tooSmall } from '../returns-requests/stage.ts';
import { addSizes, variantId } from './stage.ts';

const stage = await openRequestsStage();

it('customers are told what they owe for an exchange and where they pay it, until it is paid', async () => {
  const shop = await openPortalShop(stage, {});
  const ctx = { ...shop.ctx, shop: { ...shop.ctx.shop, scopes: [...shop.ctx.shop.scopes, 'write_returns'] } };
  await changeSetting(ctx, exchangeSetting, { value: { ...exchangeSetting.initial, send: 'at_once' }, version: 0, by: null });
  const { productId, sizes } = addSizes(shop.world, 'Jumper', { S: 2 }, { price: '24.00' });
  const { lineId } = shop;
  const at = (what: string, fields: Record<string, string> = {}) => shop.visit({ form: { key: shop.keyOf(), do: what, ...fields } });
  await at('items', { line: lineId, [`units-${lineId}`]: '1' });
  await at('reasons', { [`reason-${lineId}`]: tooSmall });
  await at('outcomes', { [`outcome-${lineId}`]: 'other_product' });
  await at('exchange', { pick: `${lineId}:${productId}` });
  await at('exchange', { [`variant-${lineId}`]: variantId(sizes[0]) });
  await at('back', { back: 'label' });
  const begun = await confirm(shop, await at('show', { step: 'review' }));
  const request = begun.hidden('request');
  expect(begun.html).not.toContain('order_payment');
  await sendAtOnce(ctx, shop);
  shop.pass(2);
  const owing = await at('follow', { request });
  expect(owing.text).toContain('€14.00');
  expect(owing.text).toContain('What you chose leaves as soon as this is paid.');
  expect(owing.html).toMatch(/href="[^"]+order_payment[^"]+"/);
  shop.world.change((change) => orderMarkAsPaid(change, { id: shop.order.id }));
  shop.pass(2);
  expect((await at('follow', { request })).html).not.toContain('order_payment');
});
