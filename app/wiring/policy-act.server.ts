import { switchOnReturnNotices } from '#app/modules/notices/index.server.ts';
import { actOnPolicy } from '#app/modules/returns/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** What a merchant does on the page of the policy. Where that opens the portal, its customers are told of their returns, for Shopify tells them nothing of what an app makes. */
export async function policyAct(ctx: ShopContext, asked: Parameters<typeof actOnPolicy>[1]): ReturnType<typeof actOnPolicy> {
  const answer = await actOnPolicy(ctx, asked);
  if (answer.is === 'done' && answer.did === 'open-portal') await switchOnReturnNotices(ctx, asked.by);
  return answer;
}
