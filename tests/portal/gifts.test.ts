import { describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { planRequest, requestDetail } from '#app/modules/returns/index.server.ts';
import { asRecipient } from '#app/modules/portal/gift.ts';
import { label, openRequestsStage, promise, tooSmall } from '../returns-requests/stage.ts';
import { aPrice, delivered, openGiftShop, turnGifts, withoutIds } from './gift-shop.ts';
import { turnPortal } from './portal-shop.ts';

const stage = await openRequestsStage();
type GiftShop = Awaited<ReturnType<typeof openGiftShop>>;

/** Goes as far as the review of one jumper in another size. */
async function toReview({ gift, lineId, medium }: GiftShop) {
  const pages = [
    await gift('items', { line: lineId, [`units-${lineId}`]: '1' }),
    await gift('reasons', { [`reason-${lineId}`]: tooSmall, [`note-${lineId}`]: 'One size up would fit.' }),
    await gift('exchange', { [`variant-${lineId}`]: medium }),
    await gift('back', { back: 'label' }),
  ];
  return { pages, review: pages.at(-1) ?? pages[0] };
}

describe('who was given something', () => {
  it('comes in by order, postal code and last name of the delivery, however they write them', async () => {
    const shop = await openGiftShop(stage);
    const entry = await shop.visit({});
    expect(entry.html).toContain('href="/apps/aftercare/returns?gift=1"');
    expect((await shop.visit({ query: { gift: '1' } })).text).toContain('Exchange a gift');
    const found = await shop.visit({ form: { gift: '1', order: shop.order.name, postalCode: ' 04 109', lastName: 'MULLER lüdenscheidt' } });
    expect(found.text).toContain('Choose what you would like to exchange.');
    expect(found.text).toContain('Wool jumper');
    expect(withoutIds(found.html)).not.toMatch(aPrice);
  });

  it('exchanges it for another form at the same price, and sees no price on any page', async () => {
    const shop = await openGiftShop(stage);
    const items = await shop.gift('show', { step: 'items' });
    expect(items.text).toContain('Thing We gladly arrange this with you in person.');
    await shop.gift('items', { line: shop.lineId, [`units-${shop.lineId}`]: '1' });
    const choices = await shop.gift('reasons', { [`reason-${shop.lineId}`]: tooSmall });
    expect(choices.text).toMatch(/M 3 left L Sold out/);
    expect(choices.text).not.toContain('XL');
    const { pages, review } = await toReview(shop);
    expect(review?.text).toContain('Free for you · The label appears here as soon as it is ready.');
    expect(review?.text).toContain('It is an even exchange: nobody pays anything.');
    if (!review) throw new Error('no review');
    const made = await shop.confirm(review);
    expect(made.text).toContain('Your label is being prepared');
    expect(shop.returns()).toMatchObject([{ status: 'OPEN', lineItems: [{ quantity: 1 }], exchangeLineItems: [{ quantity: 1 }] }]);
    const request = made.hidden('request');
    const later = [await shop.gift('show', { step: 'items' }), await shop.gift('follow', { request }), await shop.gift('cancel', { request }), await shop.gift('change', { request }), await shop.gift('show', { step: 'outcomes' })];
    const view = await requestDetail(shop.ctx, request);
    for (const { html } of [items, choices, ...pages, made, ...later]) expect(withoutIds(html)).not.toMatch(aPrice);
    const paid = asRecipient({ ...view, shown: { ...view.shown, owed: 2743 }, returns: view.returns.map((each) => ({ ...each, refunds: [{ amount: { minor: 2743, currency: 'EUR' }, at: view.createdAt, to: null }] })) });
    expect(JSON.stringify(paid)).not.toMatch(/"minor":2743|"owed":2743/);
    expect((await shop.gift('cancelled', { request })).text).toContain('This return was cancelled');
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }]);
    expect(await shop.ctx.tx((tx) => tx.return_requests.findMany({ where: { order_id: shop.orderId }, select: { source: true, shown_refund: true, shown_owed: true } }))).toEqual([{ source: 'gift', shown_refund: 0n, shown_owed: 0n }]);
  });

  it('gets no other outcome and no other price by a form made by hand', async () => {
    const shop = await openGiftShop(stage);
    const { lineId, gift } = shop;
    const { review } = await toReview(shop);
    for (const outcome of ['refund', 'store_credit', 'keep', 'other_product', 'warranty']) {
      const page = await gift('outcomes', { [`outcome-${lineId}`]: outcome, [`exception-${lineId}`]: 'Please.' });
      expect(withoutIds(page.html)).not.toMatch(aPrice);
      expect((await gift('show', { step: 'review' })).text).toContain('It is an even exchange');
    }
    const dearer = await gift('exchange', { [`variant-${lineId}`]: shop.dearer });
    expect(dearer.text).toContain('Choose what you would like instead.');
    const found = await gift('exchange', { find: lineId, [`words-${lineId}`]: 'jumper', pick: `${lineId}:1` });
    expect(found.text).not.toContain('Find a product');
    await gift('exchange', { [`variant-${lineId}`]: shop.medium });
    const paid = await gift('review', { draft: review?.hidden('draft') ?? '', revision: '99', refund: '2743', owed: '0', bonus: '0', currency: 'EUR' });
    expect(paid.text).toContain('changed in another window');
    expect((await gift('items', { line: [lineId, shop.otherLineId] })).text).toContain('This cannot be exchanged here.');
    expect((await gift('show', { step: 'review' })).text).toContain('Choose what you would like to exchange.');
    expect(shop.returns()).toEqual([]);
  });

  it('is given nothing by `returns` but what is exactly even, whatever the portal asks', async () => {
    const shop = await openGiftShop(stage);
    const plan = async (line: Parameters<typeof shop.wish>[0], wayBack = label) => {
      const planned = await planRequest(shop.ctx, { orderId: shop.orderId, lines: [{ ...shop.wish(line), lineId: shop.lineId }], wayBack, gift: true });
      return planned.is === 'refused' ? planned.problems.map(({ problem }) => problem) : planned.is;
    };
    const even = { outcome: 'exchange', variantId: shop.medium } as const;
    expect(await plan(even)).toBe('planned');
    expect(await plan({ ...even, variantId: shop.dearer })).toEqual(['not_even']);
    expect(await plan({ outcome: 'refund' })).toEqual(['not_even']);
    expect(await plan({ outcome: 'store_credit' })).toEqual(['not_even']);
    expect(await plan({ outcome: 'other_product', variantId: shop.medium })).toEqual(['not_even']);
    expect(await plan(even, { ...label, kind: 'own_label' })).toEqual(['not_even']);
    await promise(shop.ctx, { fee: { percent: 5, waived: [] } });
    expect(await plan(even)).toEqual(['not_even']);
  });

  it('is helped in person where a fee or the way back would cost something', async () => {
    const shop = await openGiftShop(stage, { base: { way_back: { payer: 'customer', amount: 395, waived: [] } } });
    const items = await shop.gift('show', { step: 'items' });
    expect(items.text.match(/arrange this with you in person/g)).toHaveLength(2);
    expect(items.html).not.toMatch(/name="line"/);
  });

  it('learns nothing of what the customer did, and the customer’s choice stays theirs', async () => {
    const shop = await openGiftShop(stage);
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    await shop.step('reasons', { [`reason-${lineId}`]: tooSmall, [`note-${lineId}`]: 'Do not tell her.' });
    await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
    expect((await shop.gift('show', { step: 'reasons' })).text).not.toContain('Do not tell her.');
    const review = await shop.step('back', { back: 'label' });
    const made = await shop.step('review', Object.fromEntries(['draft', 'revision', 'refund', 'owed', 'bonus', 'currency'].map((name) => [name, review.hidden(name)])));
    const request = made.hidden('request');
    expect((await shop.gift('show', { step: 'items' })).text).not.toContain('Already begun');
    for (const act of ['follow', 'cancel', 'cancelled', 'change', 'number']) expect((await shop.gift(act, { request, tracking: '12345678' })).text).toContain('We cannot find this order any more.');
    expect(shop.returns()).toMatchObject([{ status: 'OPEN' }]);
  });

  it('begins nothing once the shop turned it off, and follows what was begun', async () => {
    const shop = await openGiftShop(stage);
    const { review } = await toReview(shop);
    await turnGifts(shop.ctx, false);
    expect((await shop.visit({})).html).not.toContain('gift=1');
    expect((await shop.visit({ form: { gift: '1', order: shop.order.name, ...delivered } })).text).toContain('Returns are arranged with us in person');
    if (!review) throw new Error('no review');
    expect((await shop.confirm(review)).text).toContain('Returns are arranged with us in person');
    await turnGifts(shop.ctx, true);
    const made = await shop.confirm(review);
    await turnPortal(shop, false);
    expect((await shop.visit({ form: { gift: '1', order: shop.order.name, ...delivered } })).text).toContain('Already begun');
    expect((await shop.gift('follow', { request: made.hidden('request') })).text).toContain('Your label is being prepared');
  });

  it('comes in again when their key is over, and goes on where they were', async () => {
    const shop = await openGiftShop(stage);
    const over = await shop.visit({ form: { key: shop.key(-minute), do: 'items', line: shop.lineId, [`units-${shop.lineId}`]: '1' } });
    expect(over.text).toContain('Exchange a gift');
    expect(over.text).toContain('What you chose is kept');
    const on = await shop.visit({ form: { gift: '1', order: shop.order.name, ...delivered, pending: over.hidden('pending').replaceAll('&amp;', '&') } });
    expect(on.text).toContain('Why are you sending it back?');
  });
});
