import { z } from 'zod';
import { defineChain, NotSent, Unclear, type StepAt } from '#app/modules/compensation/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { DisposeReturnedDocument } from '#app/platform/shopify/operations.generated.ts';
import { dispositions } from './finding.ts';
import { readReverseWork } from './reverse-work.server.ts';

const count = z.number().int().nonnegative();

const disposal = z.object({
  returnId: z.string(),
  /** By Shopify's ids of what is to be taken back. */
  rows: z.array(z.object({ reverseLineId: z.string(), quantity: count.min(1), type: z.enum(dispositions), locationId: z.string().nullable() })),
  /** How many units of each were looked at before. */
  before: z.record(z.string(), count),
});

/** Units that were looked at, as Shopify is to be told of them. */
export type Disposal = z.infer<typeof disposal>;

/** Tells Shopify what became of units that came back, under one reverse fulfillment order: restocked units go into stock by it. */
export const disposeChain = defineChain<Disposal>({
  kind: 'returns.dispose',
  input: disposal,
  steps: [
    {
      name: 'dispose',
      async act({ admin }, { input }) {
        if ((await standOf(admin, input)) !== 'before') throw new NotSent('Somebody else looked at some of these units meanwhile.');
        await admin.run(DisposeReturnedDocument, {
          rows: input.rows.map(({ reverseLineId, quantity, type, locationId }) => ({ reverseFulfillmentOrderLineItemId: reverseLineId, quantity, dispositionType: type, locationId })),
        });
        return {};
      },
      async look({ admin }, { input }: StepAt<Disposal>) {
        const stand = await standOf(admin, input);
        if (stand === 'otherwise') throw new Unclear('Some of these units were looked at, and not as it was meant.');
        return stand === 'after' ? {} : null;
      },
    },
  ],
});

/** Whether all units stand as before, or all as meant. */
async function standOf(admin: AdminClient, { returnId, rows, before }: Disposal): Promise<'after' | 'before' | 'otherwise'> {
  const work = await readReverseWork(admin, returnId);
  if (!work) throw new Error(`Return ${returnId} cannot be read.`);
  const moved = Object.entries(before).map(([id, disposed]) => {
    const now = work.lines.find((line) => line.id === id)?.disposed ?? -1;
    const meant = rows.filter((row) => row.reverseLineId === id).reduce((sum, row) => sum + row.quantity, disposed);
    return now === disposed ? 'before' : now === meant ? 'after' : 'otherwise';
  });
  const [first] = moved;
  return first && moved.every((each) => each === first) ? first : 'otherwise';
}
