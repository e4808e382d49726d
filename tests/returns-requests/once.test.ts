import { getOperationAST } from 'graphql';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { advanceChain, chainsInTrouble, decideChain } from '#app/modules/compensation/index.server.ts';
import { makeReturnChain, planRequest, replaceReturnChain, requestDetail, submitRequest, withdrawChain } from '#app/modules/returns/index.server.ts';
import { approveExchange } from '#app/modules/returns/requests/approve-exchange.server.ts';
import { cancelRequest } from '#app/modules/returns/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { bury, mortal, stormy, type Weather } from '../compensation/weather.ts';
import { losing } from '../exchanges/stage.ts';
import { addReturn, addVariant } from '../sandbox/world/shop-in-memory.ts';
import { confirmed, label, openRequestsStage, other, promise, type RequestsShop } from './stage.ts';

const stage = await openRequestsStage();
const kinds = [makeReturnChain, replaceReturnChain, withdrawChain];
const numberOf = (id = '') => id.split('/').at(-1) ?? '';

/** Takes every chain of a shop on, as the job does. */
async function goOn(shop: RequestsShop): Promise<string[]> {
  const chains = await shop.ctx.tx((tx) => tx.chains.findMany({ where: { state: 'running' }, select: { id: true } }));
  return Promise.all(chains.map(({ id }) => advanceChain(shop.ctx, kinds, id)));
}

describe('a confirmation', () => {
  it('is one return, however often it is sent', async () => {
    const shop = await stage.open();
    const { shown } = await shop.plan([shop.wish()]);
    const requestKey = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => shop.submit([shop.wish()], shown, { requestKey }, shop.processes[at % 3])));
    expect(new Set(answers.map((answer) => ('requestId' in answer ? answer.requestId : answer.is))).size).toBe(1);
    expect(shop.returns()).toHaveLength(1);
    expect(await shop.submit([shop.wish()], shown, { requestKey })).toMatchObject({ is: 'made' });
    expect(shop.returns()).toHaveLength(1);
  });

  it('takes units once, of any number of tabs', async () => {
    const shop = await stage.open();
    const { shown } = await shop.plan([shop.wish({ units: 2 })]);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, at) => shop.submit([shop.wish({ units: 2 })], shown, {}, shop.processes[at % 3])));
    expect(answers.filter(({ is }) => is === 'made')).toHaveLength(1);
    expect(answers.filter((answer) => answer.is === 'refused' && answer.problems.every(({ problem }) => problem === 'too_many'))).toHaveLength(5);
    expect(shop.returns()).toMatchObject([{ lineItems: [{ quantity: 2 }] }]);
  });

  it('is refused where another price was shown than it has', async () => {
    const shop = await stage.open();
    const { shown } = await shop.plan([shop.wish()]);
    expect(await shop.submit([shop.wish()], { ...shown, refund: 5_000 })).toEqual({ is: 'moved', now: shown });
    expect(await shop.submit([shop.wish()], { ...shown, bonus: 1 })).toEqual({ is: 'moved', now: shown });
    shop.pass(1);
    await promise(shop.ctx, { refund: { offered: false } });
    expect((await shop.submit([shop.wish()], shown)).is).toBe('made');
  });

  it('keeps the promise of when it was bought, and is told where today’s would be another', async () => {
    const shop = await stage.open({ base: { fee: { percent: 10, waived: [] } } });
    const { shown } = await shop.plan([shop.wish()]);
    expect(shown.refund).toBe(900);
    shop.pass(1);
    await promise(shop.ctx, { fee: { percent: 0, waived: [] } });
    expect(await shop.submit([shop.wish()], shown)).toEqual({ is: 'moved', now: { ...shown, refund: 1_000 } });
  });

  it('of another shop’s order finds nothing, nor does one for what is no number', async () => {
    const [shop, another] = [await stage.open(), await stage.open()];
    const wish = { orderId: shop.orderId, lines: [shop.wish()], wayBack: label };
    await expect(planRequest(another.ctx, { ...wish, orderId: '999' })).rejects.toMatchObject({ status: 404 });
    await expect(planRequest(shop.ctx, { ...wish, orderId: '1; drop' })).rejects.toMatchObject({ status: 404 });
    await another.ctx.tx((tx) => tx.orders.deleteMany({}));
    await expect(submitRequest(another.ctx, { ...wish, shown: { refund: 0, owed: 0, bonus: 0, currency: 'EUR' }, requestKey: 'k', locale: 'en', source: 'portal', actor: null })).rejects.toMatchObject({ status: 404 });
  });

  it('needs what the policy asks for, and names what is missing', async () => {
    const shop = await stage.open({ base: { evidence: { photos: 1, questions: ['Was it worn?'] } } });
    const refused = async (line: Parameters<typeof shop.wish>[0]) => {
      const plan = await planRequest(shop.ctx, { orderId: shop.orderId, lines: [shop.wish(line)], wayBack: label });
      return plan.is === 'refused' ? plan.problems.map(({ problem }) => problem) : plan.is;
    };
    expect(await refused({})).toEqual(['photos_missing', 'answers_missing']);
    expect(await refused({ photos: ['shops/1/returns/a'], answers: ['No'] })).toBe('planned');
    const complete = { photos: ['shops/1/returns/a'], answers: ['No'] };
    expect(await refused({ ...complete, units: 4 })).toEqual(['too_many']);
    expect(await refused({ ...complete, lineId: '1' })).toEqual(['unknown_line']);
    expect(await refused({ ...complete, reasonId: '999' })).toEqual(['reason_missing']);
    expect(await refused({ ...complete, reasonId: other })).toEqual(['note_missing']);
    expect(await refused({ ...complete, note: 'x'.repeat(256) })).toEqual(['note_too_long']);
    expect(await refused({ ...complete, outcome: 'exchange' })).toEqual(['variant_missing']);
    expect(await refused({ ...complete, outcome: 'exchange', variantId: '404' })).toEqual(['variant_missing']);
    // Another product is another wish, which a policy may refuse.
    expect(await refused({ ...complete, outcome: 'exchange', variantId: numberOf(addVariant(shop.world, {}, 'Bowl').id) })).toEqual(['variant_missing']);
    expect(await refused({ ...complete, outcome: 'other_product', variantId: numberOf(addVariant(shop.world, { inventoryQuantities: [] }, 'Gone').id) })).toEqual(['sold_out']);
    expect(shop.returns()).toEqual([]);
  });

  it('is refused by its clause where the policy does not give it', async () => {
    const shop = await stage.open({ base: { store_credit: { offered: false, bonus: 0 } } });
    expect(await planRequest(shop.ctx, { orderId: shop.orderId, lines: [shop.wish({ outcome: 'store_credit' })], wayBack: label })).toMatchObject({
      is: 'refused',
      problems: [{ lineId: shop.lineId, problem: 'refused', offer: { why: 'not_offered', clause: { matter: 'store_credit' } } }],
    });
  });
});

describe('an answer that is lost', () => {
  it.each(['before', 'after'] as const)('%s it was done makes one return, which is found two minutes later', async (when) => {
    const line = losing(when);
    const shop = await stage.open({ through: line.through });
    const { shown } = await shop.plan([shop.wish()]);
    line.lose(1);
    const requestKey = randomUUID();
    const answer = await shop.submit([shop.wish()], shown, { requestKey });
    expect(answer.is).toBe('making');
    expect(await shop.submit([shop.wish({ units: 3 })], { ...shown, refund: 3_000 })).toMatchObject({ is: 'refused', problems: [{ problem: 'too_many' }] });
    shop.pass(3);
    expect(await goOn(shop)).toEqual(['done']);
    expect(shop.returns()).toHaveLength(1);
    expect(await shop.submit([shop.wish()], shown, { requestKey })).toMatchObject({ is: 'made' });
  });

  it.each(['before', 'after'] as const)('%s it was done never cancels or makes twice where an exchange is approved', async (when) => {
    const line = losing(when);
    const shop = await stage.open({ base: { approval: { by: 'person' } }, through: line.through });
    const id = await confirmed(shop, [shop.wish({ outcome: 'other_product', variantId: numberOf(addVariant(shop.world, { price: '15.00' }, 'Pot').id) })]);
    const returnId = numberOf(shop.returns()[0]?.id);
    line.lose(1);
    expect(await approveExchange(shop.ctx, returnId, '1')).toEqual({ is: 'running' });
    expect((await requestDetail(shop.ctx, id)).state).toBe('making');
    line.lose(1);
    for (let at = 0; at < 3; at += 1) {
      shop.pass(3);
      await goOn(shop);
    }
    expect(shop.returns().map(({ status }) => status).sort()).toEqual(['CANCELED', 'OPEN']);
  });

  it('of a cancellation is looked for, and the wish is taken back once', async () => {
    const line = losing('after');
    const shop = await stage.open({ through: line.through });
    const id = await confirmed(shop, [shop.wish()]);
    line.lose(1);
    expect(await cancelRequest(shop.ctx, id, { key: 'a' })).toEqual({ is: 'cancelling' });
    shop.pass(3);
    await goOn(shop);
    expect(shop.returns()).toMatchObject([{ status: 'CANCELED' }]);
    expect(await cancelRequest(shop.ctx, id, { key: 'a' })).toEqual({ is: 'cancelled' });
  });
});

describe('a process that dies', () => {
  const [pair, requestKey] = [['refund', 'store_credit'] as const, randomUUID()];

  it.each(['died before sending', 'died after sending', 'died before writing'] as const)('(%s) leaves a wish that its job goes on with', async (fault) => {
    const shop = await stage.open();
    const lines = pair.map((outcome) => shop.wish({ outcome }));
    const { shown } = await shop.plan(lines);
    // Three questions while it is planned; the fifth is the first return.
    const weather: Weather = { next: ['none', 'none', 'none', 'none', ...(fault === 'died before writing' ? (['none'] as const) : []), fault], dead: false };
    const doomed = mortal({ ...shop.ctx, admin: stormy(shop.known.admin, weather) }, weather);
    expect(await shop.submit(lines, shown, { requestKey }, doomed).catch(bury)).toBe('dead');
    expect(shop.returns()).toHaveLength(fault === 'died before sending' ? 0 : 1);
    for (let at = 0; at < 3; at += 1) {
      shop.pass(20);
      await goOn(shop);
    }
    expect(shop.returns()).toHaveLength(2);
    expect(await shop.submit(lines, shown, { requestKey })).toMatchObject({ is: 'made' });
  });

  it('leaves what another wish is making to that one, however alike', async () => {
    const line = slow();
    const shop = await stage.open({ through: line.through });
    const lines = pair.map((outcome) => shop.wish({ outcome }));
    const { shown } = await shop.plan(lines);
    const weather: Weather = { next: ['none', 'none', 'none', 'none', 'died before sending'], dead: false };
    const doomed = mortal({ ...shop.ctx, admin: stormy(shop.known.admin, weather) }, weather);
    expect(await shop.submit(lines, shown, { requestKey: randomUUID() }, doomed).catch(bury)).toBe('dead');
    shop.pass(20);
    const [sent, ready] = await shop.ctx.tx((tx) => tx.chains.findMany({ where: { state: 'running' }, select: { id: true, phase: true }, orderBy: { phase: 'desc' } }));
    expect([sent?.phase, ready?.phase]).toEqual(['sent', 'ready']);
    line.hold();
    const making = advanceChain(shop.ctx, kinds, ready?.id ?? '');
    await line.held;
    expect(await advanceChain(shop.ctx, kinds, sent?.id ?? '')).toBe('running');
    line.release();
    expect(await making).toBe('done');
    shop.pass(20);
    expect(await goOn(shop)).toEqual(['done']);
    expect(shop.returns()).toHaveLength(2);
    const parts = await shop.ctx.tx((tx) => tx.return_request_parts.findMany({ select: { return_id: true } }));
    expect(new Set(parts.map(({ return_id }) => return_id)).size).toBe(2);
  });
});

describe('what Shopify no longer takes', () => {
  it('waits for a person, who can let it go, and the units are free again', async () => {
    const shop = await stage.open({ through: dying });
    const { shown } = await shop.plan([shop.wish({ units: 3 })]);
    alive = false;
    const answer = await shop.submit([shop.wish({ units: 3 })], shown);
    alive = true;
    expect(answer.is).toBe('making');
    addReturn(shop.world, shop.order);
    shop.pass(20);
    await goOn(shop);
    shop.pass(20);
    expect(await goOn(shop)).toEqual([]);
    const [trouble] = await shop.ctx.tx((tx) => chainsInTrouble(tx, shop.orderId));
    expect(trouble).toMatchObject({ kind: 'returns.make', problem: 'changed', decisions: ['again', 'drop'] });
    const id = 'requestId' in answer ? answer.requestId : '';
    expect((await requestDetail(shop.ctx, id)).state).toBe('stuck');
    await decideChain(shop.ctx, kinds, trouble?.id ?? '', 'drop');
    expect((await requestDetail(shop.ctx, id)).state).toBe('given_up');
    expect((await shop.plan([shop.wish({ units: 2 })])).shown.refund).toBe(2_000);
  });
});

let alive = true;
/** Nothing that changes anything reaches Shopify for a while. */
function dying(client: AdminClient): AdminClient {
  return { run: (document, variables) => (alive || getOperationAST(document)?.operation === 'query' ? client.run(document, variables) : Promise.reject(new Error('unheard'))) };
}

/** The answer to the next thing that is changed stays on its way until it is released. */
function slow() {
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let holds = false;
  const through = (client: AdminClient): AdminClient => ({
    async run(document, variables) {
      const answer = await client.run(document, variables);
      if (!holds || getOperationAST(document)?.operation === 'query') return answer;
      holds = false;
      held.resolve();
      await released.promise;
      return answer;
    },
  });
  return { through, held: held.promise, hold: () => void (holds = true), release: () => released.resolve() };
}
