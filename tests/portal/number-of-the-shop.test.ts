import { expect, it } from 'vitest';
import { beginWayBack, noteNumber } from '#app/modules/labels/index.server.ts';
import { openRequestsStage, tooSmall } from '../returns-requests/stage.ts';
import { confirm } from './page-states.ts';
import { openPortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();

it('a number that people of the shop entered stands on the customer’s page, where no label was uploaded', async () => {
  const shop = await openPortalShop(stage);
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
  await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
  await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
  const made = await confirm(shop, await shop.step('back', { back: 'label' }));
  const request = made.hidden('request');
  const [returnId = ''] = shop.returns().map(({ id }) => id.split('/').at(-1) ?? '');
  await shop.ctx.tx((tx) => beginWayBack(tx, { orderId: shop.orderId, returnId, requestId: request, choice: { kind: 'label', placeId: null, carrier: null, trackingNumber: null }, locationId: null, open: true, by: null, at: shop.ctx.clock.now() }));
  expect((await shop.step('request', { request })).text).not.toContain('1Z999AA10123456784');
  await noteNumber(shop.ctx, { returnId, carrier: 'UPS', number: '1Z999AA10123456784' });
  expect((await shop.step('request', { request })).text).toContain('1Z999AA10123456784 (UPS)');
});
