import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numericId } from '#app/kernel/ids.ts';
import { chainsInTrouble, decideChain, giveRefund, giveStoreCredit } from '#app/modules/compensation/index.server.ts';
import { kinds, oneCup, openLedgerStage, type LedgerShop } from './stage.ts';
import { bury, faults, mortal, stormy, type Weather } from './weather.ts';

const stage = await openLedgerStage();
const move = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('advance' as const), twice: fc.boolean(), faults: fc.array(fc.constantFrom(...faults), { maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('pass' as const), minutes: fc.constantFrom(1, 3, 20) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('ask again' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('person tries again' as const) }) },
);

interface Wish {
  begin(): Promise<string>;
  /** How often Shopify has done it. */
  done(): number;
}

async function wishOf(shop: LedgerShop, what: 'credit' | 'refund'): Promise<Wish> {
  const order = await shop.placeOrder();
  const worth = await shop.worth(order);
  const wish = { worth, goodwillLimit: 500, source: 'staff' as const, actor: '1', requestKey: randomUUID(), at: shop.ctx.clock.now() };
  const lineId = numericId('LineItem', order.lineItems[0]?.id ?? '');
  const begin = async () => {
    const begun = await shop.ctx.tx((tx) =>
      what === 'refund'
        ? giveRefund(tx, { ...wish, ...oneCup(order) })
        : giveStoreCredit(tx, { ...wish, input: { customerId: shop.customerId, currency: 'EUR', amount: 400, expiresAt: null, notify: false }, wanted: [{ road: 'goodwill', amount: 400, lines: [{ lineId, quantity: 0, amount: 400 }] }] }),
    );
    if (begun.state !== 'begun') throw new Error('The ledger refused.');
    return begun.chainId;
  };
  return { begin, done: () => (what === 'refund' ? shop.refunded(order) : shop.credits().length) };
}

describe('a chain of writes to Shopify', () => {
  it.each(['refund', 'credit'] as const)('never gives a %s twice and never loses one, whatever is lost on the way; it ends done or waits for a person', async (what) => {
    const ends = { done: 0, attention: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 12 }), async (moves) => {
        const weather: Weather = { next: [], dead: false };
        const shop = await stage.open((client) => stormy(client, weather));
        const wish = await wishOf(shop, what);
        const chainId = await wish.begin();
        const advance = () => shop.advance(chainId, mortal(shop.ctx, weather)).catch(bury);
        for (const step of moves) {
          if (step.does === 'advance') {
            weather.next = [...step.faults];
            await Promise.all(step.twice ? [advance(), advance()] : [advance()]);
            weather.dead = false;
          } else if (step.does === 'pass') shop.pass(step.minutes);
          else if (step.does === 'ask again') expect(await wish.begin()).toBe(chainId);
          else await decideChain(shop.ctx, kinds, chainId, 'again').catch(refusedToDecide);
          expect(wish.done()).toBeLessThanOrEqual(1);
          await expectLedger(shop, wish, chainId);
        }
        weather.next = [];
        let state = await advance();
        for (let rounds = 0; state === 'running' && rounds < 12; rounds += 1) {
          shop.pass(20);
          state = await advance();
        }
        if (state !== 'done' && state !== 'attention') throw new Error(`It ends ${String(state)}.`);
        ends[state] += 1;
        if (state === 'attention') expect(await shop.ctx.tx((tx) => chainsInTrouble(tx))).toHaveLength(1);
        else expect(wish.done()).toBe(1);
        await expectLedger(shop, wish, chainId);
      }),
      { numRuns: 30 },
    );
    expect(ends.done).toBeGreaterThan(12);
  }, 120_000);
});

/** What is given stands in the ledger as given once it is known, and is reserved until then; it is never free to be given again. */
async function expectLedger(shop: LedgerShop, wish: Wish, chainId: string): Promise<void> {
  const [row, chain] = await shop.ctx.tx(async (tx) => [await tx.compensations.findFirst({ where: { chain_id: chainId } }), await tx.chains.findFirst({ where: { id: chainId } })]);
  expect(row?.state).toBe(chain?.state === 'done' ? 'given' : 'reserved');
  if (chain?.state === 'done') expect(wish.done()).toBe(1);
}

/** There is nothing to decide while it goes on by itself. */
function refusedToDecide(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes('decided already')) throw error;
}
