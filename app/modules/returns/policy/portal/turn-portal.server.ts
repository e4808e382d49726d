import { ExpectedError } from '#app/kernel/errors.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { mayActOnReturns } from '../../may-read-returns.ts';
import { policyInWork } from '../store/policy-in-force.server.ts';
import { publishDefault } from '../store/publish-policy.server.ts';
import { portalSetting } from './portal-setting.ts';

interface Turn {
  open: boolean;
  /** Of the setting as it was seen. */
  version: number;
  by: string | null;
}

/**
 * Lets customers begin returns, or ends that; what was begun goes on. Before it opens something is promised: where nothing was published, what a
 * shop begins with. Whoever has begun to write a policy of their own publishes that one first.
 */
export async function turnPortal(ctx: ShopContext, { open, version, by }: Turn): Promise<{ open: boolean }> {
  if (open && !mayActOnReturns(ctx.shop)) throw new ExpectedError('no_access_to_returns', 409, 'The shop has not granted that returns are changed.');
  const { published, revision } = await ctx.tx(policyInWork);
  if (open && !published && revision > 0) throw new ExpectedError('draft_first', 409, 'The policy that is being written was never published.');
  if (open) await publishDefault(ctx);
  return (await changeSetting(ctx, portalSetting, { value: { open }, version, by })).value;
}
