import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { append } from '#app/modules/journal/index.server.ts';
import { mostHeldOut } from './hold-out.ts';

const shareSchema = z.number().int().min(1).max(mostHeldOut);

/** Begins a hold-out of so many percent of the customers; while one runs, no other can begin. */
export async function startHoldOut(ctx: ShopContext, { share, by }: { share: number; by: string | null }): Promise<void> {
  if (!shareSchema.safeParse(share).success) throw new ExpectedError('invalid_share', 422, 'A hold-out takes 1 to 50 percent.', { field: 'share' });
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    const [begun] = await tx.hold_outs.createManyAndReturn({ skipDuplicates: true, data: [{ share, started_at: now, started_by: by }] });
    if (!begun) throw new ExpectedError('conflict', 409, 'A hold-out is running.');
    const id = String(begun.id);
    await append(tx, [{ type: 'holdout.started', happenedAt: now, orderId: null, source: 'staff', actor: by, data: { holdOutId: id, share }, dedupeKey: `holdout.started:${id}` }]);
  });
}
