import { notFound } from '#app/kernel/errors.ts';
import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import { markOrdersChanged } from '#app/modules/orders/index.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isReference } from './problem.ts';

/** Says that a report is settled; once is enough. */
export function closeProblem(ctx: ShopContext, id: string, by: string | null): Promise<void> {
  return turn(ctx, id, { from: 'open', to: 'closed', type: 'problem.closed', by });
}

/** Takes the closing back: the report is open as before, and the story tells both. */
export function reopenProblem(ctx: ShopContext, id: string, by: string | null): Promise<void> {
  return turn(ctx, id, { from: 'closed', to: 'open', type: 'problem.reopened', by });
}

interface Turn {
  from: 'open' | 'closed';
  to: 'open' | 'closed';
  type: 'problem.closed' | 'problem.reopened';
  by: string | null;
}

async function turn({ tx: run, clock }: ShopContext, id: string, { from, to, type, by }: Turn): Promise<void> {
  if (!isReference(id)) throw notFound('report');
  await run(async (tx) => {
    const now = clock.now();
    const closing = to === 'closed' ? { closed_at: now, closed_by: by } : { closed_at: null, closed_by: null };
    const [turned] = await tx.problem_reports.updateManyAndReturn({ where: { id, state: from }, data: { state: to, ...closing } });
    if (!turned) {
      if ((await tx.problem_reports.count({ where: { id } })) === 0) throw notFound('report');
      return;
    }
    const line: NewEntry = {
      type,
      happenedAt: now,
      orderId: turned.order_id,
      source: 'staff',
      actor: by,
      data: { reportId: id, kind: turned.kind },
      dedupeKey: `${type}:${id}:${now.toISOString()}`,
    };
    await append(tx, [line]);
    await markOrdersChanged(tx, [turned.order_id]);
    await announce(tx, 'problems', id);
  });
}
