import { describe, expect, it } from 'vitest';
import { addSizes, variantId } from '../exchanges/stage.ts';
import { beginWayBack } from '#app/modules/labels/index.server.ts';
import { returnAddressesSetting } from '#app/modules/labels/ways/return-addresses.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { openRequestsStage, other, tooSmall } from '../returns-requests/stage.ts';
import { confirm } from './page-states.ts';
import { openPortalShop, type PortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();

/** Goes as far as the review with one outcome for so many cups. */
async function toReview(shop: PortalShop, outcome: string, { units = 1, reason = tooSmall, back = 'label' } = {}) {
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: String(units) });
  await shop.step('reasons', { [`reason-${lineId}`]: reason, [`note-${lineId}`]: 'One size up would fit.' });
  await shop.step('outcomes', { [`outcome-${lineId}`]: outcome });
  return shop.step('back', { back });
}

describe('a return is made by forms alone', () => {
  it('for money back, each amount explained', async () => {
    const shop = await openPortalShop(stage, { base: { fee: { percent: 10, waived: [] }, way_back: { payer: 'customer', amount: 300, waived: [] } } });
    const { lineId } = shop;
    expect((await shop.visit({ query: { key: shop.keyOf() } })).text).toContain('What would you like to send back?');
    expect((await shop.step('items', { line: lineId, [`units-${lineId}`]: '2' })).text).toContain('Why are you sending it back?');
    const outcomes = await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    expect(outcomes.text).toContain('Money back About €18.00 to your payment method A fee of 10% is deducted. Sending it back costs €3.00, once for the whole return.');
    expect((await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' })).text).toContain('How does it go back?');
    const review = await shop.step('back', { back: 'label' });
    expect(review.text).toContain('Thing, 2 × €20.00 Return fee -€2.00 Sending it back -€3.00 You get back €15.00');
    expect(review.text).toContain('It is refunded once the parcel has arrived.');
    const made = await confirm(shop, review);
    expect(made.text).toContain('Your label is being prepared');
    expect(shop.returns()).toMatchObject([{ status: 'OPEN', lineItems: [{ quantity: 2 }] }]);
  });

  it('for store credit, with the bonus', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    expect((await shop.step('reasons', { [`reason-${lineId}`]: tooSmall })).text).toContain('About €11.00 to spend in our shop, including a gift of €1.00 from us (+10%)');
    const review = await toReview(shop, 'store_credit');
    expect(review.text).toContain('You get as store credit €10.00 Our gift with store credit €1.00 In total to spend in our shop €11.00');
    expect(review.text).toContain('€11.00 as store credit: at once when it is refunded');
    await confirm(shop, review);
    expect(shop.returns()).toHaveLength(1);
  });

  it('for another product, with what is owed', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    const { productId, sizes } = addSizes(shop.world, 'Jumper', { S: 4, M: 2, L: 0 }, { price: '25.00' });
    await toReview(shop, 'other_product');
    expect((await shop.step('exchange', { find: lineId, [`words-${lineId}`]: 'jump' })).text).toContain('Jumper from €25.00 Choose Jumper');
    expect((await shop.step('exchange', { find: lineId, [`words-${lineId}`]: 'nothing like it' })).text).toContain('Nothing was found');
    const forms = await shop.step('exchange', { pick: `${lineId}:${productId}` });
    expect(forms.text).toMatch(/S €25\.00 · 4 left M €25\.00 · 2 left L €25\.00 · Sold out/);
    const soldOut = await shop.step('exchange', { [`variant-${lineId}`]: variantId(sizes[2]) });
    expect(soldOut.text).toContain('Choose what you would like instead.');
    await shop.step('exchange', { [`variant-${lineId}`]: variantId(sizes[1]) });
    const review = await shop.step('show', { step: 'review' });
    expect(review.text).toContain('You pay €15.00');
    expect((await confirm(shop, review)).text).toContain('In exchange: Jumper - M');
    expect(shop.returns()).toMatchObject([{ exchangeLineItems: [{ quantity: 1 }] }]);
  });

  it('for an item that is kept, and asks for no way back', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    const review = await shop.step('outcomes', { [`outcome-${lineId}`]: 'keep' });
    expect(review.text).toContain('It is refunded as soon as it is confirmed; you keep the item.');
    expect(review.text).not.toContain('The way back');
    expect((await confirm(shop, review)).text).toContain('There is nothing to send: you keep the item.');
  });

  it('and is told in the language of its visitor', async () => {
    const shop = await openPortalShop(stage);
    await toReview(shop, 'refund');
    const review = await shop.visit({ language: 'zh-CN', form: { key: shop.keyOf(), do: 'show', step: 'review' } });
    expect(review.text).toContain('您将收到退款 €10.00');
    await confirm(shop, review, 'zh-CN');
    expect(await shop.ctx.tx((tx) => tx.return_requests.findMany({ where: { order_id: shop.orderId }, select: { locale: true } }))).toEqual([{ locale: 'zh-CN' }]);
  });
});

describe('what the policy refuses', () => {
  it('is refused with its clause, and may be asked for in words of one’s own', async () => {
    const shop = await openPortalShop(stage, { base: { period: { kind: 'final_sale' }, warranty: { offered: false, days: 730 } } });
    const { lineId } = shop;
    expect((await shop.step('show', { step: 'items' })).text).toContain('This item is a final sale and cannot be returned. Our return policy says: “In general: final sale, no returns.” Ask for an exception');
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    const wordless = await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
    expect(wordless.text).toContain('Tell us why we should make an exception.');
    await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund', [`exception-${lineId}`]: 'It never fitted, and I wrote to you at once.' });
    const review = await shop.step('back', { back: 'label' });
    expect(review.text).toContain('You ask for an exception.');
    expect(review.text).toContain('Send request');
    expect((await confirm(shop, review)).text).toContain('We are looking at your request');
    expect(shop.returns()).toMatchObject([{ status: 'REQUESTED' }]);
  });

  it('is not sent on as an exception where it is allowed after all', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund', [`exception-${lineId}`]: 'Please.' });
    await confirm(shop, await shop.step('back', { back: 'label' }));
    expect(shop.returns()).toMatchObject([{ status: 'OPEN' }]);
  });
});

describe('what is begun', () => {
  it('can be changed until it is sent, and the new wish takes its place', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    const made = await confirm(shop, await toReview(shop, 'refund', { units: 3 }));
    const items = await shop.step('change', { request: made.hidden('request') });
    expect(items.text).toContain('It stays as it is until you confirm.');
    expect(items.html).toContain('value="3"');
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    const review = await shop.step('show', { step: 'review' });
    expect(review.text).toContain('You get back €10.00');
    expect(shop.returns()).toHaveLength(1);
    expect((await confirm(shop, review)).text).toContain('Your label is being prepared');
    expect(shop.returns().map(({ status }) => status).sort()).toEqual(['CANCELED', 'OPEN']);
    expect(shop.returns().find(({ status }) => status === 'OPEN')).toMatchObject({ lineItems: [{ quantity: 1 }] });
  });

  it('can be cancelled once it was asked twice, and begun again', async () => {
    const shop = await openPortalShop(stage);
    const made = await confirm(shop, await toReview(shop, 'refund', { units: 3 }));
    const request = made.hidden('request');
    expect((await shop.step('cancel', { request })).text).toContain('Cancel this return?');
    expect(shop.returns()).toMatchObject([{ status: 'OPEN' }]);
    expect((await shop.step('cancelled', { request })).text).toContain('This return was cancelled');
    expect((await shop.step('cancelled', { request })).text).toContain('This return was cancelled');
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }]);
    expect((await toReview(shop, 'refund', { units: 3 })).text).toContain('You get back €30.00');
  });
});

it('lets its customer send it themselves, and tell the number then or later', async () => {
  const shop = await openPortalShop(stage, { base: { way_back: { payer: 'customer_directly' } } });
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
  await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
  expect((await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' })).html).toContain('value="own_label"');
  expect((await shop.step('back', { back: 'own_label', tracking: 'not/a/number' })).text).toContain('Enter the number as it stands on the receipt');
  const made = await confirm(shop, await shop.step('back', { back: 'own_label', carrier: 'DHL', tracking: '' }));
  const request = made.hidden('request');
  expect(made.text).toContain('Send it with a carrier of your choice. Write to us for the address.');
  expect((await shop.step('number', { request, tracking: '<b>' })).text).not.toContain('Thank you. We follow the parcel');
  const [returnId = ''] = shop.returns().map(({ id }) => id.split('/').at(-1) ?? '');
  await shop.ctx.tx((tx) => beginWayBack(tx, { orderId: shop.orderId, returnId, requestId: request, choice: { kind: 'own_label', placeId: null, carrier: 'DHL', trackingNumber: null }, locationId: null, open: true, by: null, at: shop.ctx.clock.now() }));
  expect((await shop.step('number', { request, tracking: '!' })).html).toMatch(/id="ac-own-number"[^>]*aria-invalid="true"/);
  expect((await shop.step('number', { request, carrier: 'DHL', tracking: '00340434161094042557' })).text).toContain('Thank you. We follow the parcel from here on.');
  expect(await shop.ctx.tx((tx) => tx.labels.findMany({ where: { order_id: shop.orderId }, select: { number: true, carrier: true, state: true } }))).toEqual([{ number: '00340434161094042557', carrier: 'DHL', state: 'ready' }]);
});

it('is sent where the policy sends it, from the choice of the way to the page that is followed', async () => {
  const shop = await openPortalShop(stage, { base: { way_back: { payer: 'customer_directly' }, location: { to: { value: 'gid://shopify/Location/72', name: 'Repairs' } } } });
  const addresses = [{ id: '71', name: 'Shop', address: 'Main Street 1, Berlin', isFirst: true }, { id: '72', name: 'Repairs', address: 'Yard 9, Hamburg', isFirst: false }];
  await changeSetting(shop.ctx, returnAddressesSetting, { value: addresses, version: 0, by: null });
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
  await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
  const ways = await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
  const made = await confirm(shop, await shop.step('back', { back: 'own_label' }));
  expect(made.text).toContain('Send it to the address above with a carrier of your choice.');
  for (const { text } of [ways, made]) {
    expect(text).toContain('Yard 9, Hamburg');
    expect(text).not.toContain('Main Street');
  }
});

it('asks for words with the reason "other", and keeps what was chosen meanwhile', async () => {
  const shop = await openPortalShop(stage);
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: '2' });
  const wordless = await shop.step('reasons', { [`reason-${lineId}`]: other, [`note-${lineId}`]: ' ' });
  expect(wordless.text).toContain('Tell us in a few words what it is.');
  expect(wordless.html).toMatch(new RegExp(`name="reason-${lineId}"[^>]*checked=""[^>]*value="${other}"|value="${other}"[^>]*checked=""`));
  expect((await shop.step('reasons', { [`reason-${lineId}`]: other, [`note-${lineId}`]: 'x'.repeat(300) })).text).toContain('at most 255 characters');
});
