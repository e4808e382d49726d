import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { mayStaff } from './staff-rights.server.ts';
import { staffSetting, type StaffRights } from './staff-setting.ts';

const mostShown = 200;

/** A person of the shop who was seen in the app. */
export interface StaffMember {
  id: string;
  name: string | null;
  isOwner: boolean;
  lastSeenAt: Date;
  isReader: boolean;
}

/** Who may do what, as the settings show it. */
export interface StaffView {
  rights: Current<StaffRights>;
  /** The owner first, then who was here last. */
  people: StaffMember[];
  /** True where the reader may change it. */
  mayChange: boolean;
}

/** Who was seen in the app, and what everybody may. */
export async function staffView(ctx: ShopContext, readerId: string | null): Promise<StaffView> {
  return ctx.tx(async (tx) => {
    const rows: { id: string; name: string | null; account_owner: boolean; last_seen_at: Date }[] = await tx.staff_members.findMany({
      orderBy: [{ account_owner: 'desc' }, { last_seen_at: 'desc' }, { id: 'asc' }],
      take: mostShown,
      select: { id: true, name: true, account_owner: true, last_seen_at: true },
    });
    return {
      rights: await readSetting(tx, staffSetting),
      people: rows.map((row) => ({ id: row.id, name: row.name, isOwner: row.account_owner, lastSeenAt: row.last_seen_at, isReader: row.id === readerId })),
      mayChange: readerId !== null && (await mayStaff(tx, readerId, 'beyond_limit')),
    };
  });
}
