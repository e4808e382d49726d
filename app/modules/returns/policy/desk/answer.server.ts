import { ExpectedError } from '#app/kernel/errors.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { NotSound } from './keep-edit.server.ts';
import type { PolicyAnswer } from './views.ts';

/** A form, and who sent it. */
export interface Asked {
  form: FormData;
  by: string | null;
}

/**
 * Says what became of an act, and what the merchant can do something about; that nothing is there is not said but thrown. Whoever may only look
 * at returns promises nothing in the shop's name.
 */
export async function said(ctx: ShopContext, { did, by }: { did: string; by: string | null }, act: () => Promise<unknown>): Promise<PolicyAnswer> {
  if (!(await ctx.tx((tx) => mayStaff(tx, by ?? '', 'approve')))) return { is: 'refused', code: 'not_allowed' };
  try {
    await act();
    return { is: 'done', did };
  } catch (error) {
    if (error instanceof NotSound) return { is: 'problems', problems: error.problems };
    if (error instanceof ExpectedError && error.status === 409) return { is: 'refused', code: error.code };
    throw error;
  }
}

/** A number that is none is that of nothing. */
export function numberIn(form: FormData, name: string): number {
  const stated = Number(form.get(name) ?? Number.NaN);
  return Number.isSafeInteger(stated) ? stated : -1;
}
