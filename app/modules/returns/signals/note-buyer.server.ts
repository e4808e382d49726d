import { z } from 'zod';
import { notFound } from '#app/kernel/errors.ts';
import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';

const note = z.object({ customerId: z.string().regex(/^\d{1,20}$/), reason: z.string().trim().max(500) });

/** What became of a note about a buyer. */
export type NoteAnswer = { is: 'noted' | 'removed' } | { is: 'forbidden' } | { is: 'too_long' };

/** Puts a customer on the merchant's list with a reason, or takes them off it where there is none; refuses whoever may not decide about returns. */
export async function noteBuyer(ctx: ShopContext, form: FormData, by: string | null): Promise<NoteAnswer> {
  const read = note.safeParse(Object.fromEntries(form));
  if (!read.success) {
    if (read.error.issues.every(({ path }) => path[0] === 'reason')) return { is: 'too_long' };
    throw notFound('customer');
  }
  const { customerId, reason } = read.data;
  const now = ctx.clock.now();
  return ctx.tx(async (tx): Promise<NoteAnswer> => {
    if (by !== null && !(await mayStaff(tx, by, 'approve'))) return { is: 'forbidden' };
    if (!(await tx.customers.findFirst({ where: { id: customerId }, select: { id: true } }))) throw notFound('customer');
    if (reason === '') {
      await tx.noted_buyers.deleteMany({ where: { customer_id: customerId } });
      return { is: 'removed' };
    }
    await tx.$executeRaw(sql`
      insert into noted_buyers (customer_id, reason, noted_by, noted_at) values (${customerId}, ${reason}, ${by}, ${now})
      on conflict (shop_id, customer_id) do update set reason = excluded.reason, noted_by = excluded.noted_by, noted_at = excluded.noted_at`);
    return { is: 'noted' };
  });
}
