import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { advanceChain, chainsInTrouble, refundChain } from '#app/modules/compensation/index.server.ts';
import type { JournalEntry } from '#app/modules/journal/index.server.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import { returnDetail, returnFigures } from '#app/modules/returns/index.server.ts';
import { processChain } from '#app/modules/returns/money/process-chain.server.ts';
import { readRefundAsked, readRefundForm, refundPath, type RefundClicked } from '#app/modules/returns/processing/refund-asked.ts';
import { refundReturn } from '#app/modules/returns/processing/refund-return.server.ts';
import { refundView } from '#app/modules/returns/processing/refund-view.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import { openLedgerStage } from '../../compensation/stage.ts';
import { addVariant } from '../../sandbox/world/shop-in-memory.ts';
import { totalsOf } from '../../sandbox/returns/returned-order.ts';
import { found, know, losing, patiently, playReturn, receive, viewOf, type Play } from './stage.ts';

const stage = await openLedgerStage();
const see = (play: Play, asked: Parameters<typeof refundView>[2] = {}) => refundView(play.shop.ctx, play.id, asked, null);

/** Clicks what is shown under a choice. */
async function click(play: Play, changes: Partial<RefundClicked> = {}, ctx: ShopContext = play.shop.ctx) {
  const { asked, preview } = await see(play, changes);
  const shown = { refund: preview?.refund ?? 0, owed: preview?.owed ?? 0 };
  return refundReturn(ctx, { returnId: play.id, by: null, key: randomUUID(), ...asked, waive: false, notify: false, extra: 0, shown, ...changes });
}
const moneyBack = ({ shop, order }: Play) => shop.world.orders.get(order.id)?.transactions.filter(({ kind }) => kind === 'REFUND').map(({ amount }) => amount.presentment.minor);
const credits = (play: Play) => play.shop.credits();
const ledger = (play: Play) => play.shop.ctx.tx(async (tx) => (await tx.compensations.findMany({ orderBy: [{ road: 'asc' }] })).map(({ road, state, amount }) => `${road} ${state} ${amount}`));

describe('what is shown before the click', () => {
  it('is line by line what Shopify will do, of all there is where nobody looked yet', async () => {
    const play = await playReturn(await stage.open());
    const { preview, units } = await see(play);
    expect(units).toEqual([{ lineId: play.lineId, left: 3, accepted: 0 }]);
    expect(preview).toMatchObject({ refund: 2700, owed: 0, fees: 300, equal: true, back: [{ amount: 2700 }] });
    expect(preview?.rows.map(({ kind, title, quantity, amount }) => [kind, title, quantity, amount])).toEqual([['price', 'Mug', 3, 3000], ['restocking_fee', 'Mug', null, -300]]);
  });

  it('is of what was accepted once somebody looked, and nothing of what was refused may be chosen', async () => {
    const play = await playReturn(await stage.open());
    await receive(play, [found(play, { quantity: 1 }), found(play, { quantity: 1, finding: 'missing', grade: null, disposition: 'MISSING', locationId: null, accepted: false, refusal: 'The box held two.' })]);
    const { preview, units, asked } = await see(play);
    expect([units, asked.units, preview?.refund]).toEqual([[{ lineId: play.lineId, left: 2, accepted: 1 }], [{ id: play.lineId, quantity: 1 }], 900]);
    expect((await see(play, { units: [{ id: play.lineId, quantity: 3 }] })).asked.units).toEqual([{ id: play.lineId, quantity: 2 }]);
  });
});

describe('refunding a return', () => {
  it('gives back exactly what was shown, on the page at once', async () => {
    const play = await playReturn(await stage.open());
    expect(await click(play)).toEqual({ is: 'done' });
    expect([moneyBack(play), (await viewOf(play)).lines.map(({ processed, refunded }) => [processed, refunded])]).toEqual([[2700], [[3, 3]]]);
    expect((await viewOf(play)).refunds).toHaveLength(0);
  });

  it('waives fees by a refund of their own, which Shopify books beside the return, and never more than was paid', async () => {
    const play = await playReturn(await stage.open());
    expect(await click(play, { waive: true })).toEqual({ is: 'done' });
    expect(moneyBack(play)).toEqual([2700, 300]);
    expect(await ledger(play)).toEqual(['goodwill given 300', 'refund given 2700']);
    expect(totalsOf(play.shop.world, play.order.id).netPayment.presentment.minor).toBe(0);
  });

  it('is told as store credit where it was, of the return and of its order', async () => {
    const play = await playReturn(await stage.open(), { quantity: 2 });
    const { ctx } = play.shop;
    await click(play, { to: 'store_credit', units: [{ id: play.lineId, quantity: 1 }] });
    await click(play);
    await play.shop.mirror(play.order);
    await know(play.shop, play.order);
    const told = (story: readonly JournalEntry[]) => story.flatMap((entry) => (entry.type === 'refund.created' ? [entry.data.asCredit ?? false] : []));
    expect([told((await returnDetail(ctx, play.id)).story), told((await orderStory(ctx, numericId('Order', play.order.id))).timeline)]).toEqual([[true, false], [true, false]]);
  });

  it('gives store credit, and waived fees as store credit with it', async () => {
    const play = await playReturn(await stage.open());
    expect(await click(play, { to: 'store_credit', waive: true })).toEqual({ is: 'done' });
    expect(credits(play)).toEqual([2700, 300]);
    expect((await returnFigures(play.shop.ctx, 3)).money).toMatchObject({ returns: 1, refunded: 0, credited: 2700, bonus: 300 });
  });

  it('gives shipping back where it is wished', async () => {
    const play = await playReturn(await stage.open(), { order: { shippingLines: [{ title: 'Post', priceSet: { shopMoney: { amount: '4.00', currencyCode: 'EUR' } } }] } });
    expect((await see(play)).preview?.shippingLeft).toBe(400);
    expect(await click(play, { shipping: true })).toEqual({ is: 'done' });
    expect(moneyBack(play)).toEqual([3100]);
  });

  it('gives an extra within the limit of the shop and not beyond it, whatever else was paid', async () => {
    const play = await playReturn(await stage.open(), { quantity: 1 });
    expect(await click(play, { extra: 100 })).toEqual({ is: 'over_limit' });
    expect(moneyBack(play)).toEqual([]);
    await play.shop.ctx.tx((tx) => tx.settings.create({ data: { name: 'staff-rights', value: { everybody: 'everything', people: {}, goodwill: '5', largestRefund: null }, version: 1 } }));
    expect(await click(play, { extra: 501 })).toEqual({ is: 'over_limit' });
    expect(await click(play, { extra: 500 })).toEqual({ is: 'done' });
    expect([moneyBack(play), credits(play)]).toEqual([[900], [500]]);
  });

  it.each([
    ['up', '15.00', { refund: 0, owed: 600 }],
    ['even', '9.00', { refund: 0, owed: 0 }],
    ['down', '4.00', { refund: 500, owed: 0 }],
  ])('sends goods in exchange that were chosen in Shopify’s admin, %s', async (_way, price, shown) => {
    const shop = await stage.open();
    const play = await playReturn(shop, { quantity: 1, back: { exchangeLineItems: [{ variantId: addVariant(shop.world, { price }, 'Pot').id, quantity: 1 }] } });
    expect((await see(play)).preview).toMatchObject({ ...shown, equal: true });
    expect(await click(play)).toEqual({ is: 'done' });
    expect(shop.world.returns.get(play.record.id)?.exchangeLineItems).toMatchObject([{ processedQuantity: 1 }]);
  });

  it('refuses to waive a fee where nothing is given back', async () => {
    const shop = await stage.open();
    const play = await playReturn(shop, { quantity: 1, back: { exchangeLineItems: [{ variantId: addVariant(shop.world, { price: '15.00' }, 'Pot').id, quantity: 1 }] } });
    expect(await click(play, { waive: true })).toEqual({ is: 'nothing_to_waive' });
  });
});

describe('what is clicked twice, or meanwhile done elsewhere', () => {
  it('one form is one refund, and of fifty people at once one refunds', async () => {
    const play = await playReturn(await stage.open());
    const key = randomUUID();
    const clicks = await Promise.all(Array.from({ length: 5 }, () => click(play, { key })));
    expect(clicks.map(({ is }) => is)).toContain('done');
    expect(await click(play, { key })).toEqual({ is: 'done' });
    const again = await playReturn(await stage.open());
    const { asked } = await see(again);
    const people: string[] = [];
    await patiently(again.shop, async (ctx) => {
      const all = Array.from({ length: 50 }, () => refundReturn(ctx, { returnId: again.id, by: null, key: randomUUID(), ...asked, waive: false, notify: false, extra: 0, shown: { refund: 2700, owed: 0 } }));
      people.push(...(await Promise.all(all)).map(({ is }) => is));
    });
    expect(people.filter((is) => is === 'done')).toHaveLength(1);
    expect(people.filter((is) => !['done', 'busy', 'moved'].includes(is))).toEqual([]);
    expect([moneyBack(play), moneyBack(again)]).toEqual([[2700], [2700]]);
  });

  it('a refund made meanwhile in Shopify’s admin is told, and nothing is sent', async () => {
    const play = await playReturn(await stage.open());
    const { asked } = await see(play);
    play.shop.world.change((change) => refundCreate(change, { orderId: play.order.id, transactions: [{ orderId: play.order.id, parentId: play.order.transactions[0]?.id, amount: '20.00', gateway: 'manual', kind: 'REFUND' }] }));
    expect(await click(play, { ...asked, shown: { refund: 2700, owed: 0 } })).toEqual({ is: 'moved', now: { refund: 1000, owed: 0 } });
    expect(moneyBack(play)).toEqual([2000]);
  });

  it('units that were processed in Shopify’s admin meanwhile are not processed again', async () => {
    const play = await playReturn(await stage.open(), { quantity: 1 });
    const { asked } = await see(play);
    play.shop.world.change((change) => returnProcess(change, { returnId: play.record.id, returnLineItems: [{ id: play.record.lineItems[0]?.id ?? '', quantity: 1 }] }));
    expect(await click(play, { ...asked, shown: { refund: 900, owed: 0 } })).toEqual({ is: 'moved', now: null });
    await know(play.shop, play.order);
    expect((await see(play)).units).toEqual([]);
  });

  it.each(['before', 'after'] as const)('an answer lost %s the effect gives the money once, and the fees too', async (when) => {
    const play = await playReturn(await stage.open(losing(when, 1)));
    expect(await click(play, { waive: true })).toEqual({ is: 'running' });
    play.shop.pass(3);
    const [chain] = await play.shop.ctx.tx((tx) => tx.chains.findMany({ where: { kind: processChain.kind } }));
    expect(await advanceChain(play.shop.ctx, [processChain, refundChain], chain?.id ?? '')).toBe('done');
    expect(moneyBack(play)).toEqual([2700, 300]);
  });

  it('where Shopify counts one minor unit otherwise the page says so and nothing is sent', async () => {
    const play = await playReturn(await stage.open());
    play.shop.world.change((change) => change.put('shops', { ...change.shop, returnSwitches: { processCloses: false, previewOff: 1 } }));
    expect((await see(play)).preview?.equal).toBe(false);
    expect(await click(play, { shown: { refund: 2700, owed: 0 } })).toEqual({ is: 'different' });
    expect(await play.shop.ctx.tx((tx) => chainsInTrouble(tx))).toEqual([]);
  });
});

describe('the address and the form', () => {
  it('hold the choice, and leave what they do not say to what is usual', () => {
    const asked = { units: [{ id: '7', quantity: 2 }], exchanges: [], to: 'store_credit', shipping: true } as const;
    expect(readRefundAsked(new URL(refundPath('1', { ...asked, units: [...asked.units], exchanges: [] }), 'https://a.example').searchParams)).toEqual(asked);
    expect(readRefundAsked(new URLSearchParams())).toEqual({ shipping: false });
    expect(readRefundAsked(new URLSearchParams({ units: 'x.y' }))).toEqual({ shipping: false });
  });

  it('is read whole or not at all', () => {
    const fields = { key: randomUUID(), units: '7.2', exchanges: '', to: 'original', shipping: 'no', waive: 'no', notify: 'no', extra: '0', refund: '900', owed: '0' };
    const read = (changes: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ ...fields, ...changes })) data.set(name, value);
      return readRefundForm(data);
    };
    expect(read({})).toMatchObject({ units: [{ id: '7', quantity: 2 }], exchanges: [], shown: { refund: 900, owed: 0 }, waive: false });
    for (const [name, value] of [['to', 'cash'], ['refund', '-1'], ['extra', '1.5'], ['key', 'x'], ['units', '7.-1']] as const) expect(read({ [name]: value })).toHaveProperty('invalid');
  });
});
