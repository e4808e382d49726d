import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { advanceChain, chainsInTrouble } from '#app/modules/compensation/index.server.ts';
import { processChain } from '#app/modules/returns/money/process-chain.server.ts';
import { processReturn, type ProcessWish } from '#app/modules/returns/money/process-return.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import { refundCreate } from '#sandbox/world/commands/refund-create.ts';
import { returnProcess } from '#sandbox/world/commands/return-process.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { openLedgerStage, type LedgerShop } from '../compensation/stage.ts';
import { addReturn, addVariant, only, shippedLineIds, TOO_SMALL } from '../sandbox/world/shop-in-memory.ts';

const stage = await openLedgerStage();

interface Play {
  shop: LedgerShop;
  order: OrderRecord;
  record: ReturnRecord;
}

/** Cups to be sent back with a fee of ten percent, and what is wanted for them. */
async function play({ quantity = 1, exchange, shippingPaid, through }: { quantity?: number; exchange?: string; shippingPaid?: string; through?: (client: AdminClient) => AdminClient } = {}): Promise<Play> {
  const shop = await stage.open(through);
  const order = await shop.placeOrder(shippingPaid ? { shippingLines: [{ title: 'Post', priceSet: { shopMoney: { amount: shippingPaid, currencyCode: 'EUR' } } }] } : {});
  const line = { fulfillmentLineItemId: only(shippedLineIds(shop.world, order)), quantity, returnReasonDefinitionId: TOO_SMALL, restockingFee: { percentage: 10 } };
  const exchangeLineItems = exchange ? [{ variantId: addVariant(shop.world, { price: exchange }, 'Pot').id, quantity: 1 }] : [];
  return { shop, order, record: addReturn(shop.world, order, { returnLineItems: [line], exchangeLineItems }) };
}

function wish({ shop, record }: Play, changes: Partial<ProcessWish> = {}): ProcessWish {
  return {
    returnId: record.id,
    currency: 'EUR',
    to: 'original',
    units: record.lineItems.map(({ id, quantity }) => ({ id, quantity })),
    exchanges: record.exchangeLineItems.map(({ id, unitPrice }) => ({ id, quantity: 1, agreed: { unitPrice: unitPrice.presentment.minor, taxable: true, discount: null } })),
    shipping: null,
    duties: [],
    dispositions: [],
    creditExpiresAt: null,
    notify: false,
    shown: { refund: 900, owed: 0 },
    bonus: { percentage: 10, customerId: shop.customerId },
    goodwillLimit: 500,
    requestKey: randomUUID(),
    source: 'staff',
    actor: '1',
    ...changes,
  };
}

async function carryOut({ shop }: Play, wanted: ProcessWish) {
  const begun = await processReturn(shop.ctx, wanted);
  const chainId = begun.state === 'begun' ? begun.chainId : '';
  return { begun, advance: () => advanceChain(shop.ctx, [processChain], chainId), entries: () => shop.ctx.tx(async (tx) => (await tx.compensations.findMany({ orderBy: { road: 'asc' } })).map(({ road, state, amount }) => `${road} ${state} ${amount}`)) };
}

describe('processing a return', () => {
  it('gives back exactly what was shown, on the payment it came from, and the ledger equals Shopify', async () => {
    const at = await play();
    const { advance, entries } = await carryOut(at, wish(at));
    expect(await advance()).toBe('done');
    expect(at.shop.world.orders.get(at.order.id)?.transactions.filter(({ kind }) => kind === 'REFUND').map(({ amount }) => amount.shop.minor)).toEqual([900]);
    expect(await entries()).toEqual(['refund given 900']);
    expect(at.shop.world.returns.get(at.record.id)?.lineItems).toMatchObject([{ processedQuantity: 1, refundedQuantity: 1 }]);
  });

  it('gives store credit by the refund, and the bonus as a gift of the shop’s own', async () => {
    const at = await play();
    const { advance, entries } = await carryOut(at, wish(at, { to: 'store_credit' }));
    expect(await advance()).toBe('done');
    const [account] = at.shop.world.storeCreditAccounts.where('customer', at.order.customerId ?? '');
    expect(account?.transactions).toMatchObject([{ event: 'ORDER_REFUND', amount: { minor: 900 } }, { event: 'ADJUSTMENT', amount: { minor: 90 } }]);
    expect(await entries()).toEqual(['goodwill given 90', 'store_credit given 900']);
  });

  it.each([
    ['up', '15.00', { refund: 0, owed: 600 }, ['exchange given 900']],
    ['even', '9.00', { refund: 0, owed: 0 }, ['exchange given 900']],
    ['down', '4.00', { refund: 500, owed: 0 }, ['exchange given 400', 'refund given 500']],
  ])('sends goods in exchange, %s', async (_way, exchange, shown, ledger) => {
    const at = await play({ exchange });
    const { advance, entries } = await carryOut(at, wish(at, { shown }));
    expect(await advance()).toBe('done');
    expect(await entries()).toEqual(ledger);
    expect(at.shop.world.returns.get(at.record.id)?.exchangeLineItems).toMatchObject([{ processedQuantity: 1 }]);
  });

  it('does not take shipping into a return where no money goes back, for Shopify would not', async () => {
    const at = await play({ exchange: '15.00', shippingPaid: '4.00' });
    expect((await carryOut(at, wish(at, { shipping: 'all', shown: { refund: 0, owed: 200 } }))).begun).toEqual({ state: 'extras_without_refund' });
    expect(await (await carryOut(at, wish(at, { shown: { refund: 0, owed: 600 } }))).advance()).toBe('done');
  });

  it('takes several parts of one return one after the other, and never more than all of it', async () => {
    const at = await play({ quantity: 3 });
    const [line] = at.record.lineItems;
    for (const part of [1, 2]) expect(await (await carryOut(at, wish(at, { units: [{ id: line?.id ?? '', quantity: part }], shown: { refund: part * 900, owed: 0 } }))).advance()).toBe('done');
    expect((await carryOut(at, wish(at))).begun).toEqual({ state: 'moved', now: null });
    expect(at.shop.world.refunds.where('order', at.order.id)).toHaveLength(2);
  });

  it('begins nothing where Shopify counts one minor unit otherwise, or where it is no longer what was shown', async () => {
    const at = await play();
    expect((await carryOut(at, wish(at, { shown: { refund: 901, owed: 0 } }))).begun).toEqual({ state: 'moved', now: { refund: 900, owed: 0 } });
    at.shop.world.change((change) => change.put('shops', { ...change.shop, returnSwitches: { processCloses: false, previewOff: 1 } }));
    const { begun, entries } = await carryOut(at, wish(at));
    expect(begun).toMatchObject({ state: 'different', differences: [{ of: 'refund', ours: 900, shopifys: 901 }, { ours: 900, shopifys: 901 }] });
    expect(await entries()).toEqual([]);
  });

  it('sends nothing where things changed between the wish and the act, and asks a person', async () => {
    const at = await play({ quantity: 3 });
    const { advance } = await carryOut(at, wish(at, { shown: { refund: 2700, owed: 0 } }));
    at.shop.world.change((change) => refundCreate(change, { orderId: at.order.id, transactions: [{ orderId: at.order.id, parentId: at.order.transactions[0]?.id, amount: '20.00', gateway: 'manual', kind: 'REFUND' }] }));
    expect(await advance()).toBe('attention');
    expect(await at.shop.ctx.tx((tx) => chainsInTrouble(tx))).toMatchObject([{ problem: 'changed', detail: expect.stringContaining('Shown were 2700 back'), decisions: ['again', 'drop'] }]);
    expect(at.shop.world.returns.get(at.record.id)?.lineItems).toMatchObject([{ processedQuantity: 0 }]);
  });

  it('is found where nobody heard that it was done, with the refund it made', async () => {
    const deaf = { to: 1 };
    const at = await play({ through: (client) => ({ run: async (document, variables) => {
      const answer = await client.run(document, variables);
      if (JSON.stringify(document).includes('"operation":"mutation"') && (deaf.to -= 1) >= 0) throw new OutcomeUnknown('test', null);
      return answer;
    } }) });
    const { advance, entries } = await carryOut(at, wish(at));
    expect(await advance()).toBe('running');
    at.shop.pass(3);
    expect(await advance()).toBe('done');
    expect(await entries()).toEqual(['refund given 900']);
    expect(at.shop.world.refunds.where('order', at.order.id)).toHaveLength(1);
  });

  it('is unclear where somebody else processed another part of it meanwhile', async () => {
    const at = await play({ quantity: 3, through: (client) => ({ run: (document, variables) => (JSON.stringify(document).includes('"operation":"mutation"') ? Promise.reject(new OutcomeUnknown('test', null)) : client.run(document, variables)) }) });
    const [line] = at.record.lineItems;
    const { advance } = await carryOut(at, wish(at, { units: [{ id: line?.id ?? '', quantity: 2 }], shown: { refund: 1800, owed: 0 } }));
    expect(await advance()).toBe('running');
    at.shop.world.change((change) => returnProcess(change, { returnId: at.record.id, returnLineItems: [{ id: line?.id ?? '', quantity: 1 }] }));
    at.shop.pass(3);
    expect(await advance()).toBe('attention');
    expect(await at.shop.ctx.tx((tx) => chainsInTrouble(tx))).toMatchObject([{ problem: 'unclear' }]);
  });

  it('is begun once, however often it is clicked, and by nobody else before it is done', async () => {
    const at = await play();
    const wanted = wish(at);
    const clicks = await Promise.all(Array.from({ length: 10 }, () => processReturn(at.shop.ctx, wanted)));
    expect(new Set(clicks.map((begun) => begun.state === 'begun' && begun.chainId)).size).toBe(1);
    const people = await Promise.all(Array.from({ length: 10 }, () => processReturn(at.shop.ctx, wish(at))));
    expect(people).toEqual(people.map(() => ({ state: 'busy', chainId: clicks[0]?.state === 'begun' ? clicks[0].chainId : '' })));
    for (const begun of clicks) if (begun.state === 'begun') await advanceChain(at.shop.ctx, [processChain], begun.chainId);
    expect(at.shop.world.refunds.where('order', at.order.id)).toHaveLength(1);
    expect(at.shop.world.returns.get(at.record.id)?.lineItems).toMatchObject([{ processedQuantity: 1 }]);
  });
});

