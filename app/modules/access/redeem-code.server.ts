import { after, minute } from '#app/kernel/time.ts';
import { takeTurn } from '#app/platform/db/take-turn.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { codeAttempts, fingerprintOf, isCodeOf, readCode } from './one-time-code.ts';
import { orderKey } from './order-key.ts';

/** How long a redeemed code opens everything. */
export const fullKeyLife = 30 * minute;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The key that a right code is worth, once; null for a wrong, used, expired or worn-out one. Each try wears every code of the order
 * that still works, whichever process counts it. The tries of one order wait for each other: of two tabs with one code, one is answered.
 * `form` is a number of the form that the code is typed into, which nobody can guess: sent again while the code lasts, as a browser does
 * when its page is loaded anew, that form is answered as before.
 */
export async function redeemCode(
  ctx: ShopContext,
  { orderId, code: typed, form = '' }: { orderId: string; code: string; form?: string },
  { secrets }: { secrets: readonly [string, ...string[]] },
): Promise<string | null> {
  const code = readCode(typed);
  if (code === null) return null;
  const now = ctx.clock.now();
  const inForm = uuid.test(form) ? `${code}:${form}` : null;
  const isRight = await ctx.tx(async (tx) => {
    await takeTurn(tx, `one-time-code:${orderId}`);
    const working = { order_id: orderId, used_at: null, expires_at: { gt: now }, attempts: { lt: codeAttempts } };
    const isCode = ({ id, fingerprint }: { id: string; fingerprint: string }, text: string) => isCodeOf({ shopId: ctx.shop.id, orderId, id }, text, fingerprint, secrets);
    const used = inForm === null ? [] : await tx.one_time_codes.findMany({ where: { order_id: orderId, used_at: { not: null }, expires_at: { gt: now } } });
    if (inForm !== null && used.some((row) => isCode(row, inForm))) return true;
    const codes = await tx.one_time_codes.findMany({ where: working });
    await tx.one_time_codes.updateMany({ where: working, data: { attempts: { increment: 1 } } });
    const fitting = codes.find((row) => isCode(row, code));
    if (!fitting) return false;
    if (inForm !== null) await tx.one_time_codes.updateMany({ where: { id: fitting.id }, data: { fingerprint: fingerprintOf({ shopId: ctx.shop.id, orderId, id: fitting.id }, inForm, secrets[0]) } });
    await tx.one_time_codes.updateMany({ where: { order_id: orderId, used_at: null }, data: { used_at: now } });
    return true;
  });
  return isRight ? orderKey(ctx.shop, { orderId, purpose: 'full', expiresAt: after(now, fullKeyLife) }, secrets[0]) : null;
}
