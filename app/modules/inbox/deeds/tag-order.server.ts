import { beginChain } from '#app/modules/compensation/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { carryOut } from './carry-out.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { holdOrder } from './money-rights.server.ts';
import { ticketTagChain } from './order-chains.server.ts';
import { isOneTag } from './order-tag.ts';

/** Something done to an order beside a ticket, by one click. */
export interface OrderClick {
  ticketId: number;
  orderId: string;
  key: string;
  by: string;
}

/** Puts a tag on an order. */
export async function tagOrder(ctx: ShopContext, { ticketId, orderId, key, by, tag }: OrderClick & { tag: string }): Promise<DeedAnswer> {
  if (tag === '' || !isOneTag(tag)) return { is: 'invalid', fields: ['tag'] };
  const begun = await ctx.tx(async (tx) => {
    const known = await deedOfRequest(tx, key, { kind: ticketTagChain.kind, orderId });
    if (known) return { is: 'known' as const, chainId: known };
    if (!(await holdOrder(tx, orderId))) return { is: 'moved' as const };
    if (!(await mayStaff(tx, by, 'approve'))) return { is: 'forbidden' as const };
    return beginChain(tx, ticketTagChain, { orderId, input: { ticketId, tag }, requestKey: key, source: 'staff', actor: by, at: ctx.clock.now() });
  });
  if (!('chainId' in begun)) return begun;
  return carryOut(ctx, ticketTagChain, { chainId: begun.chainId, orderId }, () => Promise.resolve(null));
}
