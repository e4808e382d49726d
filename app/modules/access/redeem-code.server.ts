import { after, minute } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { codeAttempts, isCodeOf, readCode } from './one-time-code.ts';
import { orderKey } from './order-key.ts';

/** How long a redeemed code opens everything. */
export const fullKeyLife = 30 * minute;

/**
 * The key that a right code is worth, once; null for a wrong, used, expired or worn-out one. Each try wears every code of the order
 * that still works, whichever process counts it. The tries of one order wait for each other: of two tabs with one code, one is answered.
 */
export async function redeemCode(
  ctx: ShopContext,
  { orderId, code: typed }: { orderId: string; code: string },
  { secrets }: { secrets: readonly [string, ...string[]] },
): Promise<string | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const now = ctx.clock.now();
  const isRight = await ctx.tx(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(app.shop_id(), hashtext(${`one-time-code:${orderId}`}))::text`;
    const working = { order_id: orderId, used_at: null, expires_at: { gt: now }, attempts: { lt: codeAttempts } };
    const codes = await tx.one_time_codes.findMany({ where: working });
    await tx.one_time_codes.updateMany({ where: working, data: { attempts: { increment: 1 } } });
    const fitting = codes.filter(({ id, fingerprint }) => isCodeOf({ shopId: ctx.shop.id, orderId, id }, code, fingerprint, secrets));
    if (fitting.length === 0) return false;
    await tx.one_time_codes.updateMany({ where: { order_id: orderId, used_at: null }, data: { used_at: now } });
    return true;
  });
  return isRight ? orderKey(ctx.shop, { orderId, purpose: 'full', expiresAt: after(now, fullKeyLife) }, secrets[0]) : null;
}
