import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { numericId } from '#app/kernel/ids.ts';
import { advanceChain, advanceWatched, beginChain, chainsInTrouble, confirm, decideChain, defineChain, give, Unclear, wakeChains } from '#app/modules/compensation/index.server.ts';
import { AdminApiError, OutcomeUnknown, ShopAccessLost, UserErrors } from '#app/platform/shopify/errors.ts';
import { openLedgerStage, type LedgerShop } from './stage.ts';

const stage = await openLedgerStage();
const refused = new UserErrors('process', [{ field: null, message: 'Not now.', code: 'INVALID' }]);

const lost = new OutcomeUnknown('approve', null);
/** Nothing goes wrong. */
const none = null;

/** A chain of two steps at a stranger who answers as told; `sent` is what reached them, with its key. */
function twoSteps() {
  const sent: string[] = [];
  const keys: string[] = [];
  const next: { act: (Error | null)[]; look: (Error | 'done')[] } = { act: [], look: [] };
  const step = (name: string) => ({
    name,
    async act(_ctx: unknown, { key, input: { word }, results }: { key: string; input: { word: string }; results: readonly unknown[] }) {
      const failure = next.act.shift();
      keys.push(key);
      if (failure) throw failure;
      sent.push(`${name} ${word} after ${results.length}`);
      return { id: name };
    },
    async look() {
      const answer = next.look.shift();
      if (answer instanceof Error) throw answer;
      return answer === 'done' ? { id: `found ${name}` } : null;
    },
  });
  const kind = defineChain({ kind: 'test.two', input: z.object({ word: z.string() }), steps: [step('approve'), { ...step('process'), confirm: (tx, { chainId }, { id }, at) => confirm(tx, chainId, { shopifyId: id ?? null, at }) }] });
  return { kind, sent, keys, next };
}

async function begin(shop: LedgerShop, { kind }: ReturnType<typeof twoSteps>) {
  const order = await shop.placeOrder();
  const worth = await shop.worth(order);
  const lineId = numericId('LineItem', order.lineItems[0]?.id ?? '');
  const begun = await shop.ctx.tx((tx) => give(tx, kind, { worth, wanted: [{ road: 'exchange', amount: 1000, lines: [{ lineId, quantity: 1, amount: 1000 }] }], goodwillLimit: 0, input: { word: 'cup' }, requestKey: randomUUID(), source: 'staff', actor: '1', at: shop.ctx.clock.now() }));
  if (begun.state !== 'begun') throw new Error('The ledger refused.');
  return { order, chainId: begun.chainId, advance: () => advanceChain(shop.ctx, [kind], begun.chainId), trouble: () => shop.ctx.tx((tx) => chainsInTrouble(tx, worth.orderId)) };
}

describe('a chain of steps', () => {
  it('takes each step once, in order, and knows what the ones before did', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance, order } = await begin(shop, steps);
    expect(await Promise.all([advance(), advance(), advance()])).toContain('done');
    expect(await advance()).toBe('done');
    expect(steps.sent).toEqual(['approve cup after 0', 'process cup after 1']);
    expect(await shop.states(order)).toEqual(['given']);
  });

  it('tells whoever watches what came of it, also where its own job was quicker', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { chainId, advance } = await begin(shop, steps);
    const [byJob, watched] = await Promise.all([advance(), advanceWatched(shop.ctx, [steps.kind], chainId)]);
    expect([byJob, watched]).toContain('done');
    expect(watched).toBe('done');
    expect(steps.sent).toEqual(['approve cup after 0', 'process cup after 1']);
  });

  it('says at once that it runs where nobody knows yet what became of it', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { chainId } = await begin(shop, steps);
    steps.next.act.push(lost);
    const since = performance.now();
    expect(await advanceWatched(shop.ctx, [steps.kind], chainId)).toBe('running');
    expect(performance.now() - since).toBeLessThan(4_000);
  });

  it('stays half done where Shopify refuses, says why, and is continued from there under a new key', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance, trouble, chainId, order } = await begin(shop, steps);
    steps.next.act = [none, refused];
    expect(await advance()).toBe('attention');
    expect(await trouble()).toMatchObject([{ id: chainId, kind: 'test.two', done: 1, problem: 'refused', detail: 'process: Not now.', decisions: ['again', 'drop'] }]);
    expect(await shop.states(order)).toEqual(['reserved']);
    await decideChain(shop.ctx, [steps.kind], chainId, 'again');
    expect(await advance()).toBe('done');
    expect(steps.sent).toEqual(['approve cup after 0', 'process cup after 1']);
    expect(new Set(steps.keys).size).toBe(3);
    expect(await trouble()).toEqual([]);
  });

  it('gives back what it reserved only when a person drops it, and only where nothing is under way', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance, chainId, order } = await begin(shop, steps);
    await expect(decideChain(shop.ctx, [steps.kind], chainId, 'drop')).rejects.toMatchObject({ status: 409 });
    steps.next.act = [lost];
    steps.next.look = [new Unclear('Two alike.')];
    await advance();
    shop.pass(3);
    expect(await advance()).toBe('attention');
    await expect(decideChain(shop.ctx, [steps.kind], chainId, 'drop')).rejects.toMatchObject({ status: 409 });
    await decideChain(shop.ctx, [steps.kind], chainId, 'not_done');
    expect(await shop.states(order)).toEqual(['reserved']);
    await decideChain(shop.ctx, [steps.kind], chainId, 'drop');
    expect(await shop.states(order)).toEqual(['released']);
    expect(await advance()).toBe('dropped');
    await expect(decideChain(shop.ctx, [steps.kind], chainId, 'again')).rejects.toMatchObject({ status: 409 });
    await expect(decideChain(shop.ctx, [steps.kind], randomUUID(), 'again')).rejects.toMatchObject({ status: 404 });
  });

  it('does not look before Shopify can be done with it, and sends again under the same key what did not happen', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance } = await begin(shop, steps);
    steps.next.act = [lost];
    expect(await advance()).toBe('running');
    expect(await advance()).toBe('running');
    expect(steps.keys).toHaveLength(1);
    shop.pass(3);
    expect(await advance()).toBe('done');
    expect(steps.keys[1]).toBe(steps.keys[0]);
  });

  it('goes on from what it finds was done, and sends it no second time', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance } = await begin(shop, steps);
    steps.next.act = [lost];
    steps.next.look = ['done'];
    await advance();
    shop.pass(3);
    expect(await advance()).toBe('done');
    expect(steps.sent).toEqual(['process cup after 1']);
  });

  it('takes a person’s word for what they saw in Shopify’s admin, and goes on with the next step', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance, chainId, trouble } = await begin(shop, steps);
    steps.next.act = [lost];
    steps.next.look = [new Unclear('Two alike.')];
    await advance();
    shop.pass(3);
    await advance();
    expect(await trouble()).toMatchObject([{ problem: 'unclear', detail: 'Two alike.', decisions: ['again', 'done', 'not_done'] }]);
    await decideChain(shop.ctx, [steps.kind], chainId, 'done');
    expect(await advance()).toBe('done');
    expect(steps.sent).toEqual(['process cup after 1']);
  });

  it('waits for a person when Shopify never answers, and when the app must be opened again', async () => {
    const shop = await stage.open();
    const silent = twoSteps();
    const one = await begin(shop, silent);
    silent.next.act = Array.from({ length: 9 }, () => lost);
    for (let tries = 0; tries < 9 && (await one.advance()) === 'running'; tries += 1) shop.pass(3);
    expect(await one.trouble()).toMatchObject([{ problem: 'silent', decisions: ['again', 'drop'] }]);
    expect(silent.keys).toHaveLength(5);
    const closed = twoSteps();
    const two = await begin(shop, closed);
    closed.next.act = [new ShopAccessLost('shop')];
    expect(await two.advance()).toBe('attention');
    expect(await two.trouble()).toMatchObject([{ problem: 'no_access', decisions: ['again', 'drop'] }]);
  });

  it('tries again what Shopify was too busy for, without looking', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { advance } = await begin(shop, steps);
    steps.next.act = [new AdminApiError('approve', 200, [{ code: 'THROTTLED', message: 'Throttled', path: null }], null)];
    steps.next.look = [new Error('nobody looks')];
    expect(await advance()).toBe('running');
    expect(await advance()).toBe('done');
  });

  it('is found by the clock when its job was lost, with what it reserved', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const { chainId, order } = await begin(shop, steps);
    await shop.ctx.tx((tx) => tx.$queryRaw`select app.remove_job(${`chain:${chainId}`})::text`);
    const jobs = () => shop.jobs(chainId);
    await wakeChains(shop.ctx);
    expect(await jobs()).toBe(0);
    shop.pass(180);
    await wakeChains(shop.ctx);
    expect(await jobs()).toBe(1);
    expect(await shop.states(order)).toEqual(['reserved']);
  });

  it('refuses a wish’s key for another wish', async () => {
    const shop = await stage.open();
    const steps = twoSteps();
    const [one, two] = [await shop.placeOrder(), await shop.placeOrder()].map(({ id }) => numericId('Order', id));
    const wish = { input: { word: 'cup' }, requestKey: 'form-1', source: 'staff' as const, actor: null, at: shop.ctx.clock.now() };
    await shop.ctx.tx((tx) => beginChain(tx, steps.kind, { ...wish, orderId: one ?? '' }));
    await expect(shop.ctx.tx((tx) => beginChain(tx, steps.kind, { ...wish, orderId: two ?? '' }))).rejects.toThrow('used for something else');
  });
});
