import { beforeAll, describe, expect, it } from 'vitest';
import { listReturns, orderReturns, returnDetail, readReturns } from '#app/modules/returns/index.server.ts';
import { wantReturns } from '#app/modules/returns/want-returns.server.ts';
import { returnCreate } from '#sandbox/world/commands/return-create.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { approve, askForReturn, deliveredOrder, idOf, openReturnsShop } from './stage.ts';

let shop: Awaited<ReturnType<typeof openReturnsShop>>;
let asked: string;
let sent: string;
let order: OrderRecord;
const everything = { shelf: 'all', search: '', reason: null, after: null } as const;

beforeAll(async () => {
  shop = await openReturnsShop();
  const { ctx, world } = shop;
  order = await deliveredOrder(ctx, world);
  const other = await deliveredOrder(ctx, world);
  asked = idOf(askForReturn(world, order));
  sent = idOf(approve(world, askForReturn(world, other)));
  await ctx.tx((tx) => wantReturns(tx, [idOf(order), idOf(other)], new Date()));
  await readReturns(ctx);
}, 120_000);

describe('the list of returns', () => {
  it('has each on the shelf of whose turn it is, and says how many wait there', async () => {
    const { ctx } = shop;
    const ids = async (shelf: 'decide' | 'send' | 'receive' | 'done' | 'all') => (await listReturns(ctx, { ...everything, shelf })).rows.map(({ id }) => id);
    expect([await ids('decide'), await ids('send'), await ids('receive'), await ids('done')]).toEqual([[asked], [sent], [], []]);
    expect((await ids('all')).toSorted()).toEqual([asked, sent].toSorted());
    expect((await listReturns(ctx, everything)).waiting).toEqual({ decide: 1, send: 1, travel: 0, receive: 0, late: 0 });
  });

  it('finds by number, by what was bought and by reason', async () => {
    const { ctx } = shop;
    const found = async (changes: object) => (await listReturns(ctx, { ...everything, ...changes })).rows.length;
    expect([await found({ search: `${order.name.slice(1)}-R1` }), await found({ search: order.name }), await found({ search: 'cup' }), await found({ search: 'nothing like it' })]).toEqual([1, 1, 2, 0]);
    expect([await found({ reason: 'too-small' }), await found({ reason: 'style' })]).toEqual([2, 0]);
    expect((await listReturns(ctx, everything)).reasons).toEqual([{ handle: 'too-small', name: expect.any(String) }]);
  });

  it('goes on where a page ends, leaving none out and showing none twice', async () => {
    const { ctx } = shop;
    await ctx.tx(async (tx) => {
      const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute % 7));
      const row = (number: number) => ({ id: `9${number}`, order_id: idOf(order), name: `#X-R${number}`, status: 'closed', next_step: 'done', waits_since: at(number), created_at: at(number), total_quantity: 1, order_updated_at: at(0), read_at: at(0) });
      await tx.returns.createMany({ data: Array.from({ length: 60 }, (_, number) => row(number)) });
    });
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page: Awaited<ReturnType<typeof listReturns>> = await listReturns(ctx, { ...everything, shelf: 'done', after });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.nextCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60]);
    await ctx.tx((tx) => tx.returns.deleteMany({ where: { name: { startsWith: '#X' } } }));
  });
});

describe('one return', () => {
  it('has its lines as they were bought, with reason, words and worth, and its part of the story', async () => {
    const { view, story } = await returnDetail(shop.ctx, asked);
    expect(view).toMatchObject({ orderName: order.name, status: 'requested', next: 'decide', lines: [{ title: 'Cup', quantity: 1, customerNote: 'One size up would fit.', value: { shop: { minor: 1_000, currency: 'EUR' } } }] });
    expect(story.map(({ type }) => type)).toEqual(['return.requested']);
    await expect(returnDetail(shop.ctx, '1')).rejects.toMatchObject({ status: 404 });
    await expect(returnDetail(shop.ctx, 'x')).rejects.toMatchObject({ status: 404 });
  });

  it('shows fees and what goes out in exchange', async () => {
    const { ctx, world } = shop;
    const bought = await deliveredOrder(ctx, world);
    const line = world.fulfillments.where('order', bought.id).flatMap(({ lineItems }) => lineItems)[0];
    const variant = [...world.variants.all()][0];
    const reason = [...world.returnReasons.all()][0];
    const made = world.change((change) =>
      returnCreate(change, {
        orderId: bought.id,
        returnLineItems: [{ fulfillmentLineItemId: line?.id ?? '', quantity: 1, returnReasonDefinitionId: reason?.id ?? '', restockingFee: { percentage: 10 } }],
        ...(variant ? { exchangeLineItems: [{ variantId: variant.id, quantity: 1 }] } : {}),
        returnShippingFee: { amount: { amount: '4.50', currencyCode: 'EUR' } },
      }),
    );
    expect(made.userErrors).toEqual([]);
    await ctx.tx((tx) => wantReturns(tx, [idOf(bought)], new Date()));
    await readReturns(ctx);
    const [view] = await orderReturns(ctx, idOf(bought));
    expect(view).toMatchObject({ status: 'open', next: 'send', shippingFee: { shop: { minor: 450 } }, lines: [{ restocking: { percentage: 10, amount: { shop: { minor: 100 } } } }] });
    expect(view?.exchangeLines.length).toBe(variant ? 1 : 0);
  });
});
