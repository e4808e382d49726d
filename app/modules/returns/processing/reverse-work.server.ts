import { gid, numericId } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { WorkOfReturnDocument, type ReverseWorkFragment } from '#app/platform/shopify/operations.generated.ts';

/** The work of taking a return back as it stands at Shopify now. */
export interface ReverseWork {
  open: boolean;
  lines: ReverseLine[];
}

/** Units of a return line that are to be taken back under one reverse fulfillment order. */
export interface ReverseLine {
  /** Shopify's id of it. */
  id: string;
  workId: string;
  /** Shopify's number of the return line. */
  lineId: string;
  quantity: number;
  disposed: number;
}

/** Reads it; null for a return that Shopify does not know. */
export async function readReverseWork(admin: AdminClient, returnId: string): Promise<ReverseWork | null> {
  const { return: told } = await admin.run(WorkOfReturnDocument, { id: gid('Return', returnId) });
  return told ? { open: told.status === 'OPEN', lines: linesOf(told) } : null;
}

/** Two return lines of one shipped line share its work, in their order. */
function linesOf({ returnLineItems, reverseFulfillmentOrders }: ReverseWorkFragment): ReverseLine[] {
  const taken = new Map<string, number>();
  return reverseFulfillmentOrders.nodes.flatMap((work) =>
    work.lineItems.nodes.flatMap((row): ReverseLine[] => {
      const own = returnLineItems.nodes.filter((line) => line.__typename === 'ReturnLineItem' && line.fulfillmentLineItem.id === row.fulfillmentLineItem?.id);
      const place = taken.get(row.fulfillmentLineItem?.id ?? '') ?? 0;
      taken.set(row.fulfillmentLineItem?.id ?? '', place + 1);
      const line = own[Math.min(place, own.length - 1)];
      if (!line || work.status === 'CANCELED') return [];
      const disposed = row.dispositions.reduce((sum, { quantity }) => sum + quantity, 0);
      return [{ id: row.id, workId: work.id, lineId: numericId('ReturnLineItem', line.id), quantity: row.totalQuantity, disposed }];
    }),
  );
}
