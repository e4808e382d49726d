import { beforeEach, describe, expect, it } from 'vitest';
import { messageDetail, sendAgain } from '../../app/modules/outbox/index.server.ts';
import { setOutboxStage } from './stage.ts';

const { newShop, server, queue, deliver } = await setOutboxStage();
let ctx = await newShop();
beforeEach(async () => {
  ctx = await newShop();
  server.received.length = 0;
  server.behaviour.hangUpAfterBody = false;
});

const stateOf = async (id: string) => (await messageDetail(ctx, id)).state;

describe('sending again by hand', () => {
  const unclear = async () => {
    server.behaviour.hangUpAfterBody = true;
    const { id } = await queue(ctx, { dedupeKey: 'shipped' });
    await deliver(ctx, id);
    server.behaviour.hangUpAfterBody = false;
    return id;
  };

  it('takes what may not have arrived, under the same Message-ID, once however often it is pressed', async () => {
    const id = await unclear();
    await sendAgain(ctx, id);
    await expect(sendAgain(ctx, id)).rejects.toMatchObject({ status: 409 });
    await deliver(ctx, id);
    expect([await stateOf(id), new Set(server.received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size, server.received.length]).toEqual(['sent', 1, 2]);
  });

  it('refuses what left, what waits, a secret, and what is not there', async () => {
    const { id } = await queue(ctx, { dedupeKey: 'shipped' });
    await expect(sendAgain(ctx, id)).rejects.toMatchObject({ status: 409 });
    await deliver(ctx, id);
    await expect(sendAgain(ctx, id)).rejects.toMatchObject({ status: 409 });
    server.behaviour.hangUpAfterBody = true;
    const code = await queue(ctx, { dedupeKey: 'code', secret: true });
    await deliver(ctx, code.id);
    await expect(sendAgain(ctx, code.id)).rejects.toMatchObject({ status: 409 });
    await expect(sendAgain(ctx, '999')).rejects.toMatchObject({ status: 404 });
  });
});
