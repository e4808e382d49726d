import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { receiveUnits } from '#app/modules/returns/processing/receive-units.server.ts';
import { refundReturn } from '#app/modules/returns/processing/refund-return.server.ts';
import { refundView } from '#app/modules/returns/processing/refund-view.server.ts';
import { confirmed, openRequestsStage } from '../returns-requests/stage.ts';
import { openPortalShop, type PortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();

/** A return of three cups of which two were accepted, and one was not. */
async function lookedAt(shop: PortalShop, outcome: 'refund' | 'store_credit') {
  const request = await confirmed(shop, [shop.wish({ units: 3, outcome })]);
  const [made] = shop.returns();
  const [returnId, lineId] = [numericId('Return', made?.id ?? ''), numericId('ReturnLineItem', made?.lineItems[0]?.id ?? '')];
  await readReturnsOf(shop.known, shop.orderId);
  const one = { lineId, finding: 'good', grade: 'as_new', disposition: 'NOT_RESTOCKED', locationId: null, note: null } as const;
  const rows = [{ ...one, quantity: 2, accepted: true, refusal: null }, { ...one, quantity: 1, finding: 'damaged', grade: 'spoiled', accepted: false, refusal: 'The <b>handle</b> is broken off.' } as const];
  expect(await receiveUnits(shop.ctx, { returnId, key: randomUUID(), rows, by: null })).toMatchObject({ is: 'done' });
  return { request, returnId };
}

async function paidBack(shop: PortalShop, returnId: string, to: 'original' | 'store_credit') {
  const { asked, preview } = await refundView(shop.ctx, returnId, { to }, null);
  expect(await refundReturn(shop.ctx, { ...asked, returnId, by: null, key: randomUUID(), waive: false, notify: false, extra: 0, shown: { refund: preview?.refund ?? 0, owed: 0 } })).toEqual({ is: 'done' });
  await shop.mirror(shop.order);
  await readReturnsOf(shop.known, shop.orderId);
}

describe('who follows a return', () => {
  it('reads what was not accepted and why, as text', async () => {
    const shop = await openPortalShop(stage);
    const { request } = await lookedAt(shop, 'refund');
    const { text, html } = await shop.step('follow', { request });
    expect(text).toContain('What we could not accept Thing Not accepted: 1 The &lt;b&gt;handle&lt;/b&gt; is broken off. If you see it differently, write to us.');
    expect(html).not.toContain('<b>handle');
    expect(text).not.toContain('What was paid back');
  });

  it.each([
    ['original', 'refund', 'to the payment method of your order'],
    ['store_credit', 'store_credit', 'as store credit'],
  ] as const)('reads how much was paid back, when and to %s', async (to, outcome, means) => {
    const shop = await openPortalShop(stage);
    const { request, returnId } = await lookedAt(shop, outcome);
    await paidBack(shop, returnId, to);
    const { text } = await shop.step('follow', { request });
    expect(text).toMatch(new RegExp(`What was paid back €20\\.00 on [^.]*2026, ${means}`));
  });
});
