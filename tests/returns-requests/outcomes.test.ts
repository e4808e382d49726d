import { describe, expect, it } from 'vitest';
import { agreedOf, listReturns, requestCard, requestDetail, returnableOrder } from '#app/modules/returns/index.server.ts';
import { addVariant } from '../sandbox/world/shop-in-memory.ts';
import { confirmed, openRequestsStage, other } from './stage.ts';

const stage = await openRequestsStage();
const numberOf = (id: string) => id.split('/').at(-1) ?? '';

describe('what can be returned', () => {
  it('is told line by line, with reasons and what the policy gives', async () => {
    const shop = await stage.open();
    const order = await returnableOrder(shop.ctx, shop.orderId);
    expect(order?.lines).toMatchObject([{ lineId: shop.lineId, returnable: 3, why: null, price: 1_000, decision: { offers: { refund: { offer: { allowed: true, back: 1_000 } } } } }]);
    expect(order?.lines[0]?.reasons.map(({ handle }) => handle)).toContain('too-small');
    expect(order?.requests).toEqual([]);
  });

  it('is nothing while the shop promises nothing', async () => {
    const shop = await stage.silent();
    const order = await shop.placeOrder();
    expect(await returnableOrder(shop.ctx, numberOf(order.id))).toBeNull();
  });

  it('says that units are coming back already', async () => {
    const shop = await stage.open();
    await confirmed(shop, [shop.wish({ units: 3 })]);
    expect((await returnableOrder(shop.ctx, shop.orderId))?.lines).toMatchObject([{ returnable: 0, why: 'already_coming_back', decision: null }]);
  });
});

describe('a wish becomes a return at Shopify', () => {
  it('for a refund, with the fees that were shown', async () => {
    const shop = await stage.open({ base: { fee: { percent: 10, waived: [] }, way_back: { payer: 'customer', amount: 300, waived: [] } } });
    const plan = await shop.plan([shop.wish({ units: 2 })]);
    expect(plan).toMatchObject({ shown: { refund: 1_500, owed: 0, bonus: 0, currency: 'EUR' }, fee: 300, to: 'original', approval: 'nobody', refundOn: 'receipt' });
    const id = await confirmed(shop, [shop.wish({ units: 2 })]);
    expect(shop.returns()).toMatchObject([{ status: 'OPEN', lineItems: [{ quantity: 2, restockingFee: { percentage: 10 } }], shippingFee: { amount: { shop: { minor: 300 } } } }]);
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'send', returns: [{ road: 'original', next: 'send' }], mayCancel: true, sends: true });
  });

  it('in what its customer paid in, with what the way back costs at the order’s own rate', async () => {
    const paid = (shop: string, presentment: string) => ({ shopMoney: { amount: shop, currencyCode: 'EUR' }, presentmentMoney: { amount: presentment, currencyCode: 'JPY' } });
    const placed = { presentmentCurrency: 'JPY', lineItems: [{ title: 'Cup', quantity: 3, requiresShipping: true, priceSet: paid('10.00', '1630') }] };
    const shop = await stage.open({ placed, base: { way_back: { payer: 'customer', amount: 300, waived: [] } } });
    expect(await shop.plan([shop.wish()])).toMatchObject({ shown: { refund: 1_141, currency: 'JPY' }, fee: 489 });
    await confirmed(shop, [shop.wish()]);
    expect(shop.returns()).toMatchObject([{ shippingFee: { amount: { presentment: { minor: 489, currency: 'JPY' } } } }]);
  });

  it('and never costs more to send back than it brings', async () => {
    const shop = await stage.open({ base: { way_back: { payer: 'customer', amount: 1_200, waived: [] } } });
    expect(await shop.plan([shop.wish()])).toMatchObject({ shown: { refund: 0, owed: 0 }, fee: 1_000 });
  });

  it('names goods that have only one form by their product alone, wherever they are named', async () => {
    const shop = await stage.open();
    const pot = addVariant(shop.world, {}, 'Pot');
    expect(pot.title).toBe('Default Title');
    const { lines, money } = await shop.plan([shop.wish({ outcome: 'other_product', variantId: numberOf(pot.id) })]);
    expect([lines[0]?.exchange?.title, money.exchanges[0]?.title]).toEqual(['Pot', 'Pot']);
    expect(JSON.stringify(money.rows)).not.toContain('Default Title');
  });

  it('for store credit, with the bonus that was agreed', async () => {
    const shop = await stage.open();
    const plan = await shop.plan([shop.wish({ outcome: 'store_credit' })]);
    expect(plan).toMatchObject({ shown: { refund: 1_000, bonus: 100 }, to: 'store_credit', back: [] });
    await confirmed(shop, [shop.wish({ outcome: 'store_credit' })]);
    const [made] = shop.returns();
    expect(await shop.ctx.tx((tx) => agreedOf(tx, numberOf(made?.id ?? '')))).toMatchObject({ to: 'store_credit', bonusPercentage: 10, customerId: shop.customerId, refundOn: 'receipt', shown: { refund: 1_000, bonus: 100 } });
  });

  it('for an exchange, at the price that was agreed', async () => {
    const shop = await stage.open();
    const variantId = numberOf(addVariant(shop.world, { price: '15.00' }, 'Pot').id);
    const lines = [shop.wish({ outcome: 'other_product', variantId })];
    expect(await shop.plan(lines)).toMatchObject({ shown: { refund: 0, owed: 500 }, lines: [{ exchange: { variantId, agreed: { unitPrice: 1_500, discount: null } } }] });
    await confirmed(shop, lines);
    const [made] = shop.returns();
    expect(made).toMatchObject({ status: 'OPEN', exchangeLineItems: [{ quantity: 1, variantId: `gid://shopify/ProductVariant/${variantId}` }] });
    const agreed = await shop.ctx.tx((tx) => agreedOf(tx, numberOf(made?.id ?? '')));
    expect(agreed?.exchanges).toEqual([{ exchangeLineId: numberOf(made?.exchangeLineItems[0]?.id ?? ''), variantId, quantity: 1, agreed: { unitPrice: 1_500, taxable: true, discount: null } }]);
  });

  it('for what may be kept, without anything to send', async () => {
    const shop = await stage.open();
    const id = await confirmed(shop, [shop.wish({ outcome: 'keep' })]);
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'settling', sends: false, wayBack: { kind: 'none' }, mayCancel: false });
  });

  it('for a warranty case, which a person decides and no money is promised for', async () => {
    const shop = await stage.open();
    const lines = [shop.wish({ outcome: 'warranty', reasonId: other, note: 'The handle came off.' })];
    expect(await shop.plan(lines)).toMatchObject({ approval: 'person', shown: { refund: 0, owed: 0 } });
    const id = await confirmed(shop, lines);
    expect(shop.returns()).toMatchObject([{ status: 'REQUESTED', lineItems: [{ customerNote: 'The handle came off.' }] }]);
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'asked', mayCancel: true });
  });

  it('for an exception, with the customer’s words, for a person to decide', async () => {
    const shop = await stage.open({ base: { period: { kind: 'final_sale' } } });
    const lines = [shop.wish({ exception: 'It was a gift and she is allergic.' })];
    const id = await confirmed(shop, lines);
    expect(shop.returns()).toMatchObject([{ status: 'REQUESTED', lineItems: [{ customerNote: 'It was a gift and she is allergic.' }] }]);
    const asked = { shelf: 'decide', search: '', reason: null, after: null } as const;
    expect((await listReturns(shop.ctx, asked)).rows).toMatchObject([{ exception: true, exchange: false }]);
    const view = await requestDetail(shop.ctx, id);
    expect(view.lines).toMatchObject([{ exception: 'It was a gift and she is allergic.', offer: { offer: { allowed: false, why: 'final_sale' } } }]);
  });

  it('on two roads as two returns of one request, and takes the way back once', async () => {
    const shop = await stage.open({ base: { way_back: { payer: 'customer', amount: 300, waived: [] } } });
    const lines = [shop.wish(), shop.wish({ outcome: 'store_credit' })];
    expect(await shop.plan(lines)).toMatchObject({ to: 'both', fee: 300, shown: { refund: 1_700, bonus: 100 }, parts: [{ fee: 300 }, { fee: 0 }] });
    const id = await confirmed(shop, lines);
    expect(shop.returns()).toHaveLength(2);
    expect((await requestDetail(shop.ctx, id)).returns).toMatchObject([{ road: 'original' }, { road: 'store_credit' }]);
    const cards = await Promise.all(shop.returns().map((made) => requestCard(shop.ctx, numberOf(made.id), 'en')));
    expect(cards.map((card) => [card?.lines.map(({ outcome }) => outcome), card?.shown])).toEqual([
      [['refund'], { refund: 700, owed: 0, bonus: 0, currency: 'EUR' }],
      [['store_credit'], { refund: 1_000, owed: 0, bonus: 100, currency: 'EUR' }],
    ]);
  });
});
