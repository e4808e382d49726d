import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ImportProgress } from './views.ts';

export type ImportRow = NonNullable<Awaited<ReturnType<ShopTx['imports']['findFirst']>>>;

/** How far the newest import of the order history is, or null where none was ever asked for. */
export async function importProgress(ctx: ShopContext): Promise<ImportProgress | null> {
  const row = await ctx.tx(newestImport);
  return row && toProgress(row);
}

/** The import that counts: the newest. */
export function newestImport(tx: ShopTx): Promise<ImportRow | null> {
  return tx.imports.findFirst({ orderBy: { id: 'desc' } });
}

/** True while an import has something left to do. */
export function isUnderway({ state }: { state: string }): boolean {
  return state !== 'done' && state !== 'failed';
}

const states = ['requested', 'running', 'downloading', 'done', 'failed'] as const;

/** An import as screens show it. */
export function toProgress(row: ImportRow): ImportProgress {
  return {
    id: String(row.id),
    state: states.find((state) => state === row.state) ?? 'failed',
    part: row.part === 'parcels' ? 'parcels' : 'orders',
    ordersTotal: row.orders_total,
    ordersSeen: row.orders_seen,
    ordersApplied: row.orders_applied,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    failure: row.failure,
  };
}
