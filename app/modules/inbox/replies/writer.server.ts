import type { ShopTx } from '#app/platform/db/database.server.ts';

/** Who of the staff writes, as customers read it. */
export interface StaffWriter {
  name: string;
  signature: string;
}

/** How a staff member signs: by the name they chose for customers, else by their own. */
export async function staffWriter(tx: ShopTx, staffId: string): Promise<StaffWriter> {
  const agent = await tx.agents.findFirst({ where: { staff_id: staffId }, select: { display_name: true, signature: true } });
  const member = await tx.staff_members.findFirst({ where: { id: staffId }, select: { name: true } });
  return { name: agent?.display_name ?? member?.name ?? '', signature: agent?.signature.trim() ?? '' };
}
