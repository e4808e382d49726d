import { describe, expect, it } from 'vitest';
import { labelsOf } from '#app/modules/labels/index.server.ts';
import { returnViews } from '#app/modules/returns/index.server.ts';
import { beginWays } from '#app/wiring/begin-ways.server.ts';
import { confirmed, openRequestsStage, type RequestsShop } from '../returns-requests/stage.ts';

const stage = await openRequestsStage();

/** Hears twice that the returns of the order changed; each return with the ids of its labels. */
async function hear({ ctx, orderId }: RequestsShop) {
  return ctx.tx(async (tx) => {
    const returns = await returnViews(tx, { order_id: orderId });
    for (let at = 0; at < 2; at += 1) await beginWays(tx, orderId, returns, ctx.clock.now());
    return Promise.all(returns.map(async ({ id }) => (await labelsOf(tx, id)).map((label) => ({ id: label.id, kind: label.kind, state: label.state, number: label.number }))));
  });
}

describe('how the returns of a request go back', () => {
  it('is as its customer chose, once', async () => {
    const shop = await stage.open();
    await confirmed(shop, [shop.wish()], { wayBack: { kind: 'own_label', placeId: null, carrier: 'GLS', trackingNumber: 'GLS7' } });
    expect(await hear(shop)).toMatchObject([[{ kind: 'own_label', state: 'ready', number: 'GLS7' }]]);
  });

  it('is one parcel where one wish became two returns', async () => {
    const shop = await stage.open();
    await confirmed(shop, [shop.wish(), shop.wish({ outcome: 'store_credit' })]);
    const [one = [], two = [], ...more] = await hear(shop);
    expect(more).toEqual([]);
    expect(one).toMatchObject([{ kind: 'label', state: 'wanted' }]);
    expect(two).toEqual(one);
  });

  it('is nothing for what is kept', async () => {
    const shop = await stage.open();
    await confirmed(shop, [shop.wish({ outcome: 'keep' })]);
    expect(await hear(shop)).toEqual([[]]);
  });
});
