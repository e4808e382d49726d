import { ExpectedError, unknownIntent } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { endHoldOut, type Release } from './end-hold-out.server.ts';
import { startHoldOut } from './start-hold-out.server.ts';
import { holdOutOf } from './store.server.ts';

export type HoldOutAnswer = { done: 'started' | 'ended' } | { refused: 'share' | 'conflict' };

/** What a merchant does on the page of the effect: begin a hold-out, or end the one they see. */
export async function actOnHoldOut(ctx: ShopContext, form: FormData, { by, release }: { by: string | null; release: Release }): Promise<HoldOutAnswer> {
  switch (form.get('intent')) {
    case 'start':
      return start(ctx, Number(form.get('share') || Number.NaN), by);
    case 'end': {
      const now = ctx.clock.now();
      return ctx.tx(async (tx) => {
        const holdOut = await holdOutOf(tx, String(form.get('id') ?? ''));
        if (!holdOut) throw new ExpectedError('unknown_hold_out', 404, 'There is no such hold-out.');
        return (await endHoldOut(tx, { id: holdOut.id, endedFor: 'staff', by, now, release })) ? { done: 'ended' } : { refused: 'conflict' };
      });
    }
    default:
      throw unknownIntent();
  }
}

async function start(ctx: ShopContext, share: number, by: string | null): Promise<HoldOutAnswer> {
  try {
    await startHoldOut(ctx, { share, by });
    return { done: 'started' };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    if (error.code === 'invalid_share') return { refused: 'share' };
    if (error.code === 'conflict') return { refused: 'conflict' };
    throw error;
  }
}
