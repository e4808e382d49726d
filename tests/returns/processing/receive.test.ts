import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { advanceChain, chainsInTrouble, decideChain } from '#app/modules/compensation/index.server.ts';
import { disposeChain } from '#app/modules/returns/processing/dispose-chain.server.ts';
import { readReceiveForm } from '#app/modules/returns/processing/read-receive-form.ts';
import { foundUnits, goodUnits } from '#app/modules/returns/ui/processing/found-row.ts';
import { reverseFulfillmentOrderDispose } from '#sandbox/world/commands/reverse-fulfillment-order-dispose.ts';
import { openLedgerStage } from '../../compensation/stage.ts';
import { found, losing, playReturn, receive, stockOf, viewOf, worksOf, type Play } from './stage.ts';

const stage = await openLedgerStage();
const dispositionsOf = (play: Play) => worksOf(play).flatMap(({ lineItems }) => lineItems.flatMap(({ dispositions }) => dispositions.map(({ type, quantity }) => `${type} ${quantity}`)));
const damaged = (play: Play) => found(play, { finding: 'damaged', grade: 'spoiled', disposition: 'NOT_RESTOCKED', accepted: false, refusal: 'It was used for weeks.' });
const later = async (play: Play, minutes: number) => {
  play.shop.pass(minutes);
  const chains = await play.shop.ctx.tx((tx) => tx.chains.findMany({ where: { state: 'running' } }));
  return Promise.all(chains.map(({ id }) => advanceChain(play.shop.ctx, [disposeChain], id)));
};

describe('receiving what came back', () => {
  it('keeps what was found, tells Shopify what became of it, and puts into stock what can be sold again', async () => {
    const play = await playReturn(await stage.open());
    const before = stockOf(play) ?? 0;
    expect(await receive(play, [found(play, { quantity: 2 }), damaged(play)])).toEqual({ is: 'done' });
    expect(dispositionsOf(play)).toEqual(['RESTOCKED 2', 'NOT_RESTOCKED 1']);
    expect(stockOf(play)).toBe(before + 2);
    const view = await viewOf(play);
    expect(view.inspections.map(({ finding, quantity, accepted, refusal }) => [finding, quantity, accepted, refusal])).toEqual(expect.arrayContaining([['good', 2, true, null], ['damaged', 1, false, 'It was used for weeks.']]));
    expect([view.next, view.refused, view.receivedAt !== null]).toEqual(['settle', 1, true]);
  });

  it('takes a part now and the rest later, and never more than there is', async () => {
    const play = await playReturn(await stage.open());
    expect(await receive(play, [found(play)])).toEqual({ is: 'done' });
    expect((await viewOf(play)).next).toBe('settle');
    expect(await receive(play, [found(play, { quantity: 3 })])).toEqual({ is: 'moved', now: null });
    expect(await receive(play, [found(play, { quantity: 2 })])).toEqual({ is: 'done' });
    expect(await receive(play, [found(play)])).toEqual({ is: 'moved', now: null });
    expect(dispositionsOf(play)).toEqual(['RESTOCKED 1', 'RESTOCKED 2']);
  });

  it('has nothing left to give where all of it is refused', async () => {
    const play = await playReturn(await stage.open(), { quantity: 1 });
    await receive(play, [damaged(play)]);
    expect((await viewOf(play)).next).toBe('close');
  });

  it('happens once, however often it is clicked, and fifty people at once receive no unit twice', async () => {
    const play = await playReturn(await stage.open(), { quantity: 1 });
    const key = randomUUID();
    const clicks = await Promise.all(Array.from({ length: 5 }, () => receive(play, [found(play)], { key })));
    expect(clicks.filter(({ is }) => is === 'done').length).toBeGreaterThan(0);
    const people = await Promise.all(Array.from({ length: 50 }, () => receive(play, [found(play)])));
    expect(new Set(people.map(({ is }) => is))).toEqual(new Set(['moved']));
    expect([dispositionsOf(play), (await viewOf(play)).inspections.length]).toEqual([['RESTOCKED 1'], 1]);
  });

  it('of fifty people at once one receives a unit', async () => {
    const play = await playReturn(await stage.open(), { quantity: 1 });
    const people = await Promise.all(Array.from({ length: 50 }, () => receive(play, [found(play)])));
    expect(people.filter(({ is }) => is === 'done' || is === 'running')).toHaveLength(1);
    expect([dispositionsOf(play), (await viewOf(play)).inspections.length]).toEqual([['RESTOCKED 1'], 1]);
  });
});

describe('where Shopify does not answer', () => {
  it.each(['before', 'after'] as const)('an answer lost %s the effect receives each unit once', async (when) => {
    const play = await playReturn(await stage.open(losing(when)));
    expect(await receive(play, [found(play, { quantity: 3 })])).toEqual({ is: 'running' });
    expect(await later(play, 3)).toEqual(['done']);
    expect(dispositionsOf(play)).toEqual(['RESTOCKED 3']);
  });

  it('what somebody received in Shopify’s admin meanwhile asks a person, and dropped it was never found', async () => {
    const play = await playReturn(await stage.open(losing('before')), { quantity: 2 });
    await receive(play, [found(play, { quantity: 2 })]);
    const line = worksOf(play)[0]?.lineItems[0];
    play.shop.world.change((change) => reverseFulfillmentOrderDispose(change, { dispositionInputs: [{ reverseFulfillmentOrderLineItemId: line?.id ?? '', quantity: 1, dispositionType: 'MISSING' }] }));
    expect(await later(play, 3)).toEqual(['attention']);
    const [trouble] = await play.shop.ctx.tx((tx) => chainsInTrouble(tx));
    expect(trouble).toMatchObject({ kind: 'returns.dispose', problem: 'unclear', decisions: ['again', 'done', 'not_done'] });
    await decideChain(play.shop.ctx, [disposeChain], trouble?.id ?? '', 'not_done');
    await decideChain(play.shop.ctx, [disposeChain], trouble?.id ?? '', 'drop');
    expect([dispositionsOf(play), (await viewOf(play)).inspections]).toEqual([['MISSING 1'], []]);
  });
});

describe('the form', () => {
  const form = (rows: unknown, key = randomUUID() as string) => {
    const data = new FormData();
    data.set('key', key);
    data.set('rows', typeof rows === 'string' ? rows : JSON.stringify(rows));
    return readReceiveForm(data);
  };
  const row = { lineId: '1', quantity: 1, finding: 'good', grade: null, disposition: 'RESTOCKED', locationId: '5', accepted: true, refusal: '', note: ' ' };

  it('is read whole or not at all', () => {
    expect(form(foundUnits([goodUnits(0, '1', 2, '5')]))).toMatchObject({ rows: [{ quantity: 2, refusal: null, note: null }] });
    expect(form([row])).toMatchObject({ rows: [{ ...row, refusal: null, note: null }] });
    expect(form([{ ...row, locationId: null }])).toEqual({ invalid: ['rows.0.locationId'] });
    expect(form([{ ...row, accepted: false }])).toEqual({ invalid: ['rows.0.refusal'] });
    expect(form([{ ...row, finding: 'missing' }])).toEqual({ invalid: ['rows.0.disposition'] });
    expect(form([{ ...row, quantity: 0 }])).toEqual({ invalid: ['rows.0.quantity'] });
    expect(form('no')).toEqual({ invalid: ['rows'] });
    expect(form([row], 'key')).toEqual({ invalid: ['key'] });
  });
});
