import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { closeDone } from '#app/modules/returns/processing/close-done.server.ts';
import { dueUnits } from '#app/modules/returns/processing/due-units.ts';
import type { FoundUnits } from '#app/modules/returns/processing/finding.ts';
import { receiveView } from '#app/modules/returns/processing/receive-view.server.ts';
import { receiveUnits } from '#app/modules/returns/processing/receive-units.server.ts';
import { settleByItself } from '#app/modules/returns/processing/settle-by-itself.server.ts';
import { actOnReturn, returnViews } from '#app/modules/returns/index.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import type { Settlement } from '#app/modules/returns/policy/matters.ts';
import type { WishedReturnLine } from '#app/modules/returns/requests/request.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { addReturn } from '../../sandbox/world/shop-in-memory.ts';
import { confirmed, openRequestsStage, type RequestsShop } from '../../returns-requests/stage.ts';
import { returnView } from '../fixtures.ts';

const stage = await openRequestsStage();

/** A shop that lets the app change its returns, and had it before they were begun. */
async function openShop(base: Partial<Settlement>): Promise<RequestsShop> {
  const shop = await stage.open({ base });
  Object.assign(shop.ctx.shop, { scopes: ['write_returns'], installedAt: new Date('2020-01-01') });
  return shop;
}

/** A return that its customer confirmed, open and known to the app. */
async function agreed(base: Partial<Settlement>, wish: Partial<WishedReturnLine> = {}) {
  const shop = await openShop(base);
  await confirmed(shop, [shop.wish(wish)]);
  await readReturnsOf(shop.ctx, shop.orderId);
  const record = shop.returns()[0];
  if (!record) throw new Error('no return');
  return { shop, id: numericId('Return', record.id), lineId: numericId('ReturnLineItem', record.lineItems[0]?.id ?? '') };
}
const by = (step: 'inspection' | 'receipt' | 'scan') => ({ refund_on: { step } });
const good = (lineId: string, part: Partial<FoundUnits> = {}): FoundUnits => ({ lineId, quantity: 1, finding: 'good', grade: 'as_new', disposition: 'NOT_RESTOCKED', locationId: null, accepted: true, refusal: null, note: null, ...part });
const receive = (shop: RequestsShop, id: string, rows: FoundUnits[]) => receiveUnits(shop.ctx, { returnId: id, key: crypto.randomUUID(), rows, by: null });
const settle = (shop: RequestsShop) => settleByItself(shop.ctx, { orderId: shop.orderId });
const viewOf = async (shop: RequestsShop, id: string) => (await shop.ctx.tx((tx) => returnViews(tx, { id })))[0];
const moneyBack = (shop: RequestsShop) => shop.world.orders.get(shop.order.id)?.transactions.filter(({ kind, gateway }) => kind === 'REFUND' && gateway !== 'shopify_store_credit').map(({ amount }) => amount.presentment.minor);

describe('what was agreed is given by itself', () => {
  it('once it was looked at and accepted, exactly as it was shown, and the return is closed', async () => {
    const { shop, id, lineId } = await agreed(by('inspection'));
    await settle(shop);
    expect(moneyBack(shop)).toEqual([]);
    await receive(shop, id, [good(lineId)]);
    await settle(shop);
    expect(moneyBack(shop)).toEqual([1000]);
    expect(await viewOf(shop, id)).toMatchObject({ status: 'closed', next: 'done', leftToPeople: null });
  });

  it('before whoever received it is answered, so that their page shows it', async () => {
    const { shop, id, lineId } = await agreed(by('inspection'));
    expect(await receive(shop, id, [good(lineId)])).toEqual({ is: 'done' });
    expect(moneyBack(shop)).toEqual([1000]);
    expect(await viewOf(shop, id)).toMatchObject({ status: 'closed', next: 'done', lines: [{ processed: 1 }] });
  });

  it('as store credit with what was promised beside it, also where the shop allows no goodwill', async () => {
    const { shop, id, lineId } = await agreed(by('inspection'), { outcome: 'store_credit', units: 3 });
    expect((await receiveView(shop.ctx, id)).byItself).toMatchObject({ terms: { refundOn: 'inspection', lines: [{ units: 3 }] }, parcel: 'none', amount: { minor: 3_300 }, to: 'store_credit' });
    Object.assign(shop.ctx.shop, { scopes: ['read_returns'] });
    expect((await receiveView(shop.ctx, id)).byItself).toBeNull();
    Object.assign(shop.ctx.shop, { scopes: ['write_returns'] });
    await receive(shop, id, [good(lineId, { quantity: 3 })]);
    await settle(shop);
    expect([moneyBack(shop), shop.credits()]).toEqual([[], [3000, 300]]);
  });

  it('at once where nothing comes back, which nobody then waits for', async () => {
    const { shop, id } = await agreed(by('inspection'), { outcome: 'keep' });
    await settle(shop);
    expect(moneyBack(shop)).toEqual([1000]);
    expect(await viewOf(shop, id)).toMatchObject({ status: 'closed', received: [{ disposition: 'not_restocked', quantity: 1 }] });
  });

  it('once, however many processes hear that it is due', async () => {
    const { shop, id, lineId } = await agreed(by('inspection'));
    await receive(shop, id, [good(lineId)]);
    await Promise.all(Array.from({ length: 10 }, () => settle(shop)));
    await settle(shop);
    expect(moneyBack(shop)).toEqual([1000]);
  });

  it('for units that were accepted, and not for those that were refused', async () => {
    const { shop, id, lineId } = await agreed(by('inspection'), { units: 2 });
    await receive(shop, id, [good(lineId), good(lineId, { finding: 'missing', grade: null, disposition: 'MISSING', accepted: false, refusal: 'The box held one.' })]);
    await settle(shop);
    expect(moneyBack(shop)).toEqual([1000]);
    expect(await viewOf(shop, id)).toMatchObject({ status: 'closed', refused: 1 });
  });
});

describe('what is left to people', () => {
  it('is what is no longer as it was shown, and the return says why', async () => {
    const { shop, id, lineId } = await agreed(by('inspection'), { units: 3 });
    shop.world.change((change) => refundCreate(change, { orderId: shop.order.id, transactions: [{ orderId: shop.order.id, parentId: shop.order.transactions[0]?.id, amount: '20.00', gateway: 'manual', kind: 'REFUND' }] }));
    await receive(shop, id, [good(lineId, { quantity: 3 })]);
    await settle(shop);
    expect(moneyBack(shop)).toEqual([2000]);
    expect((await viewOf(shop, id))?.leftToPeople?.why).toBe('moved');
  });

  it('is what was begun elsewhere, and what a person closed or opened again', async () => {
    const shop = await openShop(by('inspection'));
    const id = numericId('Return', addReturn(shop.world, shop.order).id);
    await readReturnsOf(shop.ctx, shop.orderId);
    const lineId = (await viewOf(shop, id))?.lines[0]?.id ?? '';
    await receive(shop, id, [good(lineId)]);
    await settle(shop);
    expect([moneyBack(shop), (await viewOf(shop, id))?.next]).toEqual([[], 'settle']);
    const done = await agreed(by('inspection'));
    await receive(done.shop, done.id, [good(done.lineId)]);
    await settle(done.shop);
    await actOnReturn(done.shop.ctx, { returnId: done.id, key: crypto.randomUUID(), input: { act: 'reopen' }, by: null });
    await closeDone(done.shop.ctx, done.shop.orderId);
    expect((await viewOf(done.shop, done.id))?.status).toBe('open');
  });
});

describe('when it is due', () => {
  const lines = [{ ...returnView().lines[0] }].flatMap((line) => (line.id ? [{ ...returnView().lines[0], ...line }] : []));
  const open = returnView({ status: 'open' });
  const rules = (part: Partial<Parameters<typeof dueUnits>[1]>) => ({ road: 'original' as const, refundOn: 'inspection' as const, lines: [{ lineId: '61', units: 2, outcome: 'refund' as const, offer: null as never }], ...part });
  const all = { units: [{ id: '1', quantity: 2 }], whole: true, kept: false };

  it('is what was agreed: a scan, the arrival, or somebody’s look', () => {
    expect(lines).toHaveLength(1);
    expect(dueUnits(open, rules({ refundOn: 'scan' }), 'moving')).toEqual(all);
    expect(dueUnits(open, rules({ refundOn: 'scan' }), 'none')).toBeNull();
    expect(dueUnits(open, rules({ refundOn: 'receipt' }), 'moving')).toBeNull();
    expect(dueUnits(open, rules({ refundOn: 'receipt' }), 'arrived')).toEqual(all);
    expect(dueUnits(open, rules({}), 'arrived')).toBeNull();
    const inspections = [{ id: 'i', lineId: '1', title: null, quantity: 1, finding: 'good' as const, grade: null, accepted: true, refusal: null, note: null, at: new Date() }];
    expect(dueUnits({ ...open, inspections }, rules({}), 'arrived')).toEqual({ units: [{ id: '1', quantity: 1 }], whole: false, kept: false });
  });

  it('is never for warranty cases, closed returns, and what was found missing in Shopify’s admin', () => {
    const received = (disposition: string) => [{ id: 'd', title: null, disposition, quantity: 2, place: null, at: new Date() }];
    expect(dueUnits(open, rules({ road: 'warranty' }), 'arrived')).toBeNull();
    expect(dueUnits({ ...open, status: 'closed' }, rules({ road: 'keep' }), 'none')).toBeNull();
    expect(dueUnits({ ...open, received: received('restocked') }, rules({}), 'none')).toEqual(all);
    expect(dueUnits({ ...open, received: received('missing') }, rules({}), 'none')).toBeNull();
  });

  it('waits for all that comes back where goods go out for it', () => {
    const goods = [{ id: '9', title: 'Pot', variantTitle: null, sku: null, quantity: 1, processed: 0 }];
    const inspections = [{ id: 'i', lineId: '1', title: null, quantity: 1, finding: 'good' as const, grade: null, accepted: true, refusal: null, note: null, at: new Date() }];
    expect(dueUnits({ ...open, exchangeLines: goods, inspections }, rules({}), 'none')).toBeNull();
    expect(dueUnits({ ...open, exchangeLines: goods }, rules({ refundOn: 'receipt' }), 'arrived')).toEqual(all);
  });
});
