import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { exchangeSetting } from '#app/modules/returns/exchanges/exchange-setting.ts';
import { cancelRequest, changeRequest, settleHolds } from '#app/modules/returns/index.server.ts';
import { approveExchange } from '#app/modules/returns/requests/approve-exchange.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { reservedAt } from '#sandbox/world/stock.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { label, playOf, promise } from '../returns-requests/stage.ts';
import { only } from '../sandbox/world/shop-in-memory.ts';
import { addSizes, variantId } from './stage.ts';

const stage = await openLedgerStage();

/** A shop that sets aside, with so many shirts in two sizes and an order for each of two customers. */
async function play(by: 'nobody' | 'person' = 'nobody') {
  const shop = await stage.open(undefined, ['write_inventory']);
  await promise(shop.ctx, { approval: { by } });
  await changeSetting(shop.ctx, exchangeSetting, { value: { ...exchangeSetting.initial, holdHours: 48 }, version: 0, by: null });
  const { sizes } = addSizes(shop.world, 'Shirt', { S: 1, M: 1 });
  const [small, medium] = sizes;
  const aside = () => sizes.map(({ id }) => reservedAt(only(shop.world.variants.get(id)?.stock ?? [])));
  const orders = [playOf(shop, await shop.placeOrder()), playOf(shop, await shop.placeOrder())] as const;
  const wish = (at: 0 | 1, of: typeof small) => orders[at].wish({ outcome: 'other_product', variantId: variantId(of) });
  const confirm = async (at: 0 | 1, of: typeof small) => {
    const lines = [wish(at, of)];
    const { shown } = await orders[at].plan(lines);
    return () => orders[at].submit(lines, shown);
  };
  return { ...shop, small, medium, aside, orders, wish, confirm, settle: () => settleHolds(shop.ctx, {}) };
}

describe('an exchange that is confirmed', () => {
  it('holds its goods; a second customer who saw the same last one is told before anything is made', async () => {
    const { confirm, small, aside, orders } = await play();
    const [first, second] = [await confirm(0, small), await confirm(1, small)];
    const answers = await Promise.all([first(), second()]);
    expect(answers.map(({ is }) => is).sort()).toEqual(['made', 'refused']);
    expect(answers.find(({ is }) => is === 'refused')).toMatchObject({ problems: [{ problem: 'sold_out' }] });
    expect(aside()).toEqual([1, 0]);
    expect([...orders[0].returns(), ...orders[1].returns()]).toHaveLength(1);
  });

  it('holds them through an approval, although Shopify’s return is made anew for it', async () => {
    const { ctx, confirm, small, aside, orders, settle, pass } = await play('person');
    await (await confirm(0, small))();
    const [asked] = orders[0].returns();
    await approveExchange(ctx, numericId('Return', asked?.id ?? ''), '1');
    pass(120);
    await settle();
    expect(orders[0].returns()).toMatchObject([{ status: 'CANCELED' }, { status: 'OPEN' }]);
    expect(aside()).toEqual([1, 0]);
  });

  it('lets them go when its customer takes it back, and holds others when they change it', async () => {
    const { ctx, confirm, small, medium, aside, orders, wish, settle } = await play();
    const made = await (await confirm(0, small))();
    const requestId = made.is === 'made' ? made.requestId : '';
    const lines = [wish(0, medium)];
    const changed = await changeRequest(ctx, requestId, { lines, wayBack: label, shown: (await orders[0].plan([wish(0, medium)])).shown, requestKey: randomUUID(), locale: 'en', source: 'portal', actor: null });
    expect(changed).toMatchObject({ is: 'made' });
    await settle();
    expect(aside()).toEqual([0, 1]);
    await cancelRequest(ctx, changed.is === 'made' ? changed.requestId : '', { key: randomUUID() });
    await settle();
    expect(aside()).toEqual([0, 0]);
  });
});
