import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** The name under which customers read an agent: their own choice, else what Shopify calls them, else the shop. */
export async function agentName(tx: ShopTx, shop: Shop, staffId: string | null): Promise<string> {
  if (staffId === null) return shop.name;
  const agent = await tx.agents.findFirst({ where: { staff_id: staffId }, select: { display_name: true } });
  const member = agent?.display_name ? null : await tx.staff_members.findFirst({ where: { id: staffId }, select: { name: true } });
  return agent?.display_name || member?.name || shop.name;
}
