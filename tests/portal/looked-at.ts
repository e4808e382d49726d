import { randomUUID } from 'node:crypto';
import { numericId } from '#app/kernel/ids.ts';
import type { WorkAnswer } from '#app/modules/returns/processing/answers.ts';
import { receiveUnits } from '#app/modules/returns/processing/receive-units.server.ts';
import { refundReturn } from '#app/modules/returns/processing/refund-return.server.ts';
import { refundView } from '#app/modules/returns/processing/refund-view.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import type { ReturnRecord } from '#sandbox/world/records.ts';
import { confirmed } from '../returns-requests/stage.ts';
import type { PortalShop } from './portal-shop.ts';

/** A return of three cups of which two were accepted, and one was not. */
export async function lookedAt(shop: PortalShop, outcome: 'refund' | 'store_credit') {
  const request = await confirmed(shop, [shop.wish({ units: 3, outcome })]);
  const [made] = shop.returns();
  const [returnId, lineId] = [numericId('Return', made?.id ?? ''), numericId('ReturnLineItem', made?.lineItems[0]?.id ?? '')];
  await readReturnsOf(shop.known, shop.orderId);
  const one = { lineId, finding: 'good', grade: 'as_new', disposition: 'NOT_RESTOCKED', locationId: null, note: null } as const;
  const rows = [{ ...one, quantity: 2, accepted: true, refusal: null }, { ...one, quantity: 1, finding: 'damaged', grade: 'spoiled', accepted: false, refusal: 'The <b>handle</b> is broken off.' } as const];
  expectDone(await receiveUnits(shop.ctx, { returnId, key: randomUUID(), rows, by: null }));
  return { request, returnId };
}

/** Looks at units of a return, and accepts them. */
export async function received(shop: PortalShop, made: ReturnRecord | undefined, quantity: number): Promise<void> {
  const [returnId, lineId] = [numericId('Return', made?.id ?? ''), numericId('ReturnLineItem', made?.lineItems[0]?.id ?? '')];
  expectDone(await receiveUnits(shop.ctx, { returnId, key: randomUUID(), rows: [{ lineId, quantity, finding: 'good', grade: 'as_new', disposition: 'NOT_RESTOCKED', locationId: null, note: null, accepted: true, refusal: null }], by: null }));
}

/** Refunds what was accepted, and lets the app read it. */
export async function paidBack(shop: PortalShop, returnId: string, to: 'original' | 'store_credit') {
  const { asked, preview } = await refundView(shop.ctx, returnId, { to }, null);
  expectDone(await refundReturn(shop.ctx, { ...asked, returnId, by: null, key: randomUUID(), waive: false, notify: false, extra: 0, shown: { refund: preview?.refund ?? 0, owed: 0 } }));
  await shop.mirror(shop.order);
  await readReturnsOf(shop.known, shop.orderId);
}

function expectDone({ is }: WorkAnswer): void {
  if (is !== 'done') throw new Error(is);
}
