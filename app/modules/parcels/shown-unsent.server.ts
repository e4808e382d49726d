import { z } from 'zod';
import { dayIn } from '#app/kernel/time.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { keepPromise, type PromiseColumns } from './keep-promise.ts';

const shownShape = z.object({ order_id: z.string(), from: z.iso.date(), to: z.iso.date(), source: z.enum(['carrier', 'shopify', 'learned', 'rule']), at: z.coerce.date() });

/** A day that a customer was shown of what had not left the shop. */
export type ShownUnsent = z.infer<typeof shownShape>;

/** A question for such days as JSON, oldest first. The condition on `journal` is ours, never a visitor's words. */
export function shownUnsentWhere(condition: string): string {
  return `select coalesce(json_agg(json_build_object('order_id', order_id, 'from', data ->> 'from', 'to', data ->> 'to', 'source', data ->> 'source', 'at', happened_at) order by happened_at, id), '[]') as shown
            from journal where ${condition} and type = 'promise.shown' and data ->> 'shipmentId' is null`;
}

const question = shownUnsentWhere('order_id = any ($1::text[])');

/** What customers were shown of these orders before anything of them left, by order. */
export async function shownOfUnsent(tx: ShopTx, orderIds: readonly string[]): Promise<Map<string, ShownUnsent[]>> {
  if (orderIds.length === 0) return new Map();
  const [row] = await runInBulk<{ shown: unknown }>(tx, question, [orderIds], 'shown-unsent');
  return Map.groupBy(readShownUnsent(row?.shown), ({ order_id: orderId }) => orderId);
}

/** The answer to that question. */
export function readShownUnsent(shown: unknown): ShownUnsent[] {
  return z.array(shownShape).parse(shown ?? []);
}

/**
 * What was promised of goods that had not left, as far as we knew: the first day that was shown stands until it passes, then it is missed and the next
 * one that was shown counts. Null where nothing was shown. `zone` is the customer's.
 */
export function promisedUnsent(shown: readonly ShownUnsent[], zone: string): PromiseColumns | null {
  return shown.reduce<PromiseColumns | null>((held, { from, to, source, at }) => keepPromise(held, { from, to, source, basis: {} }, dayIn(zone, at)).columns, null);
}
