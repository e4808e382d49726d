import { z } from 'zod';
import { defineChain, NotSent } from '#app/modules/compensation/index.server.ts';
import { wantReturns } from '../want-returns.server.ts';
import { becameReturn } from './make-return-chain.ts';
import { lookForReturn } from './look-for-return.server.ts';
import { sendReturn } from './send-return.server.ts';
import { areOver, withdrawReturns } from './withdraw-returns.server.ts';

/** Of which part, and which of its returns gives way. */
export interface Replacement {
  partId: string;
  returnId: string;
}

/**
 * Puts an open return with the exchange in the place of what was asked for: Shopify's requests take no exchange lines, and none can be added
 * later. Between the two steps nothing of it stands at Shopify, and the wish still holds its units here.
 */
export const replaceReturnChain = defineChain<Replacement>({
  kind: 'returns.replace',
  input: z.object({ partId: z.uuid(), returnId: z.string() }),
  steps: [
    {
      name: 'cancel',
      async act({ admin }, { input: { returnId } }) {
        const kept = await withdrawReturns(admin, [returnId]);
        if (kept.length > 0) throw new NotSent('Somebody has worked on the return that was to give way.');
        return {};
      },
      look: async ({ admin }, { input: { returnId } }) => ((await areOver(admin, [returnId])) ? {} : null),
      async confirm(tx, { orderId, input: { partId, returnId } }, _result, now) {
        await tx.return_request_parts.updateMany({ where: { id: partId, return_id: returnId }, data: { return_id: null, former_return_ids: { push: returnId } } });
        await wantReturns(tx, [orderId], now);
      },
    },
    { name: 'make', act: (ctx, at) => sendReturn(ctx, at, 'open'), look: lookForReturn, confirm: becameReturn },
  ],
});
