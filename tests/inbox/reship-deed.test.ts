import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { besideTicket, doDeed, previewDeed } from '#app/modules/inbox/index.server.ts';
import { previewRefund } from '#app/modules/inbox/deeds/preview-refund.server.ts';
import { previewReship } from '#app/modules/inbox/deeds/preview-reship.server.ts';
import { refundOrder } from '#app/modules/inbox/deeds/refund-order.server.ts';
import { reshipOrder } from '#app/modules/inbox/deeds/reship-order.server.ts';
import { orderStory } from '#app/modules/orders/index.server.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import { fulfillAll } from '#sandbox/world/commands/fulfill-all.ts';
import { inventorySetQuantities } from '#sandbox/world/commands/inventory-set-quantities.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { orderTotals } from '#sandbox/world/order-totals.ts';
import { orderUpdate } from '#sandbox/world/commands/order-update.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { seededStaff } from '../inbox-stage.ts';
import { addVariant, firstLocation } from '../sandbox/world/shop-in-memory.ts';
import { actsOf, clickOf, ledgerOf, openScene, setRights } from './deed-stage.ts';
import { home, sentAgainIn, sentMugs, shownThenClicked, stockOf, type ReshipScene } from './reship-stage.ts';

const stage = await openLedgerStage();
const scene = async (more: OrderCreateInput = {}) => sentMugs(await stage.open(), more);
const back = (at: ReshipScene, amount: number) => ({ ...clickOf(at), units: [], shipping: false, amount, to: 'original' as const, notify: false, shown: amount });
const setStock = ({ shop, variant }: ReshipScene, quantity: number) =>
  shop.world.change((change) => inventorySetQuantities(change, { name: 'available', reason: 'correction', quantities: [{ inventoryItemId: variant.inventoryItemId, locationId: firstLocation(shop.world).id, quantity }] }));
const ownerSend = async (at: ReshipScene, quantity: number) => reshipOrder(at.shop.ctx, await shownThenClicked(at, quantity, { by: seededStaff.owner }));

describe('sending goods again', () => {
  it('makes an order of its own that costs nothing, from stock, to the address of the first one', async () => {
    const at = await scene();
    const answer = await reshipOrder(at.shop.ctx, await shownThenClicked(at, 2));
    expect(answer).toEqual({ is: 'done', sentence: expect.stringContaining('2 × Mug') });
    const [made, ...others] = sentAgainIn(at);
    expect(others).toEqual([]);
    expect(made).toMatchObject({
      customerId: `gid://shopify/Customer/${at.shop.customerId}`, email: 'anna@example.com', shippingAddress: { address1: 'Hauptstr. 1', city: 'Berlin' }, customAttributes: [{ key: 'Sent again for', value: at.order.name }, { key: 'Reason', value: 'lost' }],
      lineItems: [{ variantId: at.variant.id, quantity: 2, requiresShipping: true, unitPrice: { presentment: { minor: 1000 } }, customAttributes: [{ key: 'Engraving', value: 'A. B.' }] }], shippingLines: [{ title: 'DHL', price: { shop: { minor: 0 } } }],
    });
    expect([made && orderTotals(made, []).total.presentment.minor, stockOf(at)]).toEqual([0, 3]);
  });

  it('is of the prices that were paid, in their currency and with their discounts and taxes, and counts what was paid', async () => {
    const shop = await stage.open();
    const variant = addVariant(shop.world);
    const both = (shopAmount: string, amount: string) => ({ shopMoney: { amount: shopAmount, currencyCode: 'EUR' }, presentmentMoney: { amount, currencyCode: 'USD' } });
    const lineItems = [{ variantId: variant.id, quantity: 3, priceSet: both('10.00', '11.00'), taxLines: [{ title: 'VAT', rate: '0.19' }] }];
    const at = { ...(await openScene(shop, { presentmentCurrency: 'USD', shippingAddress: home, lineItems, discountCode: { itemPercentageDiscountCode: { code: 'TEN', percentage: 10 } } })), variant };
    // 11.00 less a tenth, with 19 % on it.
    expect(await previewReship(shop.ctx, { ...clickOf(at), units: [{ id: at.lineId, quantity: 1 }] })).toMatchObject({ currency: 'USD', amount: 1178 });
    expect(await reshipOrder(shop.ctx, await shownThenClicked(at))).toMatchObject({ is: 'done' });
    const [made] = sentAgainIn(at);
    expect(made).toMatchObject({ currency: 'EUR', presentmentCurrency: 'USD', lineItems: [{ unitPrice: { shop: { minor: 1000 }, presentment: { minor: 1100 } }, taxLines: [] }] });
    expect([made && orderTotals(made, []).total, await ledgerOf(at)]).toMatchObject([{ shop: { minor: 0 }, presentment: { minor: 0 } }, ['reship given 1178']]);
  });

  it('is told by the ticket, by both orders and in the ledger, and the new order stands beside the ticket', async () => {
    const at = await scene();
    const { ctx } = at.shop;
    await reshipOrder(ctx, await shownThenClicked(at, 2));
    const [made] = sentAgainIn(at);
    const newId = numericId('Order', made?.id ?? '');
    expect(await actsOf(at)).toEqual([{ act: 'reship', orderId: at.orderId, ref: made?.name, actor: seededStaff.mia }]);
    expect(await ledgerOf(at)).toEqual(['reship given 2000']);
    const told = async (orderId: string) => (await orderStory(ctx, orderId)).timeline.filter(({ type }) => type === 'order.sent_again' || type === 'order.replaces').map(({ type, data, actor }) => ({ type, data, actor }));
    expect(await told(at.orderId)).toEqual([{ type: 'order.sent_again', actor: seededStaff.mia, data: { ticketId: at.ticketId, items: 2, reason: 'lost', newId, name: made?.name } }]);
    expect(await told(newId)).toEqual([{ type: 'order.replaces', actor: seededStaff.mia, data: { items: 2, reason: 'lost', oldId: at.orderId, name: at.order.name } }]);
    expect((await besideTicket(ctx, at.ticketId)).orders.map(({ id, isMeant, total, sentFor }) => [id, isMeant, total.minor, sentFor?.name])).toEqual(expect.arrayContaining([[newId, true, 0, at.order.name], [at.orderId, false, 3500, undefined]]));
  });

  it('is offered for what was reported, chosen by nobody where nothing speaks for it, and never for what went out again already', async () => {
    const at = await scene();
    const { ctx } = at.shop;
    const offered = async () => {
      const { lines, reason, sentence } = await previewReship(ctx, { ...clickOf(at), units: null });
      return [lines.map(({ chosen }) => chosen), reason, sentence !== null];
    };
    expect(await offered()).toEqual([[0], null, false]);
    await ctx.tx((tx) => tx.problem_reports.create({ data: { id: 'r1', order_id: at.orderId, kind: 'damaged', lines: [{ lineId: at.lineId, quantity: 2 }], locale: 'en', created_at: ctx.clock.now() } }));
    expect(await offered()).toEqual([[2], 'damaged', true]);
    await reshipOrder(ctx, await shownThenClicked(at, 2));
    expect(await offered()).toEqual([[1], 'damaged', true]);
    await reshipOrder(ctx, await shownThenClicked(at, 1));
    expect(await offered()).toEqual([[0], 'damaged', false]);
  });

  it('is shown and done as its dialog asks for it, and not where that cannot be read', async () => {
    const at = await scene();
    const who = { id: String(at.ticketId), staffId: seededStaff.mia, trackingUrl: () => '' };
    const shown = await previewDeed(at.shop.ctx, { ...who, query: new URLSearchParams({ deed: 'reship', order: at.orderId, units: `${at.lineId}.3` }) });
    if (shown?.deed !== 'reship') throw new Error('no preview');
    const form = (changes: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ deed: 'reship', order: at.orderId, key: shown.key, units: `${at.lineId}.3`, reason: 'missing', receipt: 'yes', shown: shown.shown, ...changes })) data.set(name, value);
      return data;
    };
    for (const [field, value] of [['units', 'suggested'], ['units', 'x'], ['reason', 'because'], ['receipt', ''], ['key', '1']] as const) expect(await doDeed(at.shop.ctx, { ...who, form: form({ [field]: value }) })).toEqual({ is: 'invalid', fields: [field] });
    expect(await doDeed(at.shop.ctx, { ...who, staffId: null, form: form({}) })).toEqual({ is: 'forbidden' });
    expect(await doDeed(at.shop.ctx, { ...who, form: form({}) })).toMatchObject({ is: 'done' });
    expect(sentAgainIn(at).map(({ customAttributes }) => customAttributes.at(-1)?.value)).toEqual(['missing']);
  });

  it('shows what it is worth and what is left afterwards, whereto it goes, and what is in stock', async () => {
    const at = await scene();
    expect(await previewReship(at.shop.ctx, { ...clickOf(at), units: [{ id: at.lineId, quantity: 2 }] })).toMatchObject({ obstacle: null, amount: 2000, beyond: 0, leftAfter: 1500, address: ['Anna Berg', 'Hauptstr. 1', '10115 Berlin'], country: 'DE', hasCustomer: true, lines: [{ sent: 3, stock: 5, chosen: 2, isShort: false, isGone: false }], earlier: [] });
    expect(sentAgainIn(at)).toEqual([]);
  });
});

describe('goods that were sent again', () => {
  it('are not refunded as well, neither by their units nor without lines, and whoever refunds sees why', async () => {
    const at = await scene();
    const { ctx } = at.shop;
    await reshipOrder(ctx, await shownThenClicked(at, 3));
    const [made] = sentAgainIn(at);
    const oneUnit = { ...clickOf(at), units: [{ id: at.lineId, quantity: 1 }], shipping: false, amount: null, to: 'original' as const, notify: false, shown: 1000 };
    expect(await previewRefund(ctx, oneUnit)).toMatchObject({ most: 500, fits: false, sentence: null, sentAgain: [{ title: 'Mug', units: 3, amount: 3000, name: made?.name }] });
    expect(await refundOrder(ctx, oneUnit)).toEqual({ is: 'too_much', refusal: { of: 'line', lineId: at.lineId, left: 0 } });
    expect(await refundOrder(ctx, back(at, 501))).toEqual({ is: 'too_much', refusal: { of: 'order', left: 500 } });
    expect(await refundOrder(ctx, back(at, 500))).toMatchObject({ is: 'done' });
  });

  it('count no more once their own order is cancelled and nothing of it was sent, and do where it was', async () => {
    const play = async (isSent: boolean) => {
      const at = await scene();
      await setRights(at, { goodwill: '5', largestRefund: '35' });
      await refundOrder(at.shop.ctx, back(at, 1000));
      await reshipOrder(at.shop.ctx, await shownThenClicked(at, 2));
      const made = sentAgainIn(at)[0] ?? at.order;
      at.shop.pass(1);
      if (isSent) at.shop.world.change((change) => fulfillAll(change, made, null));
      else at.shop.world.change((change) => orderCancel(change, { orderId: made.id, reason: 'OTHER', restock: true }));
      await at.shop.mirror(made);
      return { ...(await previewRefund(at.shop.ctx, { ...back(at, 2500) })), made, stock: stockOf(at) };
    };
    expect(await play(false)).toMatchObject({ most: 2500, fits: true, sentAgain: [], rights: { refundLeft: 2500 }, stock: 5 });
    expect(await play(true)).toMatchObject({ most: 500, fits: false, sentAgain: [{ units: 2, amount: 2000 }], rights: { refundLeft: 500 }, stock: 3 });
  });

  it('count as goodwill where their money went back before, within the limit for it', async () => {
    const at = await scene();
    await setRights(at, { goodwill: '5' });
    await refundOrder(at.shop.ctx, back(at, 2500));
    const clicked = await shownThenClicked(at, 3);
    expect(await previewReship(at.shop.ctx, clicked)).toMatchObject({ amount: 3000, beyond: 2000, leftAfter: 0, rights: { giftLeft: 500 } });
    expect(await reshipOrder(at.shop.ctx, clicked)).toEqual({ is: 'over_limit' });
    expect(await ownerSend(at, 3)).toMatchObject({ is: 'done' });
    expect(await ledgerOf(at)).toEqual(['refund given 2500', 'reship given 1000', 'goodwill given 2000']);
  });

  it('go out a second time as goodwill, and only for who may give so much', async () => {
    const at = await scene();
    expect(await ownerSend(at, 3)).toMatchObject({ is: 'done' });
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at, 1))).toEqual({ is: 'over_limit' });
    at.shop.pass(1);
    expect(await ownerSend(at, 1)).toMatchObject({ is: 'done' });
    expect((await previewReship(at.shop.ctx, { ...clickOf(at), units: null })).earlier.map(({ units, amount }) => [units, amount])).toEqual([[3, 3000], [1, 1000]]);
    expect([sentAgainIn(at).length, (await ledgerOf(at)).sort()]).toEqual([2, ['goodwill given 1000', 'reship given 0', 'reship given 3000']]);
  });

  it('count within the largest refund of whoever sends them', async () => {
    const at = await scene();
    await setRights(at, { largestRefund: '15' });
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at, 2))).toEqual({ is: 'over_limit' });
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at, 1))).toMatchObject({ is: 'done' });
    expect(await refundOrder(at.shop.ctx, back(at, 501))).toEqual({ is: 'over_limit' });
  });
});

describe('goods are not sent again', () => {
  it('of an order that is cancelled, unpaid, refunded, not sent, sent nowhere, or was itself sent again', async () => {
    const why = async (at: ReshipScene) => (await previewReship(at.shop.ctx, { ...clickOf(at), units: null })).obstacle;
    const refused = async (at: ReshipScene, obstacle: string) => {
      expect([await why(at), await reshipOrder(at.shop.ctx, await shownThenClicked(at))]).toEqual([obstacle, { is: 'moved' }]);
      expect(await ledgerOf(at)).toEqual([]);
    };
    const cancelled = await scene({ fulfillmentStatus: null });
    cancelled.shop.world.change((change) => orderCancel(change, { orderId: cancelled.order.id, reason: 'OTHER', restock: false }));
    await refused(cancelled, 'cancelled');
    await refused(await scene({ financialStatus: 'PENDING' }), 'unpaid');
    await refused(await scene({ fulfillmentStatus: null }), 'unsent');
    await refused(await scene({ shippingAddress: null }), 'nowhere');
    const at = await scene();
    await refundOrder(at.shop.ctx, back(at, 3500));
    expect(await why(at)).toBe('refunded');
    const twice = await scene();
    await reshipOrder(twice.shop.ctx, await shownThenClicked(twice));
    const again = { ...twice, orderId: numericId('Order', sentAgainIn(twice)[0]?.id ?? '') };
    expect(await previewReship(again.shop.ctx, { ...clickOf(again), units: null })).toMatchObject({ obstacle: 'again', sentFor: twice.order.name });
  });

  it('that are not in stock, also where they were sold since it was shown: Shopify refuses, and nothing stays set aside', async () => {
    const at = await scene();
    const clicked = await shownThenClicked(at, 2);
    setStock(at, 1);
    expect(await previewReship(at.shop.ctx, clicked)).toMatchObject({ lines: [{ stock: 1, isShort: true }] });
    expect(await reshipOrder(at.shop.ctx, clicked)).toEqual({ is: 'refused', message: expect.stringContaining('inventory') });
    expect([sentAgainIn(at), await ledgerOf(at), await actsOf(at), stockOf(at)]).toEqual([[], ['reship released 2000'], [], 1]);
  });

  it('that were never of the catalogue, that were not sent, of another shop, or of nothing', async () => {
    const at = await scene();
    const { ctx } = at.shop;
    for (const [units, is] of [[[], 'invalid'], [[{ id: at.lineId, quantity: 4 }], 'moved'], [[{ id: '9999', quantity: 1 }], 'moved']] as const) expect(await reshipOrder(ctx, { ...(await shownThenClicked(at)), units })).toMatchObject({ is });
    const custom = await scene({ lineItems: [{ title: 'By hand', quantity: 1, requiresShipping: true, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } }] });
    expect(await previewReship(custom.shop.ctx, { ...clickOf(custom), units: null })).toMatchObject({ lines: [{ isGone: true, chosen: 0 }] });
    expect(await reshipOrder(custom.shop.ctx, { ...(await shownThenClicked(custom)), shown: 'x' })).toEqual({ is: 'moved' });
    const foreign = { ...clickOf(at), orderId: '9999999999999', units: [{ id: at.lineId, quantity: 1 }] };
    await expect(previewReship(ctx, foreign)).rejects.toMatchObject({ code: 'not_found' });
    expect(await reshipOrder(ctx, { ...foreign, reason: 'lost', receipt: false, shown: '' })).toEqual({ is: 'moved' });
  });

  it('anywhere else than was shown, nor by who may not give', async () => {
    const at = await scene();
    const clicked = await shownThenClicked(at);
    at.shop.world.change((change) => orderUpdate(change, { id: at.order.id, shippingAddress: { ...home, city: 'Potsdam' } }));
    expect(await reshipOrder(at.shop.ctx, clicked)).toEqual({ is: 'moved' });
    await setRights(at, { everybody: 'no_refunds' });
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at))).toEqual({ is: 'forbidden' });
    expect([sentAgainIn(at), await ledgerOf(at)]).toEqual([[], []]);
  });
});
