import { z } from 'zod';
import { defineChain, type StepAt, type StepResult } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { wantReturns } from '../want-returns.server.ts';
import { lookForReturn } from './look-for-return.server.ts';
import { sendReturn } from './send-return.server.ts';

/** Makes the return of a part of a request, once. Shopify knows no key for it: one that may have been made is known again by what is in it. */
export const makeReturnChain = defineChain<{ partId: string }>({
  kind: 'returns.make',
  input: z.object({ partId: z.uuid() }),
  steps: [{ name: 'make', act: (ctx, at) => sendReturn(ctx, at, 'as agreed'), look: lookForReturn, confirm: becameReturn }],
});

/** From then on the part is that return at Shopify. */
export async function becameReturn(tx: ShopTx, { orderId, input: { partId } }: StepAt<{ partId: string }>, { returnId }: StepResult, now: Date): Promise<void> {
  // A person who saw it in Shopify's admin does not say which one it is: a reading cannot tell it either.
  if (returnId) await tx.return_request_parts.updateMany({ where: { id: partId }, data: { return_id: returnId } });
  await wantReturns(tx, [orderId], now);
}
