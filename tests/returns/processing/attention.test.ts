import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { refundChain, storeCreditChain } from '#app/modules/compensation/index.server.ts';
import { processChain } from '#app/modules/returns/money/process-chain.server.ts';
import { decideTrouble } from '#app/modules/returns/processing/decide-trouble.server.ts';
import { disposeChain } from '#app/modules/returns/processing/dispose-chain.server.ts';
import { troubles } from '#app/modules/returns/processing/troubles.server.ts';
import { openLedgerStage } from '../../compensation/stage.ts';
import { idOf } from '../stage.ts';
import { losing, playReturn, receive, found, worksOf } from './stage.ts';

const stage = await openLedgerStage();
const kinds = [refundChain, storeCreditChain, processChain, disposeChain];
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

/** A receipt that Shopify did not answer, five times over. */
async function stopped() {
  const play = await playReturn(await stage.open(losing('before', 100)), { quantity: 1 });
  await receive(play, [found(play)]);
  const chain = await play.shop.ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { kind: disposeChain.kind } }));
  await play.shop.ctx.tx((tx) => tx.chains.updateMany({ data: { state: 'attention', problem: 'silent', phase: 'sent', held_by: null, held_until: null } }));
  const decide = (decision: string, by: string | null = null) => decideTrouble({ ...play.shop.ctx, admin: play.shop.known.admin }, kinds, form({ chain: chain.id, decision }), by);
  return { play, chain, decide };
}

describe('what stopped half way', () => {
  it('is told with its order, what happened and what can be done', async () => {
    const { play } = await stopped();
    expect(await troubles(play.shop.ctx)).toMatchObject([{ kind: 'returns.dispose', problem: 'silent', orderName: play.order.name, decisions: ['again', 'done', 'not_done'], amounts: [] }]);
    expect(await troubles(play.shop.ctx, idOf(play.order))).toHaveLength(1);
    expect(await troubles(play.shop.ctx, '1')).toEqual([]);
  });

  it('goes on where a person has it tried again, and is done once', async () => {
    const { play, decide } = await stopped();
    play.shop.pass(3);
    expect(await decide('again')).toEqual({ is: 'done' });
    expect(await decide('again')).toEqual({ is: 'decided' });
    expect(worksOf(play).flatMap(({ lineItems }) => lineItems.flatMap(({ dispositions }) => dispositions.map(({ quantity }) => quantity)))).toEqual([1]);
    expect(await troubles(play.shop.ctx)).toEqual([]);
  });

  it('is given up only after somebody saw that it did not happen', async () => {
    const { decide } = await stopped();
    expect(await decide('drop')).toEqual({ is: 'decided' });
    expect(await decide('not_done')).toEqual({ is: 'attention' });
    expect(await decide('drop')).toEqual({ is: 'dropped' });
  });

  it('is not decided by somebody who may not refund, nor by a form that cannot be read', async () => {
    const { play, decide } = await stopped();
    await play.shop.ctx.tx((tx) => tx.settings.create({ data: { name: 'staff-rights', value: { everybody: 'look_only', people: {}, goodwill: '0', largestRefund: null }, version: 1 } }));
    expect(await decide('again', '77')).toEqual({ is: 'forbidden' });
    expect(await decide('twice')).toEqual({ is: 'invalid' });
    await expect(decideTrouble(play.shop.ctx, kinds, form({ chain: randomUUID(), decision: 'again' }), null)).rejects.toMatchObject({ code: 'not_found' });
  });
});
