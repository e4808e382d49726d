import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { actOnReturn, agreedOf, cancelRequest, changeRequest, followApprovals, planChange, requestBehind, requestCard, requestDetail } from '#app/modules/returns/index.server.ts';
import { readReturnsOf } from '#app/modules/returns/read-returns.server.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import type { VariantRecord } from '#sandbox/world/records.ts';
import { UserErrors } from '#app/platform/shopify/errors.ts';
import { CancelReturnDocument } from '#app/platform/shopify/operations.generated.ts';
import { processAll } from '../sandbox/returns/returned-order.ts';
import { addVariant } from '../sandbox/world/shop-in-memory.ts';
import { confirmed, label, openRequestsStage, type RequestsShop } from './stage.ts';

const stage = await openRequestsStage();
const numberOf = (id = '') => id.split('/').at(-1) ?? '';
const person = { base: { approval: { by: 'person' } } } as const;

/** A cup that is to be exchanged for a pot of 15.00, which a person decides. */
async function askedExchange(shop: RequestsShop): Promise<{ requestId: string; returnId: string; pot: VariantRecord }> {
  const pot = addVariant(shop.world, { price: '15.00' }, 'Pot');
  const requestId = await confirmed(shop, [shop.wish({ outcome: 'other_product', variantId: numberOf(pot.id) })]);
  return { requestId, returnId: numberOf(shop.returns()[0]?.id), pot };
}

const approve = (shop: RequestsShop, returnId: string) => actOnReturn(shop.ctx, { returnId, key: randomUUID(), input: { act: 'approve', notify: false }, by: null });
const raise = (shop: RequestsShop, pot: VariantRecord, minor: number) => shop.world.change((change) => change.put('variants', { ...pot, price: { ...pot.price, minor } }));

describe('a wish that a person approves', () => {
  it('ends as an open return with the exchange in it, in the place of what was asked for', async () => {
    const shop = await stage.open(person);
    const { requestId, returnId } = await askedExchange(shop);
    expect(shop.returns()).toMatchObject([{ status: 'REQUESTED', exchangeLineItems: [] }]);
    expect(await approve(shop, returnId)).toEqual({ is: 'done', act: 'approve' });
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }, { status: 'OPEN', exchangeLineItems: [{ quantity: 1 }] }]);
    const made = numberOf(shop.returns()[1]?.id);
    expect(await requestDetail(shop.ctx, requestId)).toMatchObject({ state: 'send', returns: [{ returnId: made }] });
    expect(await shop.ctx.tx((tx) => requestBehind(tx, returnId))).toMatchObject({ id: requestId });
    expect(await requestCard(shop.ctx, returnId, 'en')).toMatchObject({ isReplaced: true, others: [{ id: made }], lines: [{ outcome: 'other_product', exchange: { price: 1_500 } }] });
    expect(await requestCard(shop.ctx, made, 'zh-CN')).toMatchObject({ isReplaced: false, others: [] });
    expect(await shop.ctx.tx((tx) => agreedOf(tx, made))).toMatchObject({ exchanges: [{ agreed: { unitPrice: 1_500 } }], shown: { owed: 500 } });
  });

  it('is given at the price that was agreed, whatever the goods cost by then', async () => {
    const shop = await stage.open(person);
    const { returnId, pot } = await askedExchange(shop);
    raise(shop, pot, 1_800);
    await approve(shop, returnId);
    const made = shop.returns()[1];
    expect(made?.exchangeLineItems).toMatchObject([{ unitPrice: { shop: { minor: 1_800 } }, discount: { value: { type: 'fixed', amount: { shop: { minor: 300 } } } } }]);
    expect(await shop.ctx.tx((tx) => agreedOf(tx, numberOf(made?.id)))).toMatchObject({ exchanges: [{ agreed: { unitPrice: 1_800, discount: { amount: 300 } } }] });
  });

  it('gets its exchange also where it was approved in Shopify’s own admin', async () => {
    const shop = await stage.open(person);
    const { requestId, returnId } = await askedExchange(shop);
    shop.world.change((change) => returnApproveRequest(change, { id: `gid://shopify/Return/${returnId}` }));
    await readReturnsOf(shop.ctx, shop.orderId);
    await Promise.all([followApprovals(shop.ctx, shop.orderId), followApprovals(shop.ctx, shop.orderId)]);
    await readReturnsOf(shop.ctx, shop.orderId);
    await followApprovals(shop.ctx, shop.orderId);
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }, { status: 'OPEN', exchangeLineItems: [{ quantity: 1 }] }]);
    expect(await requestDetail(shop.ctx, requestId)).toMatchObject({ state: 'send' });
  });

  it('is approved as it is where nothing goes out for it', async () => {
    const shop = await stage.open(person);
    const id = await confirmed(shop, [shop.wish()]);
    expect(await approve(shop, numberOf(shop.returns()[0]?.id))).toEqual({ is: 'done', act: 'approve' });
    expect(shop.returns()).toMatchObject([{ status: 'OPEN' }]);
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'send' });
  });

  it('or declines, and says why', async () => {
    const shop = await stage.open(person);
    const id = await confirmed(shop, [shop.wish()]);
    await actOnReturn(shop.ctx, { returnId: numberOf(shop.returns()[0]?.id), key: randomUUID(), input: { act: 'decline', reason: 'FINAL_SALE', note: 'It was made for you.', notify: false }, by: null });
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'declined', returns: [{ decline: { reason: 'final_sale', note: 'It was made for you.' } }], mayCancel: false });
  });
});

describe('a customer who changes their mind', () => {
  it('takes a wish back once, with all its returns', async () => {
    const shop = await stage.open();
    const id = await confirmed(shop, [shop.wish(), shop.wish({ outcome: 'store_credit' })]);
    const key = randomUUID();
    await Promise.all([cancelRequest(shop.ctx, id, { key }), cancelRequest(shop.ctx, id, { key: randomUUID() })]);
    expect(await cancelRequest(shop.ctx, id, { key })).toEqual({ is: 'cancelled' });
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }, { status: 'CANCELED' }]);
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'cancelled', mayCancel: false });
    expect((await shop.plan([shop.wish({ units: 3 })])).shown.refund).toBe(3_000);
  });

  it('takes back what was only asked for also where Shopify cancels nothing but what is open', async () => {
    const shop = await stage.open({
      ...person,
      through: (client) => ({
        async run(document, variables) {
          const isAsked = Object.is(document, CancelReturnDocument) && shop.returns().some(({ status }) => status === 'REQUESTED');
          if (isAsked) throw new UserErrors('test', [{ message: 'Return is not cancelable.', field: ['id'], code: 'INVALID_STATE' }]);
          return client.run(document, variables);
        },
      }),
    });
    const id = await confirmed(shop, [shop.wish()]);
    expect(await cancelRequest(shop.ctx, id, { key: randomUUID() })).toEqual({ is: 'cancelled' });
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }]);
  });

  it('is too late once somebody has worked on it', async () => {
    const shop = await stage.open();
    const id = await confirmed(shop, [shop.wish()]);
    const [made] = shop.returns();
    if (made) processAll(shop.world, made);
    // Before a reading shows it, Shopify says so; afterwards nobody asks.
    expect(await cancelRequest(shop.ctx, id, { key: randomUUID() })).toEqual({ is: 'too_late' });
    expect(await cancelRequest(shop.ctx, id, { key: randomUUID() })).toEqual({ is: 'too_late' });
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ mayCancel: false, returns: [{ state: 'settling' }] });
  });

  it('puts another wish in its place, once, whatever the units were held by', async () => {
    const shop = await stage.open({ base: { fee: { percent: 10, waived: [] } } });
    const id = await confirmed(shop, [shop.wish({ units: 3 })]);
    const lines = [shop.wish({ units: 2, outcome: 'store_credit' })];
    const planned = await planChange(shop.ctx, id, { lines, wayBack: label });
    if (planned.is !== 'planned') throw new Error(JSON.stringify(planned));
    expect(planned.shown).toEqual({ refund: 1_800, owed: 0, bonus: 180, currency: 'EUR' });
    const wish = { lines, wayBack: label, shown: planned.shown, requestKey: randomUUID(), locale: 'en', source: 'portal' as const, actor: null };
    const [one, two] = await Promise.all([changeRequest(shop.ctx, id, wish), changeRequest(shop.ctx, id, wish)]);
    const again = await changeRequest(shop.ctx, id, wish);
    expect(again).toMatchObject({ is: 'made' });
    expect(new Set([one, two, again].map((answer) => 'requestId' in answer && answer.requestId)).size).toBe(1);
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }, { status: 'OPEN', lineItems: [{ quantity: 2 }] }]);
    expect(await requestDetail(shop.ctx, id)).toMatchObject({ state: 'replaced' });
    expect('requestId' in again && (await requestDetail(shop.ctx, again.requestId))).toMatchObject({ state: 'send' });
  });

  it('keeps what they had where the other wish is refused or was shown otherwise', async () => {
    const shop = await stage.open();
    const id = await confirmed(shop, [shop.wish({ units: 1 })]);
    const change = { wayBack: label, requestKey: randomUUID(), locale: 'en', source: 'portal' as const, actor: null, shown: { refund: 1, owed: 0, bonus: 0, currency: 'EUR' } };
    expect(await changeRequest(shop.ctx, id, { ...change, lines: [shop.wish({ units: 4 })] })).toMatchObject({ is: 'refused', problems: [{ problem: 'too_many' }] });
    expect(await changeRequest(shop.ctx, id, { ...change, lines: [shop.wish({ units: 2 })] })).toEqual({ is: 'moved', now: { refund: 2_000, owed: 0, bonus: 0, currency: 'EUR' } });
    expect(shop.returns()).toMatchObject([{ status: 'OPEN', lineItems: [{ quantity: 1 }] }]);
  });
});
