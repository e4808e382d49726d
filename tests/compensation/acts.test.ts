import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chainsInTrouble, giveRefund, giveStoreCredit, type OrderRefund } from '#app/modules/compensation/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import { storeCreditAccountCredit } from '#sandbox/world/commands/store-credit-account-credit.ts';
import type { OrderRecord } from '#sandbox/world/records.ts';
import { oneCup, openLedgerStage, type LedgerShop } from './stage.ts';

const stage = await openLedgerStage();

async function refund(shop: LedgerShop, order: OrderRecord, changes: Partial<OrderRefund> = {}): Promise<string> {
  const { input, wanted } = oneCup(order);
  const worth = await shop.worth(order);
  const begun = await shop.ctx.tx((tx) => giveRefund(tx, { input: { ...input, ...changes }, wanted, worth, goodwillLimit: 0, source: 'staff', actor: '1', requestKey: randomUUID(), at: shop.ctx.clock.now() }));
  if (begun.state !== 'begun') throw new Error('The ledger refused.');
  return begun.chainId;
}

async function gift(shop: LedgerShop, order: OrderRecord, amount = 300): Promise<string> {
  const worth = await shop.worth(order);
  const input = { customerId: shop.customerId, currency: 'EUR', amount, expiresAt: '2027-11-20T00:00:00Z', notify: false };
  const begun = await shop.ctx.tx((tx) => giveStoreCredit(tx, { input, wanted: [{ road: 'goodwill', amount, lines: [] }], worth, goodwillLimit: 1_000, source: 'job', actor: null, requestKey: randomUUID(), at: shop.ctx.clock.now() }));
  if (begun.state !== 'begun') throw new Error('The ledger refused.');
  return begun.chainId;
}

/** Shopify does everything, and is heard of nothing it did. */
function unheard(client: AdminClient, deaf: { to: boolean }): AdminClient {
  return {
    async run(document, variables) {
      const answer = await client.run(document, variables);
      if (deaf.to && JSON.stringify(document).includes('"operation":"mutation"')) throw new OutcomeUnknown('test', null);
      return answer;
    },
  };
}

describe('a refund behind the ledger', () => {
  it('goes back on its payment with the units it is for, and bears the mark of its chain', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const chainId = await refund(shop, order);
    expect(await shop.advance(chainId)).toBe('done');
    const [made] = shop.world.refunds.where('order', order.id);
    expect(made).toMatchObject({ lineItems: [{ quantity: 1, restocked: false }], adjustments: [], note: `Aftercare ${chainId.slice(0, 13)}` });
    const row = await shop.ctx.tx((tx) => tx.compensations.findFirst({ where: { chain_id: chainId } }));
    expect(row).toMatchObject({ state: 'given', shopify_id: made?.id });
  });

  it('is made as store credit by the refund itself, to its end date', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const chainId = await refund(shop, order, { payments: [], storeCredit: { amount: 1000, expiresAt: '2027-11-20T00:00:00Z' } });
    expect(await shop.advance(chainId)).toBe('done');
    const [account] = shop.world.storeCreditAccounts.where('customer', order.customerId ?? '');
    expect(account?.transactions).toMatchObject([{ event: 'ORDER_REFUND', amount: { minor: 1000 }, expiresAt: '2027-11-20T00:00:00Z' }]);
  });

  it('is found by its mark when nobody heard that it was made', async () => {
    const deaf = { to: true };
    const shop = await stage.open((client) => unheard(client, deaf));
    const order = await shop.placeOrder();
    const chainId = await refund(shop, order);
    expect(await shop.advance(chainId)).toBe('running');
    shop.pass(3);
    expect(await shop.advance(chainId)).toBe('done');
    expect(shop.refunded(order)).toBe(1);
  });

  it('stops with Shopify’s own words where Shopify refuses it', async () => {
    const shop = await stage.open();
    const order = await shop.placeOrder();
    const chainId = await refund(shop, order, { shipping: 500 });
    expect(await shop.advance(chainId)).toBe('attention');
    expect(await shop.ctx.tx((tx) => chainsInTrouble(tx))).toMatchObject([{ problem: 'refused', detail: expect.stringContaining('Shipping amount cannot exceed') }]);
    expect(shop.refunded(order)).toBe(0);
  });
});

describe('store credit of the shop’s own', () => {
  it('is given once, and is found by amount and moment when nobody heard that it was', async () => {
    const deaf = { to: true };
    const shop = await stage.open((client) => unheard(client, deaf));
    const order = await shop.placeOrder();
    const chainId = await gift(shop, order);
    expect(await shop.advance(chainId)).toBe('running');
    shop.pass(3);
    expect(await shop.advance(chainId)).toBe('done');
    expect(shop.credits()).toEqual([300]);
  });

  it('is not mistaken for one that another chain of ours gave, nor for one from before', async () => {
    const deaf = { to: false };
    const shop = await stage.open((client) => unheard(client, deaf));
    const order = await shop.placeOrder();
    const credit = { id: order.customerId ?? '', creditInput: { creditAmount: { amount: '3.00', currencyCode: 'EUR' } } };
    shop.world.change((change) => storeCreditAccountCredit(change, credit));
    shop.pass(10);
    expect(await shop.advance(await gift(shop, order))).toBe('done');
    deaf.to = true;
    const second = await gift(shop, order);
    expect(await shop.advance(second)).toBe('running');
    shop.pass(3);
    expect(await shop.advance(second)).toBe('done');
    expect(shop.credits()).toEqual([300, 300, 300]);
    const rows = await shop.ctx.tx((tx) => tx.compensations.findMany({ select: { shopify_id: true } }));
    expect(new Set(rows.map((row) => row.shopify_id)).size).toBe(2);
  });

  it('waits for a person where two alike were given meanwhile', async () => {
    const deaf = { to: true };
    const shop = await stage.open((client) => unheard(client, deaf));
    const order = await shop.placeOrder();
    const chainId = await gift(shop, order);
    await shop.advance(chainId);
    shop.world.change((change) => storeCreditAccountCredit(change, { id: order.customerId ?? '', creditInput: { creditAmount: { amount: '3.00', currencyCode: 'EUR' } } }));
    shop.pass(3);
    expect(await shop.advance(chainId)).toBe('attention');
    expect(await shop.ctx.tx((tx) => chainsInTrouble(tx))).toMatchObject([{ problem: 'unclear', decisions: ['again', 'done', 'not_done'] }]);
  });
});
