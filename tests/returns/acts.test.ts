import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { actOnReturn, readActForm, returnDetail } from '#app/modules/returns/index.server.ts';
import { AdminApiError, OutcomeUnknown } from '#app/platform/shopify/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { returnApproveRequest } from '#sandbox/world/commands/return-approve-request.ts';
import { returnClose } from '#sandbox/world/commands/return-close.ts';
import { approve, askForReturn, deliveredOrder, hear, idOf, openReturnsShop, told } from './stage.ts';

type Input = Parameters<typeof actOnReturn>[1]['input'];
let shop: Awaited<ReturnType<typeof openReturnsShop>>;
beforeAll(async () => {
  shop = await openReturnsShop();
}, 120_000);

const approving: Input = { act: 'approve', notify: false };
const act = (record: { id: string }, input: Input, { ctx = shop.ctx, key = randomUUID() as string } = {}) => actOnReturn(ctx, { returnId: idOf(record), key, input, by: '77' });
const statusAtShopify = (record: { id: string }) => shop.world.returns.get(record.id)?.status;
const view = async (record: { id: string }) => (await returnDetail(shop.ctx, idOf(record))).view;

/** A request that the app knows. */
async function requested() {
  const { ctx, world } = shop;
  const order = await deliveredOrder(ctx, world);
  const record = askForReturn(world, order);
  await hear(ctx, world, 'returns/request', record.id);
  return { order, record };
}

/** The same shop, whose mutations meet with something. */
function meeting(run: (send: () => Promise<unknown>) => Promise<unknown>): { ctx: ShopContext; sent: () => number } {
  let sent = 0;
  const send: ShopContext['admin']['run'] = async (document, variables) => {
    const isMutation = JSON.stringify(document).includes('"operation":"mutation"');
    if (!isMutation) return shop.ctx.admin.run(document, variables);
    sent += 1;
    return (await run(() => shop.ctx.admin.run(document, variables))) as Awaited<ReturnType<typeof shop.ctx.admin.run<never, never>>>;
  };
  return { ctx: { ...shop.ctx, admin: { run: send } }, sent: () => sent };
}

describe('what is done to a return', () => {
  it('is done in Shopify, seen here at once, and told in the story by whom', async () => {
    const { order, record } = await requested();
    expect(await act(record, approving)).toEqual({ is: 'done', act: 'approve' });
    expect([statusAtShopify(record), (await view(record)).status]).toEqual(['OPEN', 'open']);
    const { story } = await returnDetail(shop.ctx, idOf(record));
    expect(story.find(({ type }) => type === 'return.approved')).toMatchObject({ source: 'staff', actor: '77' });
    await hear(shop.ctx, shop.world, 'returns/approve', record.id);
    expect(await told(shop.ctx, order)).toEqual(['return.requested', 'return.approved']);
  });

  it('tells Shopify why a request is declined, and the customer what was written', async () => {
    const { record } = await requested();
    expect(await act(record, { act: 'decline', reason: 'FINAL_SALE', note: 'It was on sale.', notify: true })).toEqual({ is: 'done', act: 'decline' });
    expect(shop.world.returns.get(record.id)?.decline).toEqual({ reason: 'FINAL_SALE', note: 'It was on sale.' });
    expect(await view(record)).toMatchObject({ status: 'declined', decline: { reason: 'final_sale', note: 'It was on sale.' } });
  });

  it('closes, opens again and cancels, each only from where Shopify allows it', async () => {
    const { record } = await requested();
    const open = async () => (await returnDetail(shop.ctx, idOf(record))).acts;
    expect(await open()).toEqual(['approve', 'decline']);
    await act(record, approving);
    expect(await open()).toEqual(['cancel', 'close']);
    expect(await act(record, { act: 'close' })).toEqual({ is: 'done', act: 'close' });
    expect(await open()).toEqual(['reopen']);
    expect(await act(record, { act: 'cancel' })).toEqual({ is: 'moved' });
    expect(await act(record, { act: 'reopen' })).toEqual({ is: 'done', act: 'reopen' });
    expect(await act(record, { act: 'cancel' })).toEqual({ is: 'done', act: 'cancel' });
    expect([statusAtShopify(record), await open()]).toEqual(['CANCELED', []]);
  });

  it('is not offered where the shop has not granted it', async () => {
    const { record } = await requested();
    const ungranted = { ...shop.ctx, shop: { ...shop.ctx.shop, scopes: ['read_returns'] } };
    expect((await returnDetail(ungranted, idOf(record))).acts).toEqual([]);
  });
});

describe('done twice, or by two at once', () => {
  it('a double click asks Shopify once', async () => {
    const { record } = await requested();
    const { ctx, sent } = meeting((send) => send());
    const key = randomUUID();
    const answers = await Promise.all([act(record, approving, { ctx, key }), act(record, approving, { ctx, key })]);
    expect(answers.map(({ is }) => is).toSorted()).toEqual(['done', 'underway']);
    expect(await act(record, approving, { ctx, key })).toEqual({ is: 'done', act: 'approve' });
    expect(sent()).toBe(1);
  });

  it('of two tabs that decide differently one is heard, and the other is told', async () => {
    const { record } = await requested();
    const { ctx, sent } = meeting((send) => send());
    const answers = await Promise.all([act(record, approving, { ctx }), act(record, { act: 'decline', reason: 'OTHER', note: null, notify: false }, { ctx })]);
    expect([answers.filter(({ is }) => is === 'done').length, sent()]).toEqual([1, 1]);
    expect(answers.map(({ is }) => is)).toContainEqual(expect.stringMatching(/^(underway|moved)$/));
  });

  it('what somebody did in Shopify meanwhile is not done again, and what no longer fits is refused in words', async () => {
    const first = await requested();
    shop.world.change((change) => returnApproveRequest(change, { id: first.record.id }));
    expect(await act(first.record, approving)).toEqual({ is: 'already', act: 'approve' });
    const second = await requested();
    approve(shop.world, second.record);
    shop.world.change((change) => returnClose(change, { id: second.record.id }));
    expect(await act(second.record, approving)).toMatchObject({ is: 'refused', code: 'INVALID_STATE', message: expect.stringContaining('not approvable') });
    expect((await view(second.record)).status).toBe('closed');
  });
});

describe('where Shopify does not answer', () => {
  it('what happened all the same is seen to have happened', async () => {
    const { record } = await requested();
    const { ctx, sent } = meeting(async (send) => {
      await send();
      throw new OutcomeUnknown('ApproveReturn', null);
    });
    expect(await act(record, approving, { ctx })).toEqual({ is: 'done', act: 'approve' });
    expect([sent(), statusAtShopify(record)]).toEqual([1, 'OPEN']);
  });

  it('what did not happen is said to be unclear, is not asked again by itself, and may be tried once more', async () => {
    const { record } = await requested();
    const { ctx, sent } = meeting(() => Promise.reject(new OutcomeUnknown('ApproveReturn', null)));
    const unclear = async () => (await returnDetail(shop.ctx, idOf(record))).unclear?.act;
    expect(await unclear()).toBeUndefined();
    expect(await act(record, approving, { ctx })).toEqual({ is: 'unclear' });
    expect([sent(), statusAtShopify(record), await unclear()]).toEqual([1, 'REQUESTED', 'approve']);
    expect(await act(record, approving)).toEqual({ is: 'done', act: 'approve' });
    expect(await unclear()).toBeUndefined();
  });

  it('a failure that changed nothing is told as one', async () => {
    const { record } = await requested();
    const { ctx } = meeting(() => Promise.reject(new AdminApiError('ApproveReturn', 200, [{ code: 'ACCESS_DENIED', message: 'no', path: null }], null)));
    expect(await act(record, approving, { ctx })).toEqual({ is: 'failed' });
  });

  it('an act whose process died holds nobody up for long', async () => {
    const { record } = await requested();
    await shop.ctx.tx((tx) => tx.return_acts.create({ data: { id: randomUUID(), return_id: idOf(record), act: 'approve', begun_at: new Date(Date.now() - 10_000) } }));
    expect(await act(record, approving)).toEqual({ is: 'underway' });
    const later = { ...shop.ctx, clock: { now: () => new Date(Date.now() + 180_000) } };
    expect(await act(record, approving, { ctx: later })).toEqual({ is: 'done', act: 'approve' });
  });
});

describe('the form', () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return readActForm(data);
  };
  const key = randomUUID();

  it('is read whole or not at all', () => {
    expect(form({ act: 'approve', key, notify: 'no' })).toEqual({ key, input: approving });
    expect(form({ act: 'decline', key, notify: 'yes', reason: 'OTHER', note: '  ' })).toEqual({ key, input: { act: 'decline', reason: 'OTHER', note: null, notify: true } });
    expect(form({ act: 'refund', key })).toEqual({ invalid: ['act'] });
    expect(form({ act: 'close', key: '1' })).toEqual({ invalid: ['key'] });
    expect(form({ act: 'decline', key, notify: 'yes', reason: 'MOOD', note: 'x'.repeat(501) })).toEqual({ invalid: ['reason', 'note'] });
  });
});
