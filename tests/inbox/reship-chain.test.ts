import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceChain, decideChain } from '#app/modules/compensation/index.server.ts';
import { ticketReshipChain } from '#app/modules/inbox/index.server.ts';
import { refundOrder } from '#app/modules/inbox/deeds/refund-order.server.ts';
import { reshipOrder } from '#app/modules/inbox/deeds/reship-order.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { AdminApiError } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { numericId } from '#app/kernel/ids.ts';
import { tagsAdd } from '#sandbox/world/commands/tags-add.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { bury, faults, mortal, stormy, type Weather } from '../compensation/weather.ts';
import { losing } from '../returns/processing/stage.ts';
import { addOrder } from '../sandbox/world/shop-in-memory.ts';
import { actsOf, clickOf, ledgerOf } from './deed-stage.ts';
import { sentAgainIn, sentMugs, shownThenClicked, stockOf, type ReshipScene } from './reship-stage.ts';

const stage = await openLedgerStage();
const kinds = [ticketReshipChain];
const chainOf = ({ shop, orderId }: ReshipScene) => shop.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: orderId, kind: ticketReshipChain.kind } }));

describe('goods that are sent again', () => {
  it('go out once a click, and one by one for an order, however many click at once in however many processes', async () => {
    const at = await sentMugs(await stage.open());
    const clicked = await shownThenClicked(at, 2);
    const answers = await Promise.all(at.shop.processes.flatMap((ctx: ShopContext) => [reshipOrder(ctx, clicked), reshipOrder(ctx, { ...clicked, key: clickOf(at).key })]));
    expect(answers.some(({ is }) => is === 'done' || is === 'running')).toBe(true);
    expect([sentAgainIn(at).length, await ledgerOf(at), stockOf(at)]).toEqual([1, ['reship given 2000'], 3]);
    expect(await reshipOrder(at.shop.ctx, clicked)).toMatchObject({ is: 'done' });
    await expect(refundOrder(at.shop.ctx, { ...clicked, units: [], shipping: false, amount: 100, to: 'original', notify: false, shown: 100 })).rejects.toMatchObject({ code: 'used' });
    expect(sentAgainIn(at)).toHaveLength(1);
  });

  it('go out once where two windows showed the same', async () => {
    const at = await sentMugs(await stage.open());
    const [one, other] = [await shownThenClicked(at, 1), await shownThenClicked(at, 1)];
    expect([await reshipOrder(at.shop.ctx, one), await reshipOrder(at.shop.ctx, other)]).toMatchObject([{ is: 'done' }, { is: 'moved' }]);
    expect(sentAgainIn(at)).toHaveLength(1);
  });

  it('are found again where Shopify sent them and nobody heard', async () => {
    const at = await sentMugs(await stage.open(losing('after')));
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at))).toEqual({ is: 'running' });
    expect([await actsOf(at), await ledgerOf(at)]).toEqual([[], ['reship reserved 1000']]);
    at.shop.pass(5);
    expect(await advanceChain(at.shop.ctx, kinds, (await chainOf(at)).id)).toBe('done');
    expect([sentAgainIn(at).length, await ledgerOf(at), (await actsOf(at)).length]).toEqual([1, ['reship given 1000'], 1]);
  });

  it('are sent anew where Shopify never heard', async () => {
    const at = await sentMugs(await stage.open(losing('before')));
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at))).toEqual({ is: 'running' });
    expect(sentAgainIn(at)).toEqual([]);
    at.shop.pass(5);
    expect([await advanceChain(at.shop.ctx, kinds, (await chainOf(at)).id), sentAgainIn(at).length]).toEqual(['done', 1]);
  });

  it('are found by the app’s own copy of orders while Shopify’s search has not heard of them', async () => {
    const deaf = (client: AdminClient): AdminClient => {
      const lost = losing('after')(client);
      return { run: async (document, variables) => (JSON.stringify(document).includes('OrdersOfTag') ? JSON.parse('{"orders":{"nodes":[]}}') : lost.run(document, variables)) };
    };
    const at = await sentMugs(await stage.open(deaf));
    await reshipOrder(at.shop.ctx, await shownThenClicked(at));
    await fetchOrder(at.shop.known, { orderId: numericId('Order', sentAgainIn(at)[0]?.id ?? '') });
    at.shop.pass(5);
    expect([await advanceChain(at.shop.ctx, kinds, (await chainOf(at)).id), sentAgainIn(at).length]).toEqual(['done', 1]);
  });

  it('are the first of several orders with their tag, as whoever copies an order copies its tags', async () => {
    const at = await sentMugs(await stage.open(losing('after')));
    await reshipOrder(at.shop.ctx, await shownThenClicked(at));
    const [made] = sentAgainIn(at);
    const copy = addOrder(at.shop.world);
    at.shop.world.change((change) => tagsAdd(change, { id: copy.id, tags: [...(made?.tags ?? [])] }));
    at.shop.pass(5);
    await advanceChain(at.shop.ctx, kinds, (await chainOf(at)).id);
    expect((await actsOf(at))[0]).toMatchObject({ ref: made?.name });
  });

  it('wait where Shopify is asked too much, and go out when it is not', async () => {
    const left = { times: 1 };
    const crowded = (client: AdminClient): AdminClient => ({
      run: (document, variables) => (JSON.stringify(document).includes('orderCreate') && (left.times -= 1) >= 0 ? Promise.reject(new AdminApiError('test', 200, [{ code: 'THROTTLED', message: 'Throttled', path: null }], null)) : client.run(document, variables)),
    });
    const at = await sentMugs(await stage.open(crowded));
    expect(await reshipOrder(at.shop.ctx, await shownThenClicked(at))).toEqual({ is: 'running' });
    at.shop.pass(5);
    expect([await advanceChain(at.shop.ctx, kinds, (await chainOf(at)).id), sentAgainIn(at).length]).toEqual(['done', 1]);
  });

  it('go out once or wait for a person, whatever is lost on the way and whoever is killed', async () => {
    const move = fc.oneof(fc.record({ does: fc.constant('advance' as const), faults: fc.array(fc.constantFrom(...faults), { maxLength: 6 }) }), fc.record({ does: fc.constant('pass' as const), faults: fc.constant([]) }), fc.record({ does: fc.constant('decide' as const), faults: fc.constant([]) }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...faults), { minLength: 3, maxLength: 14 }), fc.array(move, { maxLength: 6 }), async (first, moves) => {
        const weather: Weather = { next: [], dead: false };
        const at = await sentMugs(await stage.open((client) => stormy(client, weather)));
        const clicked = await shownThenClicked(at, 2);
        weather.next = [...first];
        await reshipOrder(mortal(at.shop.ctx, weather), clicked).catch((error: unknown) => error);
        Object.assign(weather, { next: [], dead: false });
        const begun = await at.shop.ctx.tx((tx) => tx.chains.findFirst({ where: { order_id: at.orderId } }));
        if (!begun) {
          expect([sentAgainIn(at), await ledgerOf(at)]).toEqual([[], []]);
          return;
        }
        const advance = () => advanceChain(mortal(at.shop.ctx, weather), kinds, begun.id).catch(bury);
        for (const { does, faults: bad } of moves) {
          weather.next = [...bad];
          if (does === 'advance') await advance();
          else if (does === 'pass') at.shop.pass(20);
          else await decideChain(at.shop.ctx, kinds, begun.id, 'again').catch(() => null);
          Object.assign(weather, { next: [], dead: false });
          expect(sentAgainIn(at).length).toBeLessThanOrEqual(1);
        }
        let state = await advance();
        for (let rounds = 0; state === 'running' && rounds < 12; rounds += 1) {
          at.shop.pass(20);
          state = await advance();
        }
        const [given] = await ledgerOf(at);
        expect([state, given, sentAgainIn(at).length, (await actsOf(at)).length]).toSatisfy(([end, row, made, told]) => (end === 'done' && row === 'reship given 2000' && made === 1 && told === 1) || (end === 'attention' && row === 'reship reserved 2000' && told === 0) || (end === 'dropped' && row === 'reship released 2000' && made === 0));
      }),
      { numRuns: 20 },
    );
  }, 120_000);

  it('name no person in what is kept of them', async () => {
    const at = await sentMugs(await stage.open());
    await reshipOrder(at.shop.ctx, await shownThenClicked(at));
    const kept = JSON.stringify(await chainOf(at), (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(kept).not.toMatch(/Hauptstr|Berg|anna@/);
  });
});
