import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { deliverJob, deliveryKey } from './jobs.server.ts';

/**
 * Queues a message again that failed or may not have arrived, because a person looked at it and says so. It keeps its id towards the
 * provider, and every rule is asked again.
 */
export function sendAgain(ctx: ShopContext, id: string): Promise<void> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const which = { id: /^\d{1,18}$/.test(id) ? BigInt(id) : -1n };
    const again = { state: 'queued', send_after: now, claimed_at: null, attempts: 0, held_by: null, outcome: null };
    const { count } = await tx.outbox.updateMany({ where: { ...which, state: { in: ['unknown', 'failed'] }, secret: false, recipient: { not: '' } }, data: again });
    if (count === 0) {
      if ((await tx.outbox.count({ where: which })) === 0) throw notFound('message');
      throw new ExpectedError('not_unclear', 409, 'This message is not one that can be sent again.');
    }
    await enqueue(tx, deliverJob, { id }, { key: deliveryKey(which.id) });
    await announce(tx, 'outbox', id);
  });
}
