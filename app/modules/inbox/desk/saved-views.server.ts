import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { join, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { conditionsOf } from './desk-conditions.server.ts';
import { deskPath, readDeskQuery, sortsOf } from './ui/desk-query.ts';

/** A view somebody keeps. */
export interface SavedView {
  id: string;
  name: string;
  /** Its address. */
  path: string;
  shared: boolean;
  /** Up to a hundred; null where it shows what is over, of which nobody counts. */
  count: number | null;
  /** True where the reader may remove it. */
  removable: boolean;
}

const most = 20;
const mostCounted = 100;

/** The views this person of the shop keeps, and those kept for everybody, by name. */
export async function savedViews(tx: ShopTx, staffId: string | null): Promise<SavedView[]> {
  const rows = await tx.desk_views.findMany({ where: { OR: [{ shared: true }, { made_by: staffId ?? '' }] }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 2 * most });
  if (rows.length === 0) return [];
  const reader = staffId === null ? null : await tx.staff_members.findFirst({ where: { id: staffId }, select: { account_owner: true } });
  const views = rows.map((row) => ({ ...row, asked: { ...readDeskQuery(new URLSearchParams(row.query)), after: null } }));
  const counts = views.map(({ asked }) => (sortsOf(asked.view).includes('due') ? sql`(select count(*)::int from (select from tickets t where ${conditionsOf(asked, staffId)} limit ${mostCounted}) few)` : sql`null::int`));
  const [counted] = await tx.$queryRaw<{ counts: (number | null)[] }[]>(sql`select array[${join(counts)}] as counts`);
  return views.map(({ id, name, shared, made_by: madeBy, asked }, at) => ({
    id,
    name,
    path: deskPath(asked),
    shared,
    count: counted?.counts[at] ?? null,
    removable: (staffId !== null && madeBy === staffId) || reader?.account_owner === true,
  }));
}

/** What came of keeping a view, or of removing one. */
export type ViewAnswer = { is: 'kept' } | { is: 'removed' } | { is: 'invalid' } | { is: 'too_many'; most: number } | { is: 'not_yours' };

const kept = z.object({ name: z.string().trim().min(1).max(40), query: z.string().max(1_000), shared: z.enum(['yes', 'no']).transform((word) => word === 'yes') });

/** Keeps a view under a name. Whoever Shopify did not name can keep one for everybody only. */
export async function keepView(ctx: ShopContext, { form, staffId }: { form: FormData; staffId: string | null }): Promise<ViewAnswer> {
  const read = kept.safeParse(Object.fromEntries(form));
  if (!read.success || (staffId === null && !read.data.shared)) return { is: 'invalid' };
  const { name, query, shared } = read.data;
  const [, written = ''] = deskPath({ ...readDeskQuery(new URLSearchParams(query)), after: null }).split('?');
  return ctx.tx(async (tx) => {
    if ((await tx.desk_views.count({ where: shared ? { shared } : { shared, made_by: staffId } })) >= most) return { is: 'too_many', most };
    await tx.desk_views.create({ data: { id: randomUUID(), name, query: written, shared, made_by: staffId, created_at: ctx.clock.now() } });
    return { is: 'kept' };
  });
}

/** Removes a view: of others only the account's owner does. */
export async function removeView(ctx: ShopContext, { form, staffId }: { form: FormData; staffId: string | null }): Promise<ViewAnswer> {
  const id = z.uuid().safeParse(form.get('id'));
  if (!id.success) return { is: 'invalid' };
  return ctx.tx(async (tx) => {
    const view = (await savedViews(tx, staffId)).find((one) => one.id === id.data);
    if (!view?.removable) return { is: 'not_yours' };
    await tx.desk_views.deleteMany({ where: { id: view.id } });
    return { is: 'removed' };
  });
}
