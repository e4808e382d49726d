import { z } from 'zod';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isReference } from './problem.ts';

/** One report with everything that was said and shown. */
export interface ProblemDetail {
  id: string;
  orderId: string;
  orderName: string;
  kind: string;
  wish: string | null;
  state: string;
  words: string;
  locale: string;
  createdAt: Date;
  closedAt: Date | null;
  lines: { lineId: string; quantity: number; title: string; variantTitle: string | null }[];
  parcel: { carrier: string | null; number: string } | null;
  photos: { id: string; width: number; height: number }[];
}

const storedLines = z.array(z.object({ lineId: z.string(), quantity: z.number() }));

/** One report; throws notFound for any other shop's. */
export async function problemDetail(ctx: ShopContext, id: string): Promise<ProblemDetail> {
  return ctx.tx(async (tx) => {
    const row = isReference(id) ? await tx.problem_reports.findFirst({ where: { id } }) : null;
    if (!row) throw notFound('report');
    const order = await tx.orders.findFirstOrThrow({ where: { id: row.order_id }, select: { name: true } });
    const named = storedLines.parse(row.lines);
    const bought = await tx.order_lines.findMany({ where: { id: { in: named.map(({ lineId }) => lineId) } } });
    const parcel = row.shipment_id === null ? null : await tx.shipments.findFirst({ where: { id: row.shipment_id }, select: { carrier: true, number: true } });
    const photos = await tx.problem_photos.findMany({ where: { report_id: id }, orderBy: { position: 'asc' }, select: { id: true, width: true, height: true } });
    return {
      id,
      orderId: row.order_id,
      orderName: order.name,
      kind: row.kind,
      wish: row.wish,
      state: row.state,
      words: row.words,
      locale: row.locale,
      createdAt: row.created_at,
      closedAt: row.closed_at,
      lines: named.flatMap(({ lineId, quantity }) => {
        const line = bought.find((each) => each.id === lineId);
        return line ? [{ lineId, quantity, title: line.title, variantTitle: line.variant_title }] : [];
      }),
      parcel,
      photos,
    };
  });
}
