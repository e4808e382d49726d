import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { giveCredit } from '#app/modules/inbox/deeds/give-credit.server.ts';
import { readDeedClicked } from '#app/modules/inbox/deeds/read-deed.ts';
import { refundOrder, type RefundClicked } from '#app/modules/inbox/deeds/refund-order.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { UserErrors } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { typedAmount } from '#app/ui/typed-amount.ts';
import { openLedgerStage } from '../compensation/stage.ts';
import { seededStaff } from '../inbox-stage.ts';
import { losing } from '../returns/processing/stage.ts';
import { advanceChain } from '#app/modules/compensation/index.server.ts';
import { ticketRefundChain } from '#app/modules/inbox/deeds/money-chains.server.ts';
import { actsOf, clickOf, ledgerOf, openScene, setRights, type Scene } from './deed-stage.ts';

const stage = await openLedgerStage();
const oneUnit = (scene: Scene): RefundClicked => ({ ...clickOf(scene), units: [{ id: scene.lineId, quantity: 1 }], shipping: false, amount: null, to: 'original', notify: false, shown: 1000 });
const anAmount = (scene: Scene, amount: number): RefundClicked => ({ ...oneUnit(scene), units: [], amount, shown: amount });
const moneyBack = ({ shop, order }: Scene) => shop.world.orders.get(order.id)?.transactions.filter(({ kind }) => kind === 'REFUND').map(({ amount }) => amount.presentment.minor);

/** Shopify refuses whatever would change something. */
const refusing = (client: AdminClient): AdminClient => ({
  async run(document, variables) {
    if (!JSON.stringify(document).includes('"operation":"mutation"')) return client.run(document, variables);
    throw new UserErrors('refundCreate', [{ message: 'Not today.', field: null, code: null }]);
  },
});

describe('a refund beside a ticket', () => {
  it('gives back what units are worth, once, and the ticket and the story tell of it', async () => {
    const scene = await openScene(await stage.open());
    const { ctx } = scene.shop;
    const clicked = oneUnit(scene);
    const answer = await refundOrder(ctx, clicked);
    expect(answer).toEqual({ is: 'done', sentence: expect.stringContaining('€10.00') });
    expect(await refundOrder(ctx, clicked)).toMatchObject({ is: 'done' });
    expect([moneyBack(scene), await ledgerOf(scene)]).toEqual([[1000], ['refund given 1000']]);
    expect(await actsOf(scene)).toEqual([{ act: 'refund', orderId: scene.orderId, amount: { minor: 1000, currency: 'EUR' }, actor: seededStaff.mia }]);
    const story = await ctx.tx((tx) => tx.journal.findMany({ where: { order_id: scene.orderId, type: 'compensation.reserved' } }));
    expect(story.map(({ actor, source }) => [actor, source])).toEqual([[seededStaff.mia, 'staff']]);
  });

  it('gives back an amount that stands for no goods, and the rest of the order stays refundable', async () => {
    const scene = await openScene(await stage.open());
    expect(await refundOrder(scene.shop.ctx, anAmount(scene, 450))).toMatchObject({ is: 'done' });
    expect(await refundOrder(scene.shop.ctx, anAmount(scene, 2551))).toMatchObject({ is: 'moved' });
    expect(await refundOrder(scene.shop.ctx, anAmount(scene, 2550))).toMatchObject({ is: 'done' });
    expect(moneyBack(scene)).toEqual([450, 2550]);
  });

  it('gives store credit where that is wished', async () => {
    const scene = await openScene(await stage.open());
    const answer = await refundOrder(scene.shop.ctx, { ...oneUnit(scene), to: 'store_credit' });
    expect(answer).toEqual({ is: 'done', sentence: expect.stringContaining('store credit') });
    expect([scene.shop.credits(), await ledgerOf(scene)]).toEqual([[1000], ['store_credit given 1000']]);
  });

  it('gives nothing where the amount is not the one that was shown', async () => {
    const scene = await openScene(await stage.open());
    expect(await refundOrder(scene.shop.ctx, { ...oneUnit(scene), shown: 999 })).toEqual({ is: 'moved' });
    expect([moneyBack(scene), await ledgerOf(scene)]).toEqual([[], []]);
  });

  it('gives nothing for more units than are left, for nothing, and for no order', async () => {
    const scene = await openScene(await stage.open());
    const { ctx } = scene.shop;
    expect(await refundOrder(ctx, { ...oneUnit(scene), units: [{ id: scene.lineId, quantity: 4 }], shown: 4000 })).toEqual({ is: 'moved' });
    expect(await refundOrder(ctx, anAmount(scene, 0))).toEqual({ is: 'invalid', fields: ['amount'] });
    await expect(refundOrder(ctx, { ...oneUnit(scene), orderId: '9999999999999' })).rejects.toMatchObject({ code: 'not_found' });
    expect(await ledgerOf(scene)).toEqual([]);
  });

  it('is not for who may not refund, nor beyond the largest refund, however it is cut up', async () => {
    const scene = await openScene(await stage.open());
    await setRights(scene, { largestRefund: '15' });
    const { ctx } = scene.shop;
    expect(await refundOrder(ctx, oneUnit(scene))).toMatchObject({ is: 'done' });
    expect(await refundOrder(ctx, oneUnit(scene))).toEqual({ is: 'over_limit' });
    expect(await refundOrder(ctx, anAmount(scene, 501))).toEqual({ is: 'over_limit' });
    expect(await refundOrder(ctx, { ...oneUnit(scene), by: seededStaff.owner })).toMatchObject({ is: 'done' });
    const other = await openScene(await stage.open());
    await setRights(other, { everybody: 'no_refunds' });
    expect(await refundOrder(other.shop.ctx, oneUnit(other))).toEqual({ is: 'forbidden' });
    expect(await ledgerOf(other)).toEqual([]);
  });

  it('stays within the limit and happens once where many click at once', async () => {
    const scene = await openScene(await stage.open());
    await setRights(scene, { largestRefund: '10' });
    const clicked = oneUnit(scene);
    const answers = await Promise.all(scene.shop.processes.flatMap((ctx: ShopContext) => [refundOrder(ctx, clicked), refundOrder(ctx, anAmount(scene, 700))]));
    expect(answers.some(({ is }) => is === 'done' || is === 'running')).toBe(true);
    const given = moneyBack(scene) ?? [];
    expect([given.length, given.reduce((sum, amount) => sum + amount, 0) <= 1000]).toEqual([1, true]);
  });

  it('that Shopify refuses is said to be refused however often it is clicked at once, and nothing stays set aside', async () => {
    for (let times = 0; times < 3; times += 1) {
      const scene = await openScene(await stage.open(refusing));
      const clicked = oneUnit(scene);
      const answers = await Promise.all(scene.shop.processes.map((ctx: ShopContext) => refundOrder(ctx, clicked)));
      expect(answers).toContainEqual({ is: 'refused', message: expect.stringContaining('Not today.') });
      expect(answers.map(({ is }) => is).filter((is) => is !== 'refused' && is !== 'moved')).toEqual([]);
      expect([moneyBack(scene), await ledgerOf(scene)]).toEqual([[], ['refund released 1000']]);
    }
  });

  it('names a line once, or is nothing', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ deed: 'refund', order: '5', key: randomUUID(), units: '7.1,7.1', shipping: 'no', amount: '', to: 'original', notify: 'no', shown: '2000' })) form.set(name, value);
    expect(readDeedClicked(form)).toEqual({ invalid: ['units'] });
    form.set('units', '7.1,8.1');
    expect(readDeedClicked(form)).toMatchObject({ units: [{ id: '7', quantity: 1 }, { id: '8', quantity: 1 }] });
  });

  it('is told in the ticket only once it is known to have happened', async () => {
    const scene = await openScene(await stage.open(losing('after')));
    expect(await refundOrder(scene.shop.ctx, oneUnit(scene))).toEqual({ is: 'running' });
    expect(await actsOf(scene)).toEqual([]);
    scene.shop.pass(5);
    const chain = await scene.shop.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { order_id: scene.orderId } }));
    expect(await advanceChain(scene.shop.ctx, [ticketRefundChain], chain.id)).toBe('done');
    expect([moneyBack(scene), (await actsOf(scene)).length]).toEqual([[1000], 1]);
  });

  it('is said in the language of the conversation', async () => {
    const scene = await openScene(await stage.open());
    await scene.shop.ctx.tx((tx) => tx.tickets.updateMany({ where: { id: scene.ticketId }, data: { locale: 'de' } }));
    expect(await refundOrder(scene.shop.ctx, oneUnit(scene))).toMatchObject({ sentence: expect.stringMatching(/^Wir erstatten Ihnen 10,00\s€ für Ihre Bestellung #\d+ und zahlen/) });
  });
});

describe('store credit of the shop’s own', () => {
  it('is given within the limit for goodwill, all gifts together, and counted as goodwill', async () => {
    const scene = await openScene(await stage.open());
    await setRights(scene, { goodwill: '5' });
    const { ctx } = scene.shop;
    const give = (amount: number) => giveCredit(ctx, { ...clickOf(scene), amount, notify: false });
    expect(await give(501)).toEqual({ is: 'over_limit' });
    expect(await give(300)).toEqual({ is: 'done', sentence: expect.stringContaining('€3.00') });
    expect(await give(201)).toEqual({ is: 'over_limit' });
    expect(await give(200)).toMatchObject({ is: 'done' });
    expect([scene.shop.credits(), await ledgerOf(scene)]).toEqual([[300, 200], ['goodwill given 300', 'goodwill given 200']]);
    expect((await actsOf(scene)).map(({ actor }) => actor)).toEqual([seededStaff.mia, seededStaff.mia]);
  });

  it('is given once a click, and never where nobody set a limit', async () => {
    const scene = await openScene(await stage.open());
    expect(await giveCredit(scene.shop.ctx, { ...clickOf(scene), amount: 1, notify: false })).toEqual({ is: 'over_limit' });
    const rich = await openScene(await stage.open());
    await setRights(rich, { goodwill: '5' });
    const clicked = { ...clickOf(rich), amount: 250, notify: false };
    expect([await giveCredit(rich.shop.ctx, clicked), await giveCredit(rich.shop.ctx, clicked)]).toMatchObject([{ is: 'done' }, { is: 'done' }]);
    expect(rich.shop.credits()).toEqual([250]);
  });

  it('is nothing for amounts that are none', async () => {
    const scene = await openScene(await stage.open());
    for (const amount of [0, -5, 1.5, Number.NaN]) expect(await giveCredit(scene.shop.ctx, { ...clickOf(scene), amount, notify: false })).toEqual({ is: 'invalid', fields: ['amount'] });
  });
});

describe('an amount as it is typed', () => {
  it('is what its writer means, whatever keyboard it is typed on, or none', () => {
    const read = (currency: string, ...typed: string[]) => typed.map((one) => typedAmount(one, currency));
    expect(read('EUR', '', '12', '12.5', '12,50', ' 0,05 ', '１２')).toEqual([0, 1200, 1250, 1250, 5, 1200]);
    expect(read('EUR', '1.234', '1,234', '1.234,50', '1 234', '-1', '1e3', 'x')).toEqual([null, null, null, null, null, null, null]);
    expect(read('JPY', '1234', '1,234', '1.5')).toEqual([1234, null, null]);
    expect(read('KWD', '1.234')).toEqual([1234]);
  });
});
