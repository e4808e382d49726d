import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { wayBackKinds, type WayBackKind } from '../way-back.ts';

/** What a parcel back is to hold, and where it goes. */
export interface LabelPageFacts {
  kind: WayBackKind;
  /** The names of its returns. */
  name: string;
  order: string;
  number: string | null;
  carrier: string | null;
  items: { title: string; quantity: number }[];
}

const item = z.object({ title: z.string().nullable(), variant_title: z.string().nullable(), quantity: z.number() });

/** The returns that a label brings back, as whoever packs them needs to know them. */
export async function readLabelPage(tx: ShopTx, label: { id: string; order_id: string; kind: string; number: string | null; carrier: string | null }): Promise<LabelPageFacts> {
  const returns = await tx.$queryRaw<{ name: string }[]>`select r.name from label_returns l join returns r on r.id = l.return_id where l.label_id = ${label.id}::uuid and l.current order by r.name`;
  const items = await tx.$queryRaw`
    select o.title, o.variant_title, sum(line.quantity)::int as quantity from label_returns l
      join return_lines line on line.return_id = l.return_id left join order_lines o on o.id = line.order_line_id
     where l.label_id = ${label.id}::uuid and l.current group by o.id, o.title, o.variant_title order by o.title`;
  const order = await tx.orders.findFirst({ where: { id: label.order_id }, select: { name: true } });
  return {
    kind: z.enum(wayBackKinds).parse(label.kind),
    name: returns.map(({ name }) => name).join(', '),
    order: order?.name ?? '',
    number: label.number,
    carrier: label.carrier,
    items: z.array(item).parse(items).map(({ title, variant_title, quantity }) => ({ title: [title, variant_title].filter(Boolean).join(' · '), quantity })),
  };
}
