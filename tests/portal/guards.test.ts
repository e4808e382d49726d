import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { forgetDrafts } from '#app/modules/portal/index.server.ts';
import { removeRequestPhotos } from '#app/modules/returns/index.server.ts';
import { openRequestsStage, promise, tooSmall } from '../returns-requests/stage.ts';
import { confirm } from './page-states.ts';
import { customerOf, openPortalShop, turnPortal, type PortalShop } from './portal-shop.ts';

const stage = await openRequestsStage();
const photo = new Uint8Array(await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a33' } }).png().toBuffer());

async function toReview(shop: PortalShop, units = 1) {
  const { lineId } = shop;
  await shop.step('items', { line: lineId, [`units-${lineId}`]: String(units) });
  await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
  await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
  return shop.step('back', { back: 'label' });
}
const drafts = (shop: PortalShop) => shop.ctx.tx((tx) => tx.return_drafts.findMany({ where: { order_id: shop.orderId } }));

describe('a key', () => {
  it('of a look-up leads to the code, and shows nothing of the order before', async () => {
    const shop = await openPortalShop(stage);
    const page = await shop.visit({ query: { key: shop.keyOf('order') } });
    expect(page.text).toContain('Confirm that it is you');
    expect(page.text).not.toContain('Thing');
    for (const step of ['items', 'review', 'follow', 'cancelled', 'change']) {
      expect((await shop.visit({ form: { key: shop.keyOf('order'), do: step, line: shop.lineId } })).text).toContain('Confirm that it is you');
    }
    expect(await drafts(shop)).toEqual([]);
  });

  it('that is none of ours, or of another shop, leads to the form', async () => {
    const [shop, another] = [await openPortalShop(stage), await openPortalShop(stage)];
    for (const key of ['x.full.zzzzzz.y', another.keyOf(), `${shop.keyOf()}x`]) expect((await shop.visit({ query: { key } })).text).toContain('This link is no longer valid');
  });

  it('to an order that is not there opens nothing', async () => {
    const shop = await openPortalShop(stage);
    expect((await shop.visit({ query: { key: shop.keyOf('full', minute, '99999999') } })).text).toContain('This link is no longer valid');
  });

  it('that is over loses nothing: what was being sent goes on with the next one', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    const over = await shop.visit({ form: { key: shop.keyOf('full', -minute), do: 'reasons', [`reason-${lineId}`]: tooSmall, [`note-${lineId}`]: 'Written for half an hour.' } });
    expect(over.text).toContain('What you chose is kept');
    const pending = over.hidden('pending').replaceAll('&amp;', '&');
    expect((await shop.visit({ form: { key: shop.keyOf('order'), pending } })).hidden('pending').replaceAll('&amp;', '&')).toBe(pending);
    const on = await shop.visit({ form: { key: shop.keyOf(), pending } });
    expect(on.text).toContain('What would you like for it?');
    expect((await shop.step('show', { step: 'reasons' })).text).toContain('Written for half an hour.');
  });
});

describe('a form that says what it may not', () => {
  it('names lines of another order or too many of them: nothing of it is believed', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    expect((await shop.step('items', { line: ['123456789', lineId] })).text).toContain('One of these items cannot be sent back any more.');
    expect((await shop.step('items')).text).toContain('Choose at least one item.');
    for (const [units, says] of [['4', 'There are not so many of it'], ['1e9', 'There are not so many of it'], ['0', 'Choose at least one.'], ['-1', 'Choose at least one.'], ['1.5', 'Choose at least one.'], ['all', 'Choose at least one.']] as const) expect((await shop.step('items', { line: lineId, [`units-${lineId}`]: units })).text).toContain(says);
    expect((await shop.step('review', { draft: shop.orderId })).text).toContain('What would you like to send back?');
    expect(shop.returns()).toEqual([]);
  });

  it('jumps ahead: it is led to what is missing', async () => {
    const shop = await openPortalShop(stage);
    await shop.step('items', { line: shop.lineId, [`units-${shop.lineId}`]: '1' });
    for (const step of ['outcomes', 'evidence', 'back', 'review']) expect((await shop.step('show', { step })).text).toContain('Why are you sending it back?');
  });

  it('changes the amounts: it is shown what they are', async () => {
    const shop = await openPortalShop(stage);
    const review = await toReview(shop);
    const forged = { ...review, hidden: (name: string) => (name === 'refund' ? '99900' : review.hidden(name)) };
    expect((await confirm(shop, forged)).text).toContain('The amounts have changed since you last saw them.');
    expect(shop.returns()).toEqual([]);
  });

  it('wishes what is not offered', async () => {
    const shop = await openPortalShop(stage, { base: { store_credit: { offered: false, bonus: 0 } } });
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    for (const outcome of ['store_credit', 'everything', '']) expect((await shop.step('outcomes', { [`outcome-${lineId}`]: outcome })).text).toContain('What would you like for it?');
    await shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
    for (const back of ['', 'by-drone', 'shop:nowhere', 'none']) expect((await shop.step('back', { back })).text).toContain('Choose how it goes back.');
  });

  it('follows or cancels a return of another order', async () => {
    const shop = await openPortalShop(stage);
    const request = (await confirm(shop, await toReview(shop))).hidden('request');
    const order = await shop.placeOrder();
    const stranger = customerOf(shop, order.id.split('/').at(-1) ?? '');
    for (const step of ['follow', 'cancel', 'cancelled', 'change']) {
      const page = await stranger.step(step, { request });
      expect(page.text).toContain('We cannot find this order any more.');
    }
    expect(shop.returns()).toMatchObject([{ status: 'OPEN' }]);
  });
});

describe('nothing is done twice', () => {
  it('however often it is confirmed, also at once', async () => {
    const shop = await openPortalShop(stage);
    const review = await toReview(shop);
    const pages = await Promise.all([1, 2, 3].map(() => confirm(shop, review)));
    pages.push(await confirm(shop, review));
    for (const { text } of pages) expect(text).toMatch(/Your label is being prepared|We are preparing your return/);
    expect(shop.returns()).toHaveLength(1);
  });

  it('nor what was changed in another window since', async () => {
    const shop = await openPortalShop(stage);
    const seen = await toReview(shop, 1);
    await toReview(shop, 3);
    const page = await confirm(shop, seen);
    expect(page.text).toContain('This return was changed in another window.');
    expect(page.text).toContain('You get back €30.00');
    expect(shop.returns()).toEqual([]);
    await confirm(shop, page);
    expect(shop.returns()).toMatchObject([{ lineItems: [{ quantity: 3 }] }]);
  });

  it('and of two windows each finds what the other chose', async () => {
    const shop = await openPortalShop(stage);
    const { lineId } = shop;
    await Promise.all([1, 2, 3].map((units) => shop.step('items', { line: lineId, [`units-${lineId}`]: String(units) })));
    expect((await drafts(shop)).length).toBe(1);
  });

  it('where the terms got worse after they were seen, the better ones of the order’s day count', async () => {
    const shop = await openPortalShop(stage);
    const review = await toReview(shop);
    shop.pass(60);
    await promise(shop.ctx, { fee: { percent: 50, waived: [] } });
    expect((await confirm(shop, review)).text).toContain('Your label is being prepared');
  });
});

describe('photos', () => {
  const asking = { base: { evidence: { photos: 1, questions: ['When did you notice it?'] } } };
  const toEvidence = async (shop: PortalShop) => {
    const { lineId } = shop;
    await shop.step('items', { line: lineId, [`units-${lineId}`]: '1' });
    await shop.step('reasons', { [`reason-${lineId}`]: tooSmall });
    return shop.step('outcomes', { [`outcome-${lineId}`]: 'refund' });
  };

  it('that are asked for are kept, and go with the request', async () => {
    const shop = await openPortalShop(stage, asking);
    const { lineId } = shop;
    expect((await toEvidence(shop)).text).toContain('Photos (at least 1)');
    const without = await shop.send(lineId, [], { [`answer-${lineId}-0`]: 'Yesterday' });
    expect(without.text).toContain('Please add the photos we ask for.');
    expect(without.text).toContain('Yesterday');
    const back = await shop.send(lineId, [photo, photo], { [`answer-${lineId}-0`]: 'Yesterday' });
    expect(back.text).toContain('How does it go back?');
    await confirm(shop, await shop.step('back', { back: 'label' }));
    const [line] = await shop.ctx.tx((tx) => tx.return_request_lines.findMany({ where: { order_line_id: lineId } }));
    expect(line).toMatchObject({ answers: ['Yesterday'] });
    expect(line?.photos.length).toBe(2);
    await removeRequestPhotos(shop.ctx, shop.files, { keys: [...shop.files.held.keys()] });
    expect([...shop.files.held.keys()].sort()).toEqual([...(line?.photos ?? [])].sort());
  });

  it('that are none, too large or too many are refused at their field, and nothing is lost', async () => {
    const shop = await openPortalShop(stage, asking);
    const { lineId } = shop;
    await toEvidence(shop);
    const answer = { [`answer-${lineId}-0`]: 'On Sunday' };
    const large = new Uint8Array(20 * 1024 * 1024);
    for (const [photos, says] of [[[new TextEncoder().encode('no picture')], 'not a photo that we can read'], [[large], 'A photo is too large'], [Array.from({ length: 6 }, () => photo), 'at most five photos']] as const) {
      const page = await shop.send(lineId, [...photos], answer);
      expect(page.text).toContain(says);
      expect(page.text).toContain('On Sunday');
    }
    expect(shop.files.held.size).toBe(0);
    await shop.send(lineId, [photo], answer);
    await shop.send(lineId, [photo, photo, photo, photo], answer);
    expect((await shop.send(lineId, [photo], answer)).text).toContain('at most five photos');
    expect(shop.files.held.size).toBe(5);
  });

  it('can be taken out again, and leave with the draft', async () => {
    const shop = await openPortalShop(stage, asking);
    const { lineId } = shop;
    await toEvidence(shop);
    await shop.send(lineId, [photo, photo], { [`answer-${lineId}-0`]: 'On Sunday' });
    const [first = ''] = [...shop.files.held.keys()];
    const page = await shop.step('evidence', { line: lineId, without: first });
    expect(page.text).toContain('How does it go back?');
    expect((await shop.step('show', { step: 'evidence' })).text).toContain('1 photo is here already.');
    await shop.ctx.tx((tx) => forgetDrafts(tx, [shop.orderId]));
    await removeRequestPhotos(shop.ctx, shop.files, { keys: [...shop.files.held.keys()] });
    expect([shop.files.held.size, await drafts(shop)]).toEqual([0, []]);
  });

  it('are not read of who holds no key', async () => {
    const shop = await openPortalShop(stage, asking);
    await toEvidence(shop);
    const form = new FormData();
    for (const [name, value] of [['key', 'nobody'], ['do', 'evidence'], ['line', shop.lineId]] as const) form.set(name, value);
    form.append('photos', new Blob([photo.slice()]), 'photo.png');
    expect((await shop.visit({ form })).text).toContain('This link is no longer valid');
    expect(shop.files.held.size).toBe(0);
  });
});

describe('a portal that is closed', () => {
  it('says so kindly with whom to write to, and begins nothing', async () => {
    const shop = await openPortalShop(stage);
    await turnPortal(shop, false);
    const page = await shop.visit();
    expect(page.text).toContain('Write to us: we will gladly arrange it with you.');
    expect(page.html).toContain('href="/apps/aftercare/contact?topic=returns"');
    const step = await shop.step('items', { line: shop.lineId });
    expect(step.text).toContain('Returns are arranged with us in person');
    // Whoever opened their order is known to have.
    expect(step.html).toContain(`<form method="post" action="/apps/aftercare/contact"><input type="hidden" name="key" value="${shop.keyOf()}"/><input type="hidden" name="topic" value="returns"/>`);
    expect(await drafts(shop)).toEqual([]);
  });

  it('still shows and takes back what was begun', async () => {
    const shop = await openPortalShop(stage);
    const request = (await confirm(shop, await toReview(shop))).hidden('request');
    await turnPortal(shop, false);
    expect((await shop.visit()).text).toContain('Order number');
    expect((await shop.visit({ query: { key: shop.keyOf() } })).text).toContain('Follow this return');
    expect((await shop.step('cancelled', { request })).text).toContain('This return was cancelled');
  });
});

it('limits how often a return is worked out and begun, and says when again', async () => {
  const shop = await openPortalShop(stage);
  const review = await toReview(shop);
  shop.limits.closed.add('return-act');
  expect(await confirm(shop, review)).toMatchObject({ status: 429, text: expect.stringContaining('Please try again in 2 minutes') });
  shop.limits.closed.add('return-review');
  expect((await shop.step('show', { step: 'review' })).status).toBe(429);
  shop.limits.closed.clear();
  expect((await confirm(shop, review)).text).toContain('Your label is being prepared');
});
