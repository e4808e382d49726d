import { notFound } from '#app/kernel/errors.ts';
import { isNumericId } from '#app/kernel/ids.ts';
import { sayCredits } from '#app/modules/compensation/index.server.ts';
import { readStory, type JournalEntry } from '#app/modules/journal/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { actsOn, type Act } from './acts.ts';
import { mayActOnReturns } from './may-read-returns.ts';
import { returnViews } from './return-views.server.ts';
import { buyerOf } from './signals/buyer-of.server.ts';
import type { Buyer } from './signals/views.ts';
import { unclearAct, type UnclearAct } from './unclear-act.server.ts';
import type { ReturnView } from './views.ts';

interface ReturnDetail {
  view: ReturnView;
  acts: Act[];
  mayAct: boolean;
  unclear: UnclearAct | null;
  story: JournalEntry[];
  buyer: Buyer | null;
}

/** One return, what may be done to it and whether its reader may, its part of the order's story, and what is known of whoever sends it back. Throws `not_found` for an id that is not one of this shop's. */
export async function returnDetail(ctx: ShopContext, id: string, readerId: string | null = null): Promise<ReturnDetail> {
  if (!isNumericId(id)) throw notFound('return');
  const detail = await ctx.tx(async (tx) => {
    const [view] = await returnViews(tx, { id });
    if (!view) throw notFound('return');
    const story = await sayCredits(tx, await readStory(tx, { orderId: view.orderId }));
    const mayAct = readerId === null || (await mayStaff(tx, readerId, 'approve'));
    return { view, acts: mayActOnReturns(ctx.shop) ? actsOn(view) : [], mayAct, unclear: await unclearAct(tx, view), story: story.filter((entry) => isAbout(view, entry)) };
  });
  return { ...detail, buyer: await buyerOf(ctx, detail.view) };
}

function isAbout({ id, refunds }: ReturnView, { data, type }: JournalEntry): boolean {
  if (type === 'refund.created') return refunds.some((refund) => refund.id === data.refundId);
  return 'returnId' in data && data.returnId === id;
}
